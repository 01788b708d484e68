package health.kedja.operation.evaluatemeasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import health.kedja.FhirHttp;
import health.kedja.KedjaServerExtension;
import health.kedja.operation.HipFractures;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupStratifierComponent;
import org.hl7.fhir.r4.model.MeasureReport.StratifierGroupComponent;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Regions beside each other, over HTTP. The limits were calculated by another program from the formulas of the source. */
class ComparedStrataTest {

    @RegisterExtension
    static final KedjaServerExtension SERVER = new KedjaServerExtension();

    private static final String KEDJA = "https://kedja.health/fhir/StructureDefinition/";
    private static final String YEAR = "periodStart=2021&periodEnd=2021&asOf=2023-12-31";
    private static final double DISPERSION = 2.046526328987628;
    private static final double BETWEEN = 0.051673604199104474;
    private static final double LOW95_OF_TEN = 0.04111516701386959;
    private static final double HIGH95_OF_TEN = 0.9229975895018293;
    private static final double LOW95_OF_THREE = 0.0007150356505750809;
    private static final double HIGH95_OF_THREE = 0.9892760531887276;

    private static String group;

    private final FhirHttp http = new FhirHttp(SERVER.fhirBase());

    /** Treated of all: 7 of 10, 5 of 10, 3 of 6, 2 of 3 and 1 of 10, together 18 of 39. */
    private String fiveRegions() {
        if (group == null) {
            group = new HipFractures(http)
                    .livingIn("01")
                    .add(7, 10)
                    .livingIn("03")
                    .add(5, 10)
                    .livingIn("04")
                    .add(3, 6)
                    .livingIn("12")
                    .add(2, 3)
                    .livingIn("25")
                    .add(1, 10)
                    .group();
        }
        return group;
    }

    private String path(String more) {
        return "Measure/SOS-07/$evaluate-measure?" + YEAR + "&subject=" + fiveRegions() + more;
    }

    @Test
    void regions_come_best_first_and_equal_ones_share_a_rank() {
        MeasureReport report = report(path("&compare=region&suppressBelow=0"));

        assertThat(strata(report))
                .extracting(
                        one -> one.getValue().getText(),
                        one -> value(extension(one, "kedja-rank"), "rank"),
                        one -> value(extension(one, "kedja-rank"), "tied"))
                .containsExactly(
                        tuple("01", "1", "false"),
                        tuple("12", "2", "false"),
                        tuple("03", "3", "true"),
                        tuple("04", "3", "true"),
                        tuple("25", "5", "false"));
        assertThat(strata(report)).allSatisfy(one -> {
            assertThat(value(extension(one, "kedja-rank"), "of")).isEqualTo("5");
            assertThat(value(extension(one, "kedja-rank"), "basis")).isEqualTo("crude");
        });
    }

    @Test
    void the_limits_of_the_funnel_are_those_of_the_formulas() {
        MeasureReport report = report(path("&compare=region&suppressBelow=0"));

        Extension comparison = stratifier(report).getExtensionByUrl(KEDJA + "kedja-comparison");
        assertThat(value(comparison, "compared")).isEqualTo("region");
        assertThat(value(comparison, "ranked")).isEqualTo("5");
        Extension funnel = comparison.getExtensionByUrl("funnel");
        assertThat(number(funnel, "centre")).isCloseTo(18.0 / 39, within(1e-9));
        assertThat(number(funnel, "dispersion")).isCloseTo(DISPERSION, within(1e-9));
        assertThat(number(funnel, "betweenUnits")).isCloseTo(BETWEEN, within(1e-9));
        assertThat(value(funnel, "strata")).isEqualTo("5");
        Extension ofTen = extension(strata(report).get(4), "kedja-funnel-limits");
        assertThat(number(ofTen, "low95")).isCloseTo(LOW95_OF_TEN, within(1e-9));
        assertThat(number(ofTen, "high95")).isCloseTo(HIGH95_OF_TEN, within(1e-9));
        assertThat(number(ofTen, "low998")).isZero();
        assertThat(number(ofTen, "high998")).isEqualTo(1);
        assertThat(value(ofTen, "position")).isEqualTo("within");
        Extension ofThree = extension(strata(report).get(1), "kedja-funnel-limits");
        assertThat(number(ofThree, "low95")).isCloseTo(LOW95_OF_THREE, within(1e-9));
        assertThat(number(ofThree, "high95")).isCloseTo(HIGH95_OF_THREE, within(1e-9));
    }

