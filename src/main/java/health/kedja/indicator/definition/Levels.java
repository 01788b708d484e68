package health.kedja.indicator.definition;

/**
 * Levels that a proportion is sorted into: below {@code middleFrom}, from there to {@code highAbove}, and above it.
 *
 * @param middleFrom 0 to 1, itself in the middle
 * @param highAbove 0 to 1, itself in the middle
 * @param basis who set them
 */
public record Levels(double middleFrom, double highAbove, Basis basis) {}
