package health.kedja.indicator;

import health.kedja.indicator.cohort.Cohort;
import health.kedja.indicator.report.ReportWriter;
import health.kedja.indicator.scan.CoverageScan;
import health.kedja.indicator.scan.Found;
import health.kedja.indicator.scan.Scan;
import java.util.List;

/** Answers an indicator from a cohort. */
public final class Evaluation {

    private Evaluation() {}

    /**
     * The report of an indicator.
     *
     * @param chains fracture chains, for indicators of chains and for stratification by their type
     * @throws IllegalArgumentException if the question cannot be answered: the period begins after the last day of data,
     *     the standard population does not cover an age group, or the report would have too many cells
     */
    public static Report of(Indicator indicator, Question question, Cohort cohort, ChainSource chains) {
        List<Stratifier> counted = ReportWriter.stratifiers(indicator, question);
        List<Coverage> coverage = CoverageScan.of(indicator, question, cohort);
        ReportWriter writer = new ReportWriter(indicator, question, counted, coverage);
        return writer.write(new Scan(indicator, question, cohort, chains, counted).counts());
    }

    /**
     * Each unit of analysis behind a report, those of regions that did not report among them, with what it adds to the
     * counts; in the order of the cohort. Not for callers without right to see patients.
     */
    public static List<Found> members(Indicator indicator, Question question, Cohort cohort, ChainSource chains) {
        return new Scan(indicator, question, cohort, chains, question.by()).units();
    }
}
