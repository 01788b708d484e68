package health.kedja.indicator.definition;

/**
 * The level to reach.
 *
 * @param value in the unit of the result (a proportion 0 to 1)
 * @param basis who set it
 */
public record Target(double value, Basis basis) {}
