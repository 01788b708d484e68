package health.kedja.operation.evaluatemeasure;

import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.FhirHttp;
import health.kedja.KedjaServerExtension;
import health.kedja.operation.HipFractures;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The completeness of fields over HTTP. */
class CompletenessOverHttpTest {

    @RegisterExtension
    static final KedjaServerExtension SERVER = new KedjaServerExtension();

    private static final String KEDJA = "https://kedja.health/fhir/StructureDefinition/";
    private static final String YEAR = "periodStart=2021&periodEnd=2021&asOf=2023-12-31";

    private final FhirHttp http = new FhirHttp(SERVER.fhirBase());

    /** Of whom birth, sex, day, site and contact are known, and in half of them what was decided on treatment. */
    private HipFractures ten() {
        return new HipFractures(http).add(5, 10);
    }

    private MeasureReport report(String path) {
        return http.get(path).expect(200).as(MeasureReport.class);
    }

    @Test
    void every_definition_is_a_measure_with_a_group_for_each_field() {
        Measure measure = http.get("Measure/RCP-1").expect(200).as(Measure.class);

        assertThat(measure.getGroup()).hasSize(17);
        assertThat(measure.getGroup().get(5).getId()).isEqualTo("field-laterality");
        assertThat(measure.getGroup().get(5).getDescription()).isEqualTo("Side of the fracture");
        Extension rule = measure.getExtensionByUrl(KEDJA + "kedja-completeness-rule");
        assertThat(value(rule, "fewerThan")).isEqualTo("5");
        assertThat(value(rule, "outOf")).isEqualTo("17");
        assertThat(http.get("Measure/IOF-11").expect(200).as(Measure.class).getGroup())
                .extracting(group -> group.getId())
                .contains("field-birth", "indicator-IOF-8");
    }

    @Test
    void each_field_has_its_share_and_five_of_seventeen_filled_break_the_rule() {
        MeasureReport report =
                report("Measure/RCP-1/$evaluate-measure?" + YEAR + "&suppressBelow=0&subject=" + ten().group());

        assertThat(report.getMeasure()).isEqualTo("https://kedja.health/fhir/Measure/RCP-1|1.0.0");
        assertThat(report.getGroup()).hasSize(17);
        for (MeasureReportGroupComponent group : report.getGroup()) {
            String field = group.getCode().getCodingFirstRep().getCode();
            double expected = List.of("birth", "sex", "fracture-day", "fracture-site", "contact")
                            .contains(field)
                    ? 1
                    : field.equals("treatment-decision") ? 0.5 : 0;
            assertThat(group.getMeasureScore().getValue().doubleValue())
                    .as(field)
                    .isEqualTo(expected);
            assertThat(group.getPopulation()).extracting(one -> one.getCount()).startsWith(10, 10);
        }
        Extension verdict = report.getExtensionByUrl(KEDJA + "kedja-completeness-verdict");
        assertThat(value(verdict, "poor")).isEqualTo("12");
        assertThat(value(verdict, "untold")).isEqualTo("0");
        assertThat(value(verdict, "kept")).isEqualTo("false");
        assertThat(report.getExtensionByUrl(KEDJA + "kedja-report-basis")
                        .getExtensionByUrl("definitionHash")
                        .getValue()
                        .primitiveValue())
                .isEqualTo(http.get("Measure/RCP-1")
                        .expect(200)
                        .as(Measure.class)
                        .getExtensionByUrl(KEDJA + "kedja-definition-hash")
                        .getValue()
                        .primitiveValue());
    }

