package health.kedja.operation.evaluatemeasure;

import health.kedja.indicator.Cell;
import health.kedja.indicator.Counts;
import health.kedja.indicator.Report;
import health.kedja.indicator.StandardPopulation;
import health.kedja.indicator.Stratifier;
import health.kedja.indicator.definition.Scoring;
import health.kedja.indicator.statistics.Estimate;
import health.kedja.operation.evaluatemeasure.Reports.Made;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reports as a table for statisticians: CSV (RFC 4180) in UTF-8, one line for the whole and one for each stratum. What is
 * not shown or does not exist is empty, never 0. The columns are documented in {@code docs/quality-indicators.md}.
 */
final class ReportTable {

    private static final MathContext DIGITS = new MathContext(10);
    private static final String LINE = "\r\n";

    private static final List<String> BEFORE_STRATA =
            List.of("report_id", "measure", "measure_version", "period_start", "period_end", "as_of", "row");
    private static final List<String> AFTER_STRATA = List.of(
            "standing",
            "initial_population",
            "denominator_exclusion",
            "pending",
            "counted",
            "numerator",
            "person_days",
            "numerator_sum",
            "denominator_sum",
            "score",
            "score_low",
            "score_high",
            "score_method",
            "lower_quartile",
            "upper_quartile",
            "standardised",
            "standardised_low",
            "standardised_high",
            "standardised_method",
            "standard_population",
            "definition_hash",
            "data_timestamp");

    private final StringBuilder out = new StringBuilder();
    private final List<Stratifier> by;

    private ReportTable(List<Stratifier> by) {
        this.by = by;
    }

    static String of(List<Stratifier> by, List<Made> reports) {
        ReportTable table = new ReportTable(by);
        List<String> header = new ArrayList<>(BEFORE_STRATA);
        by.forEach(stratifier -> header.add(column(stratifier)));
        header.addAll(AFTER_STRATA);
        table.line(header);
        reports.forEach(table::report);
        return table.out.toString();
    }

    private static String column(Stratifier stratifier) {
        return stratifier.name().toLowerCase(Locale.ROOT);
    }

    private void report(Made made) {
        String hash = made.report().indicator().hash();
        cell(made, made.report().whole(), "whole", hash);
        made.report().cells().forEach(cell -> cell(made, cell, "stratum", hash));
    }

    private void cell(Made made, Cell cell, String row, String hash) {
        Report report = made.report();
        List<String> line = new ArrayList<>(Arrays.asList(
                made.resource().getIdElement().getIdPart(),
                report.indicator().id(),
                report.indicator().version(),
                report.question().periodStart().toString(),
                report.question().periodEnd().toString(),
                report.question().asOf().toString(),
                row));
        by.forEach(stratifier -> line.add(cell.stratum().getOrDefault(stratifier, "")));
        line.add(cell.standing().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        counts(line, cell, report.indicator().scoring());
        estimate(line, cell.score(), true);
        estimate(line, cell.lowerQuartile(), false);
        estimate(line, cell.upperQuartile(), false);
        estimate(line, cell.standardised(), true);
        line.add(
                cell.standardised().isPresent()
                        ? report.question()
                                .standard()
                                .map(StandardPopulation::name)
                                .orElse("")
                        : "");
        line.add(hash);
        line.add(made.resource().getDate().toInstant().toString());
        line(line);
    }

    private static void counts(List<String> line, Cell cell, Scoring scoring) {
        if (cell.standing() != Cell.Standing.SHOWN) {
            line.addAll(List.of("", "", "", "", "", "", "", ""));
            return;
        }
        Counts counts = cell.counts();
        line.add(Long.toString(counts.initialPopulation()));
        line.add(Long.toString(counts.denominatorExclusion()));
        line.add(Long.toString(counts.pending()));
        line.add(Long.toString(counts.denominator()));
        line.add(Long.toString(counts.numerator()));
        line.add(scoring == Scoring.RATE ? Long.toString(counts.personDays()) : "");
        line.add(scoring == Scoring.RATIO ? number(counts.numeratorSum()) : "");
        line.add(scoring == Scoring.RATIO ? number(counts.denominatorSum()) : "");
    }

    private static void estimate(List<String> line, Optional<Estimate> estimate, boolean withInterval) {
        line.add(estimate.map(one -> number(one.value())).orElse(""));
        if (withInterval) {
            line.add(estimate.map(one -> number(one.low())).orElse(""));
            line.add(estimate.map(one -> number(one.high())).orElse(""));
            line.add(estimate.map(one -> one.method().token()).orElse(""));
        }
    }

    private static String number(double value) {
        return Double.isFinite(value)
                ? new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString()
                : "";
    }

    private void line(List<String> fields) {
        out.append(fields.stream().map(ReportTable::field).collect(Collectors.joining(",")))
                .append(LINE);
    }

    private static String field(String text) {
        return text.matches("[^\",\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
