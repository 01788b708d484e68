package health.kedja.operation.evaluatemeasure;

import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.FhirHttp;
import health.kedja.KedjaServerExtension;
import health.kedja.operation.HipFractures;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.ListResource;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupComponent;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupPopulationComponent;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportType;
import org.hl7.fhir.r4.model.MeasureReport.StratifierGroupComponent;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code $evaluate-measure} over HTTP, from stored resources to the report. */
class EvaluateMeasureTest {

    @RegisterExtension
    static final KedjaServerExtension SERVER = new KedjaServerExtension();

    private static final String KEDJA = "https://kedja.health/fhir/StructureDefinition/";
    private static final String YEAR = "periodStart=2021-01-01&periodEnd=2021-12-31&asOf=2023-12-31";

    private final FhirHttp http = new FhirHttp(SERVER.fhirBase());

    private HipFractures eight() {
        HipFractures people = new HipFractures(http);
        for (int i = 0; i < 6; i++) {
            people.add("female", i < 3);
        }
        return people.add("male", false).add("male", true);
    }

    @Test
    void counts_the_members_of_a_group_and_says_what_it_was_calculated_from() {
        MeasureReport report =
                report("Measure/SOS-07/$evaluate-measure?" + YEAR + "&suppressBelow=0&subject=" + eight().group());

        assertThat(report.getType()).isEqualTo(MeasureReportType.SUMMARY);
        assertThat(counts(report.getGroupFirstRep()))
                .isEqualTo(Map.of("initial-population", 8, "denominator", 8, "numerator", 4));
        assertThat(report.getGroupFirstRep().getMeasureScore().getValue()).isEqualByComparingTo("0.5");
        Extension basis = report.getExtensionByUrl(KEDJA + "kedja-report-basis");
        Measure measure = http.get("Measure/SOS-07").expect(200).as(Measure.class);
        assertThat(basis.getExtensionByUrl("definitionHash").getValue().primitiveValue())
                .isEqualTo(measure.getExtensionByUrl(KEDJA + "kedja-definition-hash")
                        .getValue()
                        .primitiveValue());
        assertThat(measure.getContained()).hasSize(1);
    }

    @Test
    void a_write_is_seen_by_the_next_report() {
        HipFractures people = new HipFractures(http).add("female", false);
        String before = "Measure/SOS-07/$evaluate-measure?" + YEAR + "&suppressBelow=0&subject=";
        assertThat(counts(report(before + people.group()).getGroupFirstRep())).containsEntry("denominator", 1);

        people.add("female", true);

        assertThat(counts(report(before + people.group()).getGroupFirstRep()))
                .containsEntry("denominator", 2)
                .containsEntry("numerator", 1);
    }

    @Test
    void a_report_asked_again_as_the_data_stood_then_is_the_same_with_the_same_id() {
        HipFractures people = new HipFractures(http).add("female", true).add("female", false);
        String path = "Measure/SOS-07/$evaluate-measure?" + YEAR + "&suppressBelow=0&subject=" + people.group();
        MeasureReport before = report(path);
        String instant = before.getExtensionByUrl(KEDJA + "kedja-report-basis")
                .getExtensionByUrl("dataTimestamp")
                .getValue()
                .primitiveValue();

        http.delete("MedicationDispense/" + people.people().get(0)).expect(200);

        assertThat(counts(report(path).getGroupFirstRep())).containsEntry("numerator", 0);
        MeasureReport again = report(path + "&lastReceivedOn=" + URLEncoder.encode(instant, StandardCharsets.UTF_8));
        assertThat(counts(again.getGroupFirstRep()))
                .containsEntry("numerator", 1)
                .isEqualTo(counts(before.getGroupFirstRep()));
        assertThat(again.getIdPart()).isEqualTo(before.getIdPart());
        assertThat(again.getGroupFirstRep().equalsDeep(before.getGroupFirstRep()))
                .isTrue();
    }