    @Test
    void what_is_withheld_has_no_rank_and_no_part_in_the_limits() {
        MeasureReport report = report(path("&compare=region&suppressBelow=3"));

        assertThat(strata(report))
                .extracting(one -> one.getValue().getText(), one -> one.hasExtension(KEDJA + "kedja-rank"))
                .containsExactly(
                        tuple("01", true),
                        tuple("03", true),
                        tuple("04", true),
                        tuple("12", false),
                        tuple("25", false));
        assertThat(strata(report).subList(3, 5))
                .allSatisfy(one -> assertThat(one.getExtension())
                        .extracting(Extension::getUrl)
                        .containsExactly(KEDJA + "kedja-cell-standing"));
        Extension comparison = stratifier(report).getExtensionByUrl(KEDJA + "kedja-comparison");
        assertThat(value(comparison, "ranked")).isEqualTo("3");
        Extension funnel = comparison.getExtensionByUrl("funnel");
        assertThat(number(funnel, "centre")).isCloseTo(15.0 / 26, within(1e-9));
        assertThat(number(funnel, "dispersion")).isCloseTo(0.34750285545778836, within(1e-9));
        assertThat(number(funnel, "betweenUnits")).isZero();
        Extension ofSix = extension(strata(report).get(2), "kedja-funnel-limits");
        assertThat(number(ofSix, "low95")).isCloseTo(0.19912422541754105, within(1e-9));
        assertThat(number(ofSix, "high998")).isCloseTo(0.9940246873873684, within(1e-9));
    }

    @Test
    void reports_that_differ_in_what_is_withheld_say_the_same_of_the_rest() {
        String other = new HipFractures(http)
                .livingIn("01")
                .add(7, 10)
                .livingIn("03")
                .add(5, 10)
                .livingIn("04")
                .add(3, 6)
                .livingIn("12")
                .add(1, 3)
                .livingIn("25")
                .add(2, 10)
                .group();
        MeasureReport one = report(path("&compare=region&suppressBelow=3"));
        MeasureReport two = report(
                "Measure/SOS-07/$evaluate-measure?" + YEAR + "&subject=" + other + "&compare=region&suppressBelow=3");

        assertThat(stratifier(two).equalsDeep(stratifier(one))).isTrue();
    }

    @Test
    void strata_are_ranked_within_each_of_the_others_and_the_table_says_the_same() {
        MeasureReport report = report(path("&stratifier=sex&compare=region&suppressBelow=0"));
        List<Map<String, String>> table = table(path("&stratifier=sex&compare=region&suppressBelow=0"));

        Extension comparison = stratifier(report).getExtensionByUrl(KEDJA + "kedja-comparison");
        assertThat(value(comparison.getExtensionByUrl("within"), "stratifier")).isEqualTo("sex");
        assertThat(value(comparison.getExtensionByUrl("within"), "value")).isEqualTo("female");
        List<Map<String, String>> lines =
                table.stream().filter(line -> line.get("row").equals("stratum")).toList();
        assertThat(lines)
                .extracting(line -> line.get("region") + " " + line.get("sex") + " " + line.get("rank") + " of "
                        + line.get("ranked") + " " + line.get("funnel_position") + " " + line.get("rank_basis"))
                .containsExactly(
                        "01 female 1 of 5 within crude",
                        "12 female 2 of 5 within crude",
                        "03 female 3 of 5 within crude",
                        "04 female 3 of 5 within crude",
                        "25 female 5 of 5 within crude");
        assertThat(Double.parseDouble(lines.get(4).get("funnel_low_95"))).isCloseTo(LOW95_OF_TEN, within(1e-9));
        assertThat(lines.get(2)).containsEntry("tied", "true");
        assertThat(table.get(0)).containsEntry("row", "whole").containsEntry("rank", "");
    }

    @Test
    void standardised_results_are_ranked_where_all_have_them() {
        assertThat(strata(report(path("&compare=region&suppressBelow=0&standardPopulation=national"))))
                .allSatisfy(one ->
                        assertThat(value(extension(one, "kedja-rank"), "basis")).isEqualTo("standardised"));
    }

