package health.kedja.operation.evaluatemeasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import health.kedja.FhirHttp;
import health.kedja.KedjaServerExtension;
import health.kedja.operation.HipFractures;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.MeasureReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Trends and run charts over HTTP. */
class ResultsOverTimeTest {

    @RegisterExtension
    static final KedjaServerExtension SERVER = new KedjaServerExtension();

    private static final String KEDJA = "https://kedja.health/fhir/StructureDefinition/";
    private static final String YEARS = "periodStart=2019&periodEnd=2021&asOf=2023-12-31";

    private final FhirHttp http = new FhirHttp(SERVER.fhirBase());

    private String path(HipFractures people, String more) {
        return "Measure/SOS-07/$evaluate-measure?" + YEARS + "&subject=" + people.group() + more;
    }

    /** 2, 4 and 6 of 8. */
    private HipFractures threeYears() {
        return new HipFractures(http)
                .on("2019-03-01")
                .add(2, 8)
                .on("2020-03-01")
                .add(4, 8)
                .on("2021-03-01")
                .add(6, 8);
    }

    /**
     * With the years counted from 2020: the sum of year × (treated − half of 8) is 4, its variance a quarter of 16. The odds
     * are 1:3, 1:1 and 3:1, and the information of the regression on their logarithm is 8 × (3/16 + 3/16).
     */
    @Test
    void a_trend_of_years_is_tested_and_says_whether_it_is_better() {
        String path = path(threeYears(), "&stratifier=year&suppressBelow=0");

        Extension trend = only(http.get(path).expect(200).as(MeasureReport.class), "kedja-trend");

        assertThat(trend.hasExtension("within")).isFalse();
        assertThat(value(trend, "years")).isEqualTo("3");
        assertThat(number(trend, "z")).isCloseTo(2, within(1e-9));
        assertThat(number(trend, "p")).isCloseTo(0.04550026389635844, within(1e-9));
        assertThat(number(trend, "ratio")).isCloseTo(3, within(1e-6));
        assertThat(number(trend, "low")).isCloseTo(3 * Math.exp(-1.959963984540054 / Math.sqrt(3)), within(1e-6));
        assertThat(value(trend, "test")).isEqualTo("cochran-armitage");
        assertThat(value(trend, "change")).isEqualTo("better");
        List<Map<String, String>> table =
                Table.of(http.get(path, "Accept", "text/csv").expect(200).body());
        assertThat(table)
                .filteredOn(line -> line.get("row").equals("stratum"))
                .hasSize(3)
                .allSatisfy(line -> assertThat(line)
                        .containsEntry("trend_change", "better")
                        .containsEntry("trend_test", "cochran-armitage"));
        assertThat(table.get(0)).containsEntry("row", "whole").containsEntry("trend_change", "");
    }

    /** Shown are 6 of 16 and 9 of 16, three years apart; withheld 2 of 8 and 4 of 8. */
    @Test
    void years_that_are_withheld_are_named_and_have_no_part_in_the_trend() {
        HipFractures people = new HipFractures(http)
                .on("2018-03-01")
                .add(6, 16)
                .on("2019-03-01")
                .add(2, 8)
                .on("2020-03-01")
                .add(4, 8)
                .on("2021-03-01")
                .add(9, 16);
        String path = path(people, "&stratifier=year").replace("periodStart=2019", "periodStart=2018");

        Extension trend = only(http.get(path).expect(200).as(MeasureReport.class), "kedja-trend");

        assertThat(value(trend, "years")).isEqualTo("2");
        assertThat(trend.getExtensionsByUrl("leftOut"))
                .extracting(out -> out.getValue().primitiveValue())
                .containsExactly("2019", "2020");
        assertThat(number(trend, "z")).isCloseTo(4.5 / Math.sqrt(15.0 / 32 * 17 / 32 * 72), within(1e-9));
        assertThat(value(trend, "change")).isEqualTo("not-seen");
        assertThat(Table.of(http.get(path, "Accept", "text/csv").expect(200).body()))
                .filteredOn(line -> line.get("row").equals("stratum"))
                .extracting(line -> line.get("year") + " " + line.get("standing") + " " + line.get("trend_change"))
                .containsExactly("2018 shown not-seen", "2019 suppressed ", "2020 suppressed ", "2021 shown not-seen");
    }

    /** Nobody of six quarters and everybody of the next six: two runs where 7 are usual, with a probability of 2 in 924. */
    @Test
    void the_rules_of_run_charts_are_told_with_the_quarters_they_are_about() {
        HipFractures people = new HipFractures(http);
        for (int quarter = 0; quarter < 12; quarter++) {
            people.on(String.format("%d-%02d-10", 2019 + quarter / 4, quarter % 4 * 3 + 1))
                    .add(quarter < 6 ? 0 : 1, 1);
        }
        String path = path(people, "&stratifier=quarter&suppressBelow=0");

        Extension chart = only(http.get(path).expect(200).as(MeasureReport.class), "kedja-run-chart");

        assertThat(value(chart, "by")).isEqualTo("quarter");
        assertThat(value(chart, "points")).isEqualTo("12");
        assertThat(number(chart, "median")).isEqualTo(0.5);
        assertThat(chart.getExtensionsByUrl("signal"))
                .extracting(
                        signal -> value(signal, "rule") + " " + value(signal, "first") + " " + value(signal, "last"))
                .containsExactly("shift 2019-Q1 2020-Q2", "too-few-runs 2019-Q1 2021-Q4", "shift 2020-Q3 2021-Q4");
        assertThat(Table.of(http.get(path, "Accept", "text/csv").expect(200).body()))
                .filteredOn(line -> line.get("row").equals("stratum"))
                .hasSize(12)
                .allSatisfy(line -> assertThat(line)
                        .containsEntry(
                                "run_chart_signals",
                                line.get("quarter").compareTo("2020-Q3") < 0
                                        ? "shift too-few-runs"
                                        : "too-few-runs shift")
                        .containsEntry("run_chart_median", "0.5"));
    }

    @Test
    void each_stratum_has_its_own_trend() {
        MeasureReport report = http.get(path(threeYears(), "&stratifier=sex,year&suppressBelow=0"))
                .expect(200)
                .as(MeasureReport.class);

        Extension within = only(report, "kedja-trend").getExtensionByUrl("within");
        assertThat(value(within, "stratifier")).isEqualTo("sex");
        assertThat(value(within, "value")).isEqualTo("female");
    }

    private static Extension only(MeasureReport report, String name) {
        List<Extension> all = report.getGroupFirstRep().getStratifierFirstRep().getExtensionsByUrl(KEDJA + name);
        assertThat(all).hasSize(1);
        return all.get(0);
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