    @Test
    void small_numbers_are_withheld_unless_asked_for_and_others_with_them() {
        String group = eight().group();
        String path = "Measure/SOS-07/$evaluate-measure?" + YEAR + "&stratifier=sex&subject=" + group;

        assertThat(standings(report(path))).containsEntry("male", "suppressed").containsEntry("female", "suppressed");
        MeasureReport open = report(path + "&suppressBelow=0");
        assertThat(standings(open)).containsEntry("male", "shown").containsEntry("female", "shown");
        StratifierGroupComponent men = strata(open).stream()
                .filter(one -> one.getValue().getText().equals("male"))
                .findFirst()
                .orElseThrow();
        assertThat(men.getPopulation()).extracting(one -> one.getCount()).containsExactly(2, 2, 1);
        assertThat(men.getMeasureScore().getExtensionByUrl(KEDJA + "kedja-interval"))
                .isNotNull();
    }

    @Test
    void stratifiers_combine_whether_by_comma_or_by_repetition() {
        String path = "Measure/SOS-07/$evaluate-measure?" + YEAR + "&suppressBelow=0&subject=" + eight().group();

        MeasureReport comma = report(path + "&stratifier=sex,fracture-site");
        MeasureReport repeated = report(path + "&stratifier=sex&stratifier=fracture-site");

        assertThat(strata(comma))
                .hasSize(2)
                .allSatisfy(one -> assertThat(one.getComponent())
                        .extracting(part -> part.getCode().getCodingFirstRep().getCode())
                        .containsExactly("sex", "fracture-site"));
        assertThat(strata(repeated)).hasSameSizeAs(strata(comma));
    }

    @Test
    void a_unit_is_the_stratum_of_the_whole_that_reported_the_index() {
        HipFractures people = eight();

        MeasureReport report =
                report("Measure/SOS-07/$evaluate-measure?" + YEAR + "&suppressBelow=0&subject=" + people.unit());
        MeasureReport bySex = report("Measure/SOS-07/$evaluate-measure?" + YEAR
                + "&suppressBelow=0&stratifier=sex&subject=" + people.unit());

        assertThat(report.getSubject().getReference()).isEqualTo(people.unit());
        assertThat(counts(report.getGroupFirstRep())).containsEntry("denominator", 8);
        assertThat(strata(bySex)).extracting(one -> one.getValue().getText()).containsExactly("female", "male");
    }

    @Test
    void a_subject_list_names_the_patients_and_leads_to_the_evidence_of_each() {
        HipFractures people = eight();

        for (String subject : List.of(people.group(), people.unit())) {
            MeasureReport report =
                    report("Measure/SOS-07/$evaluate-measure?" + YEAR + "&reportType=subject-list&subject=" + subject);

            MeasureReportGroupPopulationComponent numerator = report.getGroupFirstRep().getPopulation().stream()
                    .filter(one -> one.getCode().getCodingFirstRep().getCode().equals("numerator"))
                    .findFirst()
                    .orElseThrow();
            ListResource list = (ListResource) numerator.getSubjectResults().getResource();
            assertThat(list.getEntry())
                    .extracting(one -> one.getItem().getReference())
                    .containsExactlyInAnyOrder(
                            "Patient/" + people.people().get(0),
                            "Patient/" + people.people().get(1),
                            "Patient/" + people.people().get(2),
                            "Patient/" + people.people().get(7));
            List<Extension> links = list.getEntryFirstRep().getExtensionsByUrl(KEDJA + "kedja-evidence-link");
            assertThat(links).hasSize(2);
            links.forEach(link -> http.get(link.getValue().primitiveValue()).expect(200));
        }
    }

    @Test
    void a_report_of_one_patient_names_the_resources_behind_it() {
        String patient = new HipFractures(http).add("female", true).people().get(0);

        MeasureReport report = report("Measure/SOS-07/$evaluate-measure?" + YEAR + "&subject=Patient/" + patient);

        assertThat(report.getType()).isEqualTo(MeasureReportType.INDIVIDUAL);
        assertThat(counts(report.getGroupFirstRep())).containsEntry("numerator", 1);
        assertThat(report.getEvaluatedResource())
                .extracting(one -> one.getReference())
                .contains("Condition/" + patient, "MedicationDispense/" + patient, "Patient/" + patient);
    }

