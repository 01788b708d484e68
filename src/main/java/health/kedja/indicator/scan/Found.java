package health.kedja.indicator.scan;

import health.kedja.indicator.Counts;
import java.util.List;

/**
 * A unit of analysis.
 *
 * @param person logical id
 * @param day day of its index, in days since 1970-01-01
 * @param counts what it adds to the counts of a report
 * @param value days or minutes of a continuous variable; -1 without
 * @param strata its value of each stratifier of the question, in order
 */
public record Found(String person, int day, Counts counts, int value, List<String> strata) {}
