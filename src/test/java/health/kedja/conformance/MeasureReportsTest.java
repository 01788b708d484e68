package health.kedja.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.fhir.CompletenessMeasureReport;
import health.kedja.fhir.IndicatorReport;
import health.kedja.fhir.ReportBasis;
import health.kedja.indicator.Cell;
import health.kedja.indicator.Cell.Standing;
import health.kedja.indicator.Counts;
import health.kedja.indicator.Coverage;
import health.kedja.indicator.Indicator;
import health.kedja.indicator.Indicators;
import health.kedja.indicator.Question;
import health.kedja.indicator.Report;
import health.kedja.indicator.StandardPopulation;
import health.kedja.indicator.Stratifier;
import health.kedja.indicator.comparison.ComparedReport;
import health.kedja.indicator.completeness.Completeness;
import health.kedja.indicator.completeness.CompletenessReport;
import health.kedja.indicator.definition.Scoring;
import health.kedja.indicator.statistics.Estimate;
import health.kedja.indicator.statistics.Method;
import health.kedja.indicator.statistics.Wilson;
import health.kedja.server.IndicatorFiles;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupComponent;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportType;
import org.hl7.fhir.r4.model.MeasureReport.StratifierGroupComponent;
import org.hl7.fhir.r4.model.Quantity;
import org.junit.jupiter.api.Test;

class MeasureReportsTest {

    private static final String KEDJA = "https://kedja.health/fhir/StructureDefinition/";
    private static final Indicators ALL = IndicatorFiles.load();
    private static final ReportBasis BASIS = new ReportBasis(
            "r1",
            Instant.parse("2026-02-03T04:05:06Z"),
            Optional.of("https://kedja.health/fhir/PlanDefinition/se-psvf-2021|1.0.0"),
            Optional.empty());
    private static final Estimate SCORE = new Estimate(0.25, 0.2, 0.3, Method.WILSON);

    @Test
    void a_stratified_proportion_says_everything_and_is_valid() {
        Indicator indicator = ALL.find("SOS-07").orElseThrow();
        Question question = question(List.of(Stratifier.REGION, Stratifier.SEX), 5);
        Counts counts = new Counts(120, 10, 10, 100, 25, 0, 0, 0);
        Report report = new Report(
                indicator,
                question,
                shown(Map.of(), counts),
                List.of(
                        shown(Map.of(Stratifier.REGION, "12", Stratifier.SEX, "female"), counts),
                        hidden(Map.of(Stratifier.REGION, "12", Stratifier.SEX, "male"), Standing.SUPPRESSED),
                        hidden(Map.of(Stratifier.REGION, "14", Stratifier.SEX, "male"), Standing.NOT_REPORTED)),
                List.of(new Coverage("14", 2021, "surgery-times", 3, 12, false)));

        MeasureReport out = IndicatorReport.of(report, BASIS, MeasureReportType.SUMMARY);

        valid(out);
        assertThat(out.getMeasure()).isEqualTo("https://kedja.health/fhir/Measure/SOS-07|" + indicator.version());
        MeasureReportGroupComponent group = out.getGroupFirstRep();
        assertThat(group.getPopulation())
                .extracting(one -> one.getCode().getCodingFirstRep().getCode() + " " + one.getCount())
                .containsExactly("initial-population 120", "denominator 110", "numerator 25");
        assertThat(group.getMeasureScore().getValue()).isEqualByComparingTo("0.25");
        Extension interval = group.getMeasureScore().getExtensionByUrl(KEDJA + "kedja-interval");
        assertThat(value(interval, "low")).isEqualTo("0.2");
        assertThat(value(interval, "high")).isEqualTo("0.3");
        assertThat(value(interval, "method")).isEqualTo("wilson");
        assertThat(value(group.getExtensionByUrl(KEDJA + "kedja-pending"))).isEqualTo("10");
        Extension standardised = group.getExtensionByUrl(KEDJA + "kedja-standardised-result");
        assertThat(value(standardised, "standardPopulation")).isEqualTo("national-denominator");
        List<StratifierGroupComponent> strata = group.getStratifierFirstRep().getStratum();
        assertThat(strata).hasSize(3);
        assertThat(strata.get(0).getComponent())
                .extracting(one -> one.getValue().getText())
                .containsExactly("12", "female");
        assertThat(strata)
                .extracting(one -> value(one.getExtensionByUrl(KEDJA + "kedja-cell-standing")))
                .containsExactly("shown", "suppressed", "not-reported");
        assertThat(strata.subList(1, 3)).allSatisfy(one -> {
            assertThat(one.getPopulation()).isEmpty();
            assertThat(one.hasMeasureScore()).isFalse();
        });
        Extension basis = out.getExtensionByUrl(KEDJA + "kedja-report-basis");
        assertThat(value(basis, "definitionHash")).isEqualTo(indicator.hash());
        assertThat(value(basis, "asOf")).isEqualTo("2023-12-31");
        assertThat(value(basis, "suppressBelow")).isEqualTo("5");
        assertThat(value(out.getExtensionByUrl(KEDJA + "kedja-coverage"), "reported"))
                .isEqualTo("false");
    }