    @Test
    void several_measures_are_a_bundle_and_one_is_a_report() {
        String rest = YEAR + "&subject=" + eight().group();

        Bundle two = http.get("Measure/$evaluate-measure?measure=SOS-07&measure=SOS-07-K&" + rest)
                .expect(200)
                .as(Bundle.class);
        Bundle all = http.get("Measure/$evaluate-measure?standardPopulation=national&" + rest)
                .expect(200)
                .as(Bundle.class);
        MeasureReport one =
                report("Measure/$evaluate-measure?measure=https://kedja.health/fhir/Measure/SOS-07&" + rest);

        assertThat(two.getEntry()).hasSize(2);
        assertThat(all.getEntry()).hasSizeGreaterThan(40);
        assertThat(one.getMeasure()).startsWith("https://kedja.health/fhir/Measure/SOS-07|");
    }

    @Test
    void indicators_of_chains_follow_the_guideline_asked_for() {
        String path = "Measure/CHAIN-identification/$evaluate-measure?" + YEAR + "&suppressBelow=0&subject="
                + eight().group();

        assertThat(counts(report(path + "&guideline=se-skane-2018").getGroupFirstRep()))
                .containsEntry("initial-population", 8);
    }

    @Test
    void a_standard_population_may_be_given_in_parts() {
        String group = eight().group();
        String body = """
                {"resourceType": "Parameters", "parameter": [
                 {"name": "periodStart", "valueDate": "2021-01-01"}, {"name": "periodEnd", "valueDate": "2021-12-31"},
                 {"name": "asOf", "valueDate": "2023-12-31"}, {"name": "subject", "valueString": "%s"},
                 {"name": "suppressBelow", "valueInteger": 0},
                 {"name": "standardPopulation", "part": [{"name": "name", "valueString": "ours"},
                  %s]}]}""";
        String bands = Stream.of(50, 70, 80, 90)
                .map(age -> "{\"name\": \"band\", \"part\": [{\"name\": \"lowestAge\", \"valueInteger\": " + age
                        + "}, {\"name\": \"weight\", \"valueDecimal\": " + (age == 80 ? 10 : 0) + "}]}")
                .collect(Collectors.joining(","));

        MeasureReport report = http.post("Measure/SOS-07/$evaluate-measure", body.formatted(group, bands))
                .expect(200)
                .as(MeasureReport.class);

        Extension standardised = report.getGroupFirstRep().getExtensionByUrl(KEDJA + "kedja-standardised-result");
        assertThat(standardised
                        .getExtensionByUrl("standardPopulation")
                        .getValue()
                        .primitiveValue())
                .isEqualTo("ours");
    }

    @Test
    void a_group_without_members_gives_a_report_that_says_so() {
        MeasureReport report =
                report("Measure/SOS-07/$evaluate-measure?" + YEAR + "&subject=" + new HipFractures(http).group());

        assertThat(report.getGroupFirstRep().hasMeasureScore()).isFalse();
        assertThat(messages(report)).contains("has no members. Nobody was counted");
    }

    @Test
    void a_period_that_goes_on_after_the_data_is_answered_with_a_warning() {
        MeasureReport report =
                report("Measure/SOS-07/$evaluate-measure?periodStart=2021&periodEnd=2021&asOf=2021-06-30");

        assertThat(messages(report)).contains("Parameter 'periodEnd'").contains("2021-06-30");
    }

    private static String messages(MeasureReport report) {
        assertThat(report.getExtensionByUrl("http://hl7.org/fhir/StructureDefinition/cqf-messages"))
                .isNotNull();
        return report.getContained().stream()
                .filter(OperationOutcome.class::isInstance)
                .map(Resource.class::cast)
                .map(one -> ((OperationOutcome) one).getIssueFirstRep().getDiagnostics())
                .collect(Collectors.joining());
    }

    private MeasureReport report(String path) {
        return http.get(path).expect(200).as(MeasureReport.class);
    }

    private static Map<String, Integer> counts(MeasureReportGroupComponent group) {
        return group.getPopulation().stream()
                .collect(Collectors.toMap(
                        one -> one.getCode().getCodingFirstRep().getCode(), one -> one.getCount()));
    }

    private static List<StratifierGroupComponent> strata(MeasureReport report) {
        return report.getGroupFirstRep().getStratifierFirstRep().getStratum();
    }

    private static Map<String, String> standings(MeasureReport report) {
        return strata(report).stream()
                .collect(Collectors.toMap(
                        one -> one.getValue().getText(),
                        one -> one.getExtensionByUrl(KEDJA + "kedja-cell-standing")
                                .getValue()
                                .primitiveValue()));
    }
}
