package health.kedja.indicator.comparison;

import health.kedja.indicator.Report;
import health.kedja.indicator.Stratifier;
import java.util.Optional;

/**
 * A report and what follows from setting its strata beside each other.
 *
 * @param report with what is compared best first
 * @param comparison of it
 */
public record ComparedReport(Report report, Comparison comparison) {

    /**
     * Compares the strata of a report.
     *
     * @param compared one of the stratifiers asked for, and not time; empty to rank nothing
     */
    public static ComparedReport of(Report report, Optional<Stratifier> compared) {
        Comparison comparison = Comparison.of(report, compared);
        return new ComparedReport(comparison.bestFirst(report), comparison);
    }
}
