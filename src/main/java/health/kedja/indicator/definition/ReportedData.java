package health.kedja.indicator.definition;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Data without which a region is "not reported" and not zero.
 *
 * @param name such as {@code surgery-times}
 * @param shownBy events that show that a region reports
 * @param expectedBy events with which the data are to be expected: only months in which a region has any of these are
 *     held against it; empty: every calendar month
 * @param minimumMonthShare share of those months (0 to 1) in which something must have been reported
 * @param mistakenMonths share (0 to 0.5) of months in which a region that reports shows nothing all the same, or one that
 *     does not shows something: so few months as such mistakes may explain tell nothing; empty: every month tells
 * @param basis where this comes from
 */
public record ReportedData(
        String name,
        List<EventTest> shownBy,
        List<EventTest> expectedBy,
        double minimumMonthShare,
        OptionalDouble mistakenMonths,
        Basis basis) {}
