package health.kedja.indicator.completeness;

import health.kedja.indicator.definition.Basis;

/**
 * When a record as a whole counts as complete.
 *
 * @param missingAbove a field counts as poor when more than this share (0 to 1) of it is missing
 * @param fewerThan fewer poor fields than this
 * @param outOf of so many fields
 * @param basis who set it
 */
public record FieldRule(double missingAbove, int fewerThan, int outOf, Basis basis) {}