    @Test
    void the_score_follows_from_the_populations_by_the_formula_of_fhir() {
        Indicator indicator = ALL.find("RH-24").orElseThrow();
        Counts counts = new Counts(120, 10, 10, 100, 25, 0, 0, 0);
        Report report = new Report(indicator, question(List.of(), 0), shown(Map.of(), counts), List.of(), List.of());

        MeasureReport out = IndicatorReport.of(report, BASIS, MeasureReportType.SUMMARY);

        Map<String, Integer> population = out.getGroupFirstRep().getPopulation().stream()
                .collect(java.util.stream.Collectors.toMap(
                        one -> one.getCode().getCodingFirstRep().getCode(), one -> one.getCount()));
        double net = population.get("denominator") - population.get("denominator-exclusion");
        assertThat(population.get("numerator") / net).isEqualTo(0.25);
        valid(out);
    }

    @Test
    void a_rate_has_its_person_time_and_a_median_its_quartiles() {
        Indicator rate = ALL.all().stream()
                .filter(one -> one.scoring() == Scoring.RATE)
                .findFirst()
                .orElseThrow();
        Cell cell = new Cell(
                Map.of(),
                Standing.SHOWN,
                new Counts(1000, 0, 0, 1000, 7, 365_250, 0, 0),
                Optional.of(new Estimate(700, 281.4, 1442.3, Method.EXACT_POISSON)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        MeasureReport out = IndicatorReport.of(
                new Report(rate, question(List.of(), 0), cell, List.of(), List.of()), BASIS, MeasureReportType.SUMMARY);
        Extension time = out.getGroupFirstRep().getExtensionByUrl(KEDJA + "kedja-person-time");
        assertThat(value(time, "days")).isEqualTo("365250");
        assertThat(((Quantity) time.getExtensionByUrl("years").getValue()).getValue())
                .isEqualByComparingTo("1000");
        valid(out);

        Indicator times = ALL.find("CHAIN-bone-density-TIME").orElseThrow();
        Cell median = new Cell(
                Map.of(),
                Standing.SHOWN,
                new Counts(50, 0, 0, 50, 50, 0, 0, 0),
                Optional.of(new Estimate(40, 30, 51, Method.ORDER_STATISTIC)),
                Optional.of(new Estimate(20, Double.NaN, Double.NaN, Method.ORDER_STATISTIC)),
                Optional.of(new Estimate(60, 55, 80, Method.ORDER_STATISTIC)),
                Optional.empty());
        MeasureReport days = IndicatorReport.of(
                new Report(
                        times,
                        question(List.of(Stratifier.YEAR), 0),
                        median,
                        List.of(new Cell(
                                Map.of(Stratifier.YEAR, "2021"),
                                Standing.SHOWN,
                                median.counts(),
                                median.score(),
                                median.lowerQuartile(),
                                median.upperQuartile(),
                                Optional.empty())),
                        List.of()),
                BASIS,
                MeasureReportType.SUMMARY);
        Extension quartiles = days.getGroupFirstRep().getExtensionByUrl(KEDJA + "kedja-quartiles");
        Quantity lower = (Quantity) quartiles.getExtensionByUrl("lower").getValue();
        assertThat(lower.getCode()).isEqualTo("d");
        assertThat(lower.getExtensionByUrl(KEDJA + "kedja-interval").getExtensionByUrl("low"))
                .isNull();
        valid(days);
    }

    @Test
    void ranks_limits_levels_trends_and_run_charts_are_valid() {
        List<Cell> years = new ArrayList<>();
        List<Cell> months = new ArrayList<>();
        for (int year = 2010; year < 2022; year++) {
            for (String region : List.of("01", "03", "04")) {
                Counts counts = new Counts(100, 0, 0, 100, 20 + 5 * (year - 2010), 0, 0, 0);
                years.add(crude(Map.of(Stratifier.REGION, region, Stratifier.YEAR, "" + year), counts));
            }
            Counts counts = new Counts(100, 0, 0, 100, year < 2016 ? 20 : 60, 0, 0, 0);
            months.add(crude(Map.of(Stratifier.MONTH, year + "-01"), counts));
        }
        months.add(hidden(Map.of(Stratifier.MONTH, "2022-01"), Standing.SUPPRESSED));
        years.add(hidden(Map.of(Stratifier.REGION, "05", Stratifier.YEAR, "2021"), Standing.NOT_REPORTED));
        Indicator indicator = ALL.find("IOF-3").orElseThrow();
        Cell whole = crude(Map.of(), new Counts(3600, 0, 0, 3600, 1710, 0, 0, 0));

        MeasureReport compared = IndicatorReport.of(
                ComparedReport.of(
                        new Report(
                                indicator,
                                question(List.of(Stratifier.REGION, Stratifier.YEAR), 5),
                                whole,
                                years,
                                List.of(new Coverage("01", 2021, "surgery-times", 6, 12, true))),
                        Optional.of(Stratifier.REGION)),
                BASIS,
                MeasureReportType.SUMMARY);
        MeasureReport overMonths = IndicatorReport.of(
                new Report(indicator, question(List.of(Stratifier.MONTH), 5), whole, months, List.of()),
                BASIS,
                MeasureReportType.SUMMARY);

        valid(compared);
        valid(overMonths);
        assertThat(value(compared.getExtensionByUrl(KEDJA + "kedja-coverage"), "standing"))
                .isEqualTo("partly-reported");
        assertThat(value(compared.getGroupFirstRep().getExtensionByUrl(KEDJA + "kedja-level"), "level"))
                .isEqualTo("low");
        var stratifier = compared.getGroupFirstRep().getStratifierFirstRep();
        assertThat(stratifier.getExtensionsByUrl(KEDJA + "kedja-comparison")).hasSize(12);
        assertThat(stratifier.getExtensionsByUrl(KEDJA + "kedja-trend"))
                .hasSize(3)
                .allSatisfy(trend -> assertThat(value(trend, "p")).isEqualTo("0.000001"));
        assertThat(stratifier.getStratum())
                .filteredOn(one -> one.hasExtension(KEDJA + "kedja-rank"))
                .hasSize(36)
                .allMatch(one -> one.hasExtension(KEDJA + "kedja-funnel-limits"));
        Extension chart =
                overMonths.getGroupFirstRep().getStratifierFirstRep().getExtensionByUrl(KEDJA + "kedja-run-chart");
        assertThat(value(chart, "leftOut")).isEqualTo("2022-01");
        assertThat(chart.getExtensionsByUrl("signal"))
                .extracting(signal -> value(signal, "rule"))
                .contains("shift", "too-few-runs");
    }

    @Test
    void the_completeness_of_fields_is_a_valid_report() {
        for (Completeness definition : IndicatorFiles.loadCompleteness()) {
            Question question = question(List.of(Stratifier.REGION), 5);
            CompletenessReport completeness = definition.evaluate(
                    question,
                    share -> new Report(
                            share,
                            question,
                            crude(Map.of(), new Counts(100, 0, 0, 100, 81, 0, 0, 0)),
                            List.of(
                                    crude(Map.of(Stratifier.REGION, "01"), new Counts(100, 0, 0, 100, 81, 0, 0, 0)),
                                    hidden(Map.of(Stratifier.REGION, "03"), Standing.SUPPRESSED)),
                            List.of(new Coverage("01", 2021, "fracture", 12, 12, true))));

            MeasureReport out = CompletenessMeasureReport.of(
                    definition,
                    question,
                    compared(completeness.fields()),
                    compared(completeness.indicators()),
                    completeness.verdicts(),
                    BASIS);

            valid(out);
            assertThat(out.getExtensionsByUrl(KEDJA + "kedja-coverage")).hasSize(1);
            List<Extension> verdicts = out.getExtensionsByUrl(KEDJA + "kedja-completeness-verdict");
            assertThat(verdicts).hasSize(definition.rule().isPresent() ? 3 : 0);
            verdicts.stream()
                    .skip(2)
                    .forEach(verdict -> assertThat(verdict.hasExtension("kept")).isFalse());
        }
    }

    private static Map<String, ComparedReport> compared(Map<String, Report> reports) {
        Map<String, ComparedReport> compared = new LinkedHashMap<>();
        reports.forEach((name, report) -> compared.put(name, ComparedReport.of(report, Optional.empty())));
        return compared;
    }

    private static Cell crude(Map<Stratifier, String> stratum, Counts counts) {
        return new Cell(
                stratum,
                Standing.SHOWN,
                counts,
                Optional.of(Wilson.interval(counts.numerator(), counts.denominator())),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void a_data_collection_names_resources_and_has_no_counts() {
        MeasureReport out = IndicatorReport.dataCollection(
                ALL.find("SOS-07").orElseThrow(),
                question(List.of(), 0),
                new ReportBasis("r2", BASIS.dataTimestamp(), Optional.empty(), Optional.of("Patient/1")),
                Set.of("Condition/2"));

        assertThat(out.getType()).isEqualTo(MeasureReportType.DATACOLLECTION);
        assertThat(out.hasGroup()).isFalse();
        assertThat(out.getEvaluatedResourceFirstRep().getReference()).isEqualTo("Condition/2");
        valid(out);
    }

    @Test
    void a_stratifier_with_10_000_values_is_answered() {
        Counts counts = new Counts(10, 0, 0, 10, 5, 0, 0, 0);
        List<Cell> cells = IntStream.range(0, 10_000)
                .mapToObj(i -> shown(Map.of(Stratifier.UNIT, "Organization/" + i), counts))
                .toList();

        MeasureReport out = IndicatorReport.of(
                new Report(
                        ALL.find("SOS-07").orElseThrow(),
                        question(List.of(Stratifier.UNIT), 0),
                        shown(Map.of(), counts),
                        cells,
                        List.of()),
                BASIS,
                MeasureReportType.SUMMARY);

        assertThat(out.getGroupFirstRep().getStratifierFirstRep().getStratum()).hasSize(10_000);
        assertThat(Published.R4.newJsonParser().encodeResourceToString(out)).contains("Organization/9999");
    }

    private static Question question(List<Stratifier> by, int suppressBelow) {
        return new Question(
                LocalDate.parse("2021-01-01"),
                LocalDate.parse("2021-12-31"),
                LocalDate.parse("2023-12-31"),
                by,
                Optional.empty(),
                Optional.of(StandardPopulation.OWN_DENOMINATOR),
                suppressBelow);
    }

    private static Cell shown(Map<Stratifier, String> stratum, Counts counts) {
        return new Cell(
                stratum,
                Standing.SHOWN,
                counts,
                Optional.of(SCORE),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Estimate(0.24, 0.19, 0.3, Method.WILSON_EFFECTIVE)));
    }

    private static Cell hidden(Map<Stratifier, String> stratum, Standing standing) {
        return new Cell(
                stratum,
                standing,
                Counts.NOTHING,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static String value(Extension extension, String part) {
        return value(extension.getExtensionByUrl(part));
    }

    private static String value(Extension extension) {
        return extension.getValue() instanceof DecimalType number
                ? number.getValue().toPlainString()
                : extension.getValue().primitiveValue();
    }

    private static void valid(MeasureReport report) {
        assertThat(ProfileValidator.INSTANCE.errors(Published.R4.newJsonParser().encodeResourceToString(report)))
                .isEmpty();
    }
}