    @Test
    void by_region_each_stratum_has_its_share_its_level_its_rank_and_its_verdict() {
        HipFractures people = ten().livingIn("12").add(4, 5);
        String path =
                "Measure/RCP-1/$evaluate-measure?" + YEAR + "&compare=region&suppressBelow=0&subject=" + people.group();

        MeasureReport report = report(path);

        MeasureReportGroupComponent treatment = report.getGroup().stream()
                .filter(group -> group.getId().equals("field-treatment-decision"))
                .findFirst()
                .orElseThrow();
        assertThat(treatment.getStratifierFirstRep().getStratum())
                .extracting(stratum -> stratum.getValue().getText() + " "
                        + stratum.getMeasureScore().getValue().toPlainString() + " "
                        + stratum.hasExtension(KEDJA + "kedja-rank"))
                .containsExactly("12 0.8 true", "unknown 0.5 false");
        // In region 12 the region is known too and of one in five the treatment is missing, which is not more than 20
        // %.
        assertThat(report.getExtensionsByUrl(KEDJA + "kedja-completeness-verdict"))
                .extracting(verdict -> within(verdict) + value(verdict, "poor"))
                .containsExactly("12", "12 10", "unknown 12");
        assertThat(Table.of(http.get(path, "Accept", "text/csv").expect(200).body()))
                .filteredOn(line -> line.get("row").equals("rule"))
                .extracting(line -> line.get("region") + " " + line.get("poor_fields") + " " + line.get("rule_kept"))
                .containsExactly(" 12 false", "12 10 false", "unknown 12 false");
    }

    @Test
    void a_field_that_is_withheld_is_neither_filled_nor_poor() {
        String path = "Measure/RCP-1/$evaluate-measure?" + YEAR + "&suppressBelow=6&subject=" + ten().group();

        MeasureReport report = report(path);

        Extension verdict = report.getExtensionByUrl(KEDJA + "kedja-completeness-verdict");
        assertThat(value(verdict, "poor")).isEqualTo("11");
        assertThat(value(verdict, "untold")).isEqualTo("1");
        assertThat(Table.of(http.get(path, "Accept", "text/csv").expect(200).body()))
                .filteredOn(line -> line.get("group").equals("field-treatment-decision"))
                .allSatisfy(line -> assertThat(line)
                        .containsEntry("standing", "suppressed")
                        .containsEntry("score", "")
                        .containsEntry("numerator", ""));
    }

    @Test
    void a_unit_is_asked_like_any_other_subject() {
        HipFractures people = ten();

        MeasureReport report =
                report("Measure/IOF-11/$evaluate-measure?" + YEAR + "&suppressBelow=0&subject=" + people.unit());

        assertThat(report.getSubject().getReference()).isEqualTo(people.unit());
        Map<String, Double> shares = report.getGroup().stream()
                .collect(java.util.stream.Collectors.toMap(
                        MeasureReportGroupComponent::getId,
                        group -> group.getMeasureScore().getValue().doubleValue()));
        assertThat(shares).containsEntry("field-birth", 1.0).containsEntry("field-treatment-decision", 0.5);
        assertThat(shares).containsEntry("indicator-IOF-6", 0.5);
        assertThat(report.getGroup().get(0).getExtensionByUrl(KEDJA + "kedja-level"))
                .satisfies(level -> assertThat(value(level, "level")).isEqualTo("high"));
        assertThat(report.hasExtension(KEDJA + "kedja-completeness-verdict")).isFalse();
    }

    @Test
    void it_is_answered_beside_indicators_when_named_and_left_out_of_all() {
        String rest = YEAR + "&subject=" + ten().group();

        Bundle two = http.get(
                        "Measure/$evaluate-measure?measure=SOS-07&measure=RCP-1&standardPopulation=national&" + rest)
                .expect(200)
                .as(Bundle.class);
        Bundle all = http.get("Measure/$evaluate-measure?" + rest).expect(200).as(Bundle.class);

        assertThat(two.getEntry())
                .extracting(entry -> ((MeasureReport) entry.getResource()).getMeasure())
                .anyMatch(measure -> measure.contains("/RCP-1|"))
                .anyMatch(measure -> measure.contains("/SOS-07|"));
        assertThat(all.getEntry())
                .extracting(entry -> ((MeasureReport) entry.getResource()).getMeasure())
                .noneMatch(measure -> measure.contains("/RCP-1|"));
    }

    private static String within(Extension verdict) {
        return verdict.hasExtension("within") ? value(verdict.getExtensionByUrl("within"), "value") + " " : "";
    }

    private static String value(Extension extension, String part) {
        return extension.getExtensionByUrl(part).getValue().primitiveValue();
    }
}
