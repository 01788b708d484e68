package health.kedja.operation.evaluatemeasure;

import health.kedja.indicator.Cell;
import health.kedja.indicator.Counts;
import health.kedja.indicator.Coverage;
import health.kedja.indicator.Report;
import health.kedja.indicator.StandardPopulation;
import health.kedja.indicator.Stratifier;
import health.kedja.indicator.completeness.CompletenessReport.Verdict;
import health.kedja.indicator.definition.Scoring;
import health.kedja.indicator.statistics.Estimate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reports as a table for statisticians: CSV (RFC 4180) in UTF-8, one line for the whole and one for each stratum, then the
 * coverage, and the rule of completeness. What is not shown or does not exist is empty, never 0. The columns are documented
 * in {@code docs/quality-indicators.md}.
 */
final class ReportTable {

    private final StringBuilder out = new StringBuilder();
    private final List<String> columns;

    private ReportTable(List<Stratifier> by) {
        columns = TableLine.columns(by);
        out.append(String.join(",", columns)).append(TableLine.END);
    }

    static String of(List<Stratifier> by, List<Made> reports) {
        ReportTable table = new ReportTable(by);
        reports.forEach(table::report);
        return table.out.toString();
    }

    private void report(Made made) {
        String hash = made.definition().hash();
        made.groups().forEach((group, compared) -> {
            CompareColumns comparison = new CompareColumns(compared);
            Report report = compared.report();
            cell(line(made, hash, "whole").put("group", group), report, report.whole(), comparison);
            report.cells()
                    .forEach(cell -> cell(line(made, hash, "stratum").put("group", group), report, cell, comparison));
        });
        made.coverage().forEach(coverage -> coverage(line(made, hash, "coverage"), coverage));
        made.verdicts().forEach(verdict -> verdict(line(made, hash, "rule"), verdict));
    }

    private TableLine line(Made made, String hash, String row) {
        return new TableLine(columns)
                .put("report_id", made.resource().getIdElement().getIdPart())
                .put("measure", made.definition().id())
                .put("measure_version", made.definition().version())
                .put("period_start", made.question().periodStart().toString())
                .put("period_end", made.question().periodEnd().toString())
                .put("as_of", made.question().asOf().toString())
                .put("row", row)
                .put("definition_hash", hash)
                .put("data_timestamp", made.resource().getDate().toInstant().toString());
    }

    private void cell(TableLine line, Report report, Cell cell, CompareColumns comparison) {
        strata(line, cell.stratum());
        line.put("standing", cell.standing());
        counts(line, cell, report.indicator().scoring());
        estimate(line, "score", cell.score(), true);
        estimate(line, "lower_quartile", cell.lowerQuartile(), false);
        estimate(line, "upper_quartile", cell.upperQuartile(), false);
        estimate(line, "standardised", cell.standardised(), true);
        cell.standardised()
                .flatMap(any -> report.question().standard())
                .map(StandardPopulation::name)
                .ifPresent(name -> line.put("standard_population", name));
        comparison.put(line, cell);
        line.end(out);
    }

    private static void strata(TableLine line, Map<Stratifier, String> stratum) {
        stratum.forEach((stratifier, value) -> line.put(TableLine.column(stratifier), value));
    }

    private static void counts(TableLine line, Cell cell, Scoring scoring) {
        if (cell.standing() != Cell.Standing.SHOWN) {
            return;
        }
        Counts counts = cell.counts();
        line.put("initial_population", counts.initialPopulation());
        line.put("denominator_exclusion", counts.denominatorExclusion());
        line.put("pending", counts.pending());
        line.put("counted", counts.denominator());
        line.put("numerator", counts.numerator());
        if (scoring == Scoring.RATE) {
            line.put("person_days", counts.personDays());
        }
        if (scoring == Scoring.RATIO) {
            line.put("numerator_sum", counts.numeratorSum());
            line.put("denominator_sum", counts.denominatorSum());
        }
    }

    private static void estimate(TableLine line, String name, Optional<Estimate> estimate, boolean withInterval) {
        estimate.ifPresent(one -> {
            line.put(name, one.value());
            if (withInterval) {
                line.put(name + "_low", one.low());
                line.put(name + "_high", one.high());
                line.put(name + "_method", one.method().token());
            }
        });
    }

    private void coverage(TableLine line, Coverage coverage) {
        line.put("coverage_region", coverage.region())
                .put("coverage_year", coverage.year())
                .put("coverage_source", coverage.source())
                .put("coverage_months", coverage.months())
                .put("coverage_out_of", coverage.outOf())
                .put("coverage", coverage.standing())
                .end(out);
    }

    private void verdict(TableLine line, Verdict verdict) {
        strata(line, verdict.stratum());
        line.put("poor_fields", verdict.poor()).put("untold_fields", verdict.untold());
        verdict.kept().ifPresent(kept -> line.put("rule_kept", kept.toString()));
        line.end(out);
    }
}
