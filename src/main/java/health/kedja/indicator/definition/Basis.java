package health.kedja.indicator.definition;

import health.kedja.pathway.Certainty;

/**
 * Where a part of a definition comes from.
 *
 * @param source document and section
 * @param certainty how well it is known; what is not confirmed is a parameter of the published Measure
 * @param note what a reader should know, or empty
 */
public record Basis(String source, Certainty certainty, String note) {}
