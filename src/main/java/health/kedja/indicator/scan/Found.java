package health.kedja.indicator.scan;

import health.kedja.indicator.Counts;

/**
 * A unit of analysis.
 *
 * @param person logical id
 * @param day day of its index, in days since 1970-01-01
 * @param counts what it adds to the counts of a report
 * @param value days or minutes of a continuous variable; -1 without
 */
public record Found(String person, int day, Counts counts, int value) {}
