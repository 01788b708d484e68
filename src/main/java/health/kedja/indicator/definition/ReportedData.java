package health.kedja.indicator.definition;

import java.util.List;

/**
 * Data without which a region is "not reported" and not zero.
 *
 * @param name such as {@code surgery-times}
 * @param shownBy events that show that a region reports
 * @param minimumMonthShare share of the calendar months asked for (0 to 1) in which something must have been reported
 * @param basis where this comes from
 */
public record ReportedData(String name, List<EventTest> shownBy, double minimumMonthShare, Basis basis) {}
