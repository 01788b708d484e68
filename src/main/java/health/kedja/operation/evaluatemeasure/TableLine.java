package health.kedja.operation.evaluatemeasure;

import health.kedja.indicator.Stratifier;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A line of a table: what is not put is empty. */
final class TableLine {

    static final String END = "\r\n";

    private static final MathContext DIGITS = new MathContext(10);

    private static final List<String> BEFORE_STRATA =
            List.of("report_id", "measure", "measure_version", "group", "period_start", "period_end", "as_of", "row");
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
            "level",
            "target",
            "target_standing",
            "rank",
            "ranked",
            "tied",
            "rank_basis",
            "funnel_centre",
            "funnel_dispersion",
            "funnel_low_95",
            "funnel_high_95",
            "funnel_low_998",
            "funnel_high_998",
            "funnel_position",
            "trend_ratio",
            "trend_low",
            "trend_high",
            "trend_z",
            "trend_p",
            "trend_test",
            "trend_change",
            "run_chart_median",
            "run_chart_signals",
            "coverage_region",
            "coverage_year",
            "coverage_source",
            "coverage_months",
            "coverage_out_of",
            "coverage",
            "poor_fields",
            "untold_fields",
            "rule_kept",
            "definition_hash",
            "data_timestamp");

    private final List<String> columns;
    private final Map<String, String> values = new HashMap<>();

    TableLine(List<String> columns) {
        this.columns = columns;
    }

    /** The columns of a table that is divided by some stratifiers. */
    static List<String> columns(List<Stratifier> by) {
        List<String> columns = new ArrayList<>(BEFORE_STRATA);
        by.forEach(stratifier -> columns.add(column(stratifier)));
        columns.addAll(AFTER_STRATA);
        return List.copyOf(columns);
    }

    static String column(Stratifier stratifier) {
        return stratifier.name().toLowerCase(Locale.ROOT);
    }

    TableLine put(String column, String value) {
        values.put(column, value);
        return this;
    }

    TableLine put(String column, long value) {
        return put(column, Long.toString(value));
    }

    /** Ten digits; nothing where there is no number. */
    TableLine put(String column, double value) {
        return put(
                column,
                Double.isFinite(value)
                        ? new BigDecimal(value)
                                .round(DIGITS)
                                .stripTrailingZeros()
                                .toPlainString()
                        : "");
    }

    TableLine put(String column, Enum<?> value) {
        return put(column, value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** Writes the line. */
    void end(StringBuilder out) {
        out.append(columns.stream()
                        .map(column -> field(values.getOrDefault(column, "")))
                        .collect(Collectors.joining(",")))
                .append(END);
    }

    private static String field(String text) {
        return text.matches("[^\",\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
