package health.kedja.indicator.definition;

import java.util.List;

/**
 * Who of the initial population is left out of the denominator: those for whom any of these holds.
 *
 * @param code short name, such as {@code died}
 * @param anyOf what excludes
 * @param basis where this comes from
 */
public record Exclusion(String code, List<Criterion> anyOf, Basis basis) {}
