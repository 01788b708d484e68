package health.kedja.indicator;

/**
 * Whether a kind of data was reported from a region in a year.
 *
 * @param region region code
 * @param year calendar year
 * @param source the kind of data, as the indicator's definition names it, such as {@code surgery-times}
 * @param months calendar months of the period asked for in which anything of the kind was reported
 * @param outOf calendar months of that year within the period in which something was to be expected
 * @param reported whether that is enough for the region to be counted
 */
public record Coverage(String region, int year, String source, int months, int outOf, boolean reported) {}