    @Test
    void nothing_is_ranked_unasked_and_the_order_is_that_of_the_codes() {
        MeasureReport report = report(path("&stratifier=region&suppressBelow=0"));

        assertThat(strata(report))
                .extracting(one -> one.getValue().getText())
                .containsExactly("01", "03", "04", "12", "25");
        assertThat(strata(report))
                .noneMatch(one -> one.hasExtension(KEDJA + "kedja-rank"))
                .noneMatch(one -> one.hasExtension(KEDJA + "kedja-funnel-limits"));
        assertThat(stratifier(report).hasExtension()).isFalse();
        assertThat(report.getIdPart())
                .isNotEqualTo(report(path("&compare=region&suppressBelow=0")).getIdPart());
    }

    @Test
    void where_neither_way_is_better_a_warning_says_that_nothing_is_ranked() {
        MeasureReport report = report("Measure/SOS-09/$evaluate-measure?" + YEAR + "&compare=region&subject="
                + fiveRegions() + "&suppressBelow=0");

        assertThat(((OperationOutcome) report.getContained().get(0))
                        .getIssueFirstRep()
                        .getDiagnostics())
                .startsWith("Parameter 'compare': of SOS-09 neither more nor less is better");
        assertThat(strata(report)).noneMatch(one -> one.hasExtension(KEDJA + "kedja-rank"));
    }

    @Test
    void a_level_comes_with_its_limits() {
        MeasureReport report = report("Measure/IOF-3/$evaluate-measure?" + YEAR + "&subject=" + fiveRegions());

        Extension level = report.getGroupFirstRep().getExtensionByUrl(KEDJA + "kedja-level");
        assertThat(value(level, "level")).isEqualTo("low");
        assertThat(number(level, "middleFrom")).isEqualTo(0.5);
        assertThat(number(level, "highAbove")).isEqualTo(0.8);
        assertThat(table("Measure/IOF-3/$evaluate-measure?" + YEAR + "&subject=" + fiveRegions())
                        .get(0))
                .containsEntry("level", "low")
                .containsEntry("score", "0");
    }

    @Test
    void coverage_says_what_the_months_mean() {
        new HipFractures(http).livingIn("24").on("2011-03-01").add(1, 1);
        String path = "Measure/SOS-07/$evaluate-measure?periodStart=2011-06&periodEnd=2011-06&asOf=2013-12-31";

        List<String> said = report(path).getExtensionsByUrl(KEDJA + "kedja-coverage").stream()
                .filter(one -> value(one, "region").equals("24"))
                .map(one -> value(one, "source") + " " + value(one, "months") + " of " + value(one, "outOf") + " "
                        + value(one, "standing"))
                .toList();

        assertThat(said).contains("drug-dispensed 1 of 1 reported", "fracture 0 of 1 too-little-to-tell");
        assertThat(table(path))
                .filteredOn(line -> line.get("row").equals("coverage"))
                .filteredOn(line -> line.get("coverage_region").equals("24"))
                .extracting(line -> line.get("coverage_source") + " " + line.get("coverage_months") + " of "
                        + line.get("coverage_out_of") + " " + line.get("coverage"))
                .containsExactlyElementsOf(said);
    }

    private MeasureReport report(String path) {
        return http.get(path).expect(200).as(MeasureReport.class);
    }

    private List<Map<String, String>> table(String path) {
        return Table.of(http.get(path, "Accept", "text/csv").expect(200).body());
    }

    private static MeasureReportGroupStratifierComponent stratifier(MeasureReport report) {
        return report.getGroupFirstRep().getStratifierFirstRep();
    }

    private static List<StratifierGroupComponent> strata(MeasureReport report) {
        return stratifier(report).getStratum();
    }

    private static Extension extension(StratifierGroupComponent stratum, String name) {
        return stratum.getExtensionByUrl(KEDJA + name);
    }

    private static String value(Extension extension, String part) {
        return extension.getExtensionByUrl(part).getValue().primitiveValue();
    }

    private static double number(Extension extension, String part) {
        return ((DecimalType) extension.getExtensionByUrl(part).getValue())
                .getValue()
                .doubleValue();
    }
}
