package health.kedja.operation.submitdata;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import health.kedja.FhirHttp;
import health.kedja.KedjaServerExtension;
import health.kedja.history.Records;
import health.kedja.operation.HipFractures;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code $collect-data} and {@code $submit-data} over HTTP: what one gives, the other takes. */
class CollectAndSubmitTest {

    @RegisterExtension
    static final KedjaServerExtension SERVER = new KedjaServerExtension();

    private static final String YEAR = "periodStart=2021-01-01&periodEnd=2021-12-31&asOf=2023-12-31";

    private final FhirHttp http = new FhirHttp(SERVER.fhirBase());

    @Test
    void the_resources_behind_an_indicator_come_with_a_report_that_names_them() {
        String patient = new HipFractures(http).add("female", true).people().get(0);

        Parameters answer = http.get("Measure/SOS-07/$collect-data?" + YEAR + "&subject=Patient/" + patient)
                .expect(200)
                .as(Parameters.class);

        MeasureReport report = (MeasureReport) answer.getParameterFirstRep().getResource();
        assertThat(report.getType()).isEqualTo(MeasureReportType.DATACOLLECTION);
        assertThat(report.hasGroup()).isFalse();
        assertThat(answer.getParameter().stream()
                        .skip(1)
                        .map(one -> one.getResource().fhirType() + "/"
                                + one.getResource().getIdElement().getIdPart()))
                .containsExactlyInAnyOrderElementsOf(report.getEvaluatedResource().stream()
                        .map(one -> one.getReference())
                        .toList())
                .contains("Patient/" + patient, "Condition/" + patient, "MedicationDispense/" + patient);
    }

    @Test
    void what_was_collected_can_be_submitted_and_counts() {
        String patient = new HipFractures(http).add("female", true).people().get(0);
        String collected = http.get("Measure/SOS-07/$collect-data?" + YEAR + "&subject=Patient/" + patient)
                .expect(200)
                .body();
        String other = Records.newId("sub");

        Bundle stored = http.post("Measure/SOS-07/$submit-data", collected.replace(patient, other))
                .expect(200)
                .as(Bundle.class);

        assertThat(stored.getType()).isEqualTo(BundleType.TRANSACTIONRESPONSE);
        assertThat(stored.getEntry())
                .allSatisfy(entry -> assertThat(entry.getResponse().getStatus()).startsWith("20"));
        MeasureReport report = http.get("Measure/SOS-07/$evaluate-measure?" + YEAR + "&subject=Patient/" + other)
                .expect(200)
                .as(MeasureReport.class);
        assertThat(report.getGroupFirstRep().getPopulation())
                .extracting(one -> one.getCount())
                .containsExactly(1, 1, 1);
        assertThat(http.get("MeasureReport?patient=" + other)
                        .expect(200)
                        .as(Bundle.class)
                        .getEntry())
                .hasSize(1);
    }

    private static String submission(String type, String measure, String resource) {
        return """
                {"resourceType": "Parameters", "parameter": [
                 {"name": "measureReport", "resource": {"resourceType": "MeasureReport", "status": "complete",
                  "type": "%s", "measure": "%s", "period": {"start": "2021-01-01", "end": "2021-12-31"}}},
                 {"name": "resource", "resource": %s}]}""".formatted(type, measure, resource);
    }

    @Test
    void when_one_resource_is_refused_none_is_stored() {
        String patient = Records.newId("refused");
        String wrong = "{\"resourceType\": \"Observation\", \"status\": \"final\", \"code\": {\"coding\": [{\"system\":"
                + " \"http://loinc.org\", \"code\": \"90265-0\"}]}, \"subject\": {\"reference\": \"Patient/" + patient
                + "\"}, \"effectiveDateTime\": \"2021-01-01\", \"valueQuantity\": {\"value\": 2000, \"unit\": \"%\","
                + " \"system\": \"http://unitsofmeasure.org\", \"code\": \"%\"}}";
        String body = submission(
                        "data-collection",
                        "https://kedja.health/fhir/Measure/SOS-07",
                        Records.patient(patient, "1940-01-01"))
                .replaceFirst(
                        "]}$",
                        java.util.regex.Matcher.quoteReplacement(
                                ", {\"name\": \"resource\", \"resource\": " + wrong + "}]}"));

        assertThat(http.post("Measure/$submit-data", body).expect(422).diagnostics())
                .isNotBlank();
        http.get("Patient/" + patient).expect(404);
    }

    @Test
    void a_bundle_takes_the_place_of_the_other_two() {
        String patient = Records.newId("bundled");
        String body = """
                {"resourceType": "Parameters", "parameter": [{"name": "bundle", "resource": {
                 "resourceType": "Bundle", "type": "collection", "entry": [
                  {"fullUrl": "urn:uuid:0a0b0c0d-0000-4000-8000-000000000001", "resource": {
                   "resourceType": "MeasureReport", "status": "complete", "type": "data-collection",
                   "measure": "https://kedja.health/fhir/Measure/SOS-07|1.0.0",
                   "period": {"start": "2021-01-01", "end": "2021-12-31"}}},
                  {"resource": %s}]}}]}""".formatted(Records.patient(patient, "1940-01-01"));

        http.post("Measure/$submit-data", body).expect(200);

        http.get("Patient/" + patient).expect(200);
    }

    @Test
    void a_bad_submission_is_refused_and_nothing_stored() {
        String patient = Records.newId("bad");
        String resource = Records.patient(patient, "1940-01-01");
        String sos07 = "https://kedja.health/fhir/Measure/SOS-07";

        assertThat(refused("Measure/$submit-data", submission("summary", sos07, resource)))
                .contains("Parameter 'measureReport': its type is summary");
        assertThat(refused("Measure/$submit-data", submission("data-collection", sos07 + "x", resource)))
                .contains("Parameter 'measureReport': there is no quality indicator");
        assertThat(refused("Measure/SOS-08/$submit-data", submission("data-collection", sos07, resource)))
                .contains("is about SOS-07, but the address names Measure/SOS-08");
        assertThat(refused(
                        "Measure/$submit-data",
                        "{\"resourceType\": \"Parameters\", \"parameter\": [{\"name\": \"resource\", \"resource\": "
                                + resource + "}]}"))
                .contains("Parameter 'measureReport': is missing");
        assertThat(refused(
                        "Measure/$submit-data",
                        "{\"resourceType\": \"Parameters\", \"parameter\": [{\"name\": \"measureReport\", \"resource\": "
                                + resource + "}]}"))
                .contains("Parameter 'measureReport': is a Patient, but must be a MeasureReport");
        assertThat(refused(
                        "Measure/$submit-data",
                        submission("data-collection", sos07, resource).replace("\"resource\", ", "\"bundle\", ")))
                .contains("Parameter 'bundle': is a Patient, but must be a Bundle");
        assertThat(refused(
                        "Measure/$submit-data",
                        submission("data-collection", sos07, resource).replace("\"resource\", ", "\"resources\", ")))
                .contains("Parameter 'resources': is not one of this operation");
        assertThat(refused(
                        "Measure/$submit-data",
                        "{\"resourceType\": \"Parameters\", \"parameter\": [{\"name\": \"bundle\", \"resource\":"
                                + " {\"resourceType\": \"Bundle\", \"type\": \"collection\", \"entry\": [{\"fullUrl\":"
                                + " \"urn:uuid:0a0b0c0d-0000-4000-8000-000000000002\"}]}}]}"))
                .contains("Parameter 'bundle': an entry has no resource");
        String reversed = submission("data-collection", sos07, resource)
                .replace("\"start\": \"2021-01-01\"", "\"start\": \"2022-01-01\"");
        assertThat(refused("Measure/$submit-data", reversed))
                .contains("Parameter 'measureReport': its period ends (2021-12-31) before it starts (2022-01-01)");
        http.get("Patient/" + patient).expect(404);
    }

    private String refused(String path, String body) {
        return http.post(path, body).expect(400).diagnostics();
    }

    @Test
    void data_of_everyone_or_of_a_patient_that_is_not_there_are_not_collected() {
        assertThat(http.get("Measure/SOS-07/$collect-data?" + YEAR).expect(400).diagnostics())
                .contains("Parameter 'subject': is missing");
        assertThat(http.get("Measure/SOS-07/$collect-data?" + YEAR + "&subject=Group/1")
                        .expect(400)
                        .diagnostics())
                .contains("Parameter 'subject'");
        assertThat(http.get("Measure/SOS-07/$collect-data?" + YEAR + "&subject=Patient/none-such")
                        .expect(404)
                        .diagnostics())
                .contains("Parameter 'subject'");
    }

    @Test
    void what_was_collected_can_be_collected_again_as_it_was_stored_then() {
        String patient = new HipFractures(http).add("female", true).people().get(0);
        String query = "Measure/SOS-07/$collect-data?" + YEAR + "&subject=Patient/" + patient;
        Parameters before = http.get(query).expect(200).as(Parameters.class);
        String told = dataTimestamp(before);

        http.delete("MedicationDispense/" + patient).expect(200);
        http.put("Patient/" + patient, Records.patient(patient, "1941-01-01")).expect(200);
        String scan = Records.newId("dx");
        http.put("Condition/" + scan, Records.wristFracture(scan, patient, "2021-02-01"))
                .expect(201);

        assertThat(names(http.get(query).expect(200).as(Parameters.class)))
                .contains("Condition/" + scan)
                .doesNotContain("MedicationDispense/" + patient);
        Parameters again = http.get(query + "&lastReceivedOn=" + URLEncoder.encode(told, StandardCharsets.UTF_8))
                .expect(200)
                .as(Parameters.class);
        assertThat(again.getParameter().stream()
                        .skip(1)
                        .map(one -> text(one.getResource()))
                        .toList())
                .isEqualTo(before.getParameter().stream()
                        .skip(1)
                        .map(one -> text(one.getResource()))
                        .toList());
        MeasureReport report = (MeasureReport) again.getParameterFirstRep().getResource();
        assertThat(dataTimestamp(again)).isEqualTo(told);
        assertThat(report.getEvaluatedResource())
                .extracting(one -> one.getReference())
                .containsExactlyElementsOf(names(before));
        assertThat(http.get(query + "&lastReceivedOn=2020-01-01").expect(404).diagnostics())
                .contains("Parameter 'subject': Patient/" + patient + " was not stored here at 2020-01-01");
    }

    private static String dataTimestamp(Parameters collected) {
        return ((MeasureReport) collected.getParameterFirstRep().getResource())
                .getExtensionByUrl("https://kedja.health/fhir/StructureDefinition/kedja-report-basis")
                .getExtensionByUrl("dataTimestamp")
                .getValue()
                .primitiveValue();
    }

    private static List<String> names(Parameters collected) {
        return collected.getParameter().stream()
                .skip(1)
                .map(one -> one.getResource().fhirType() + "/"
                        + one.getResource().getIdElement().getIdPart())
                .toList();
    }

    private static String text(Resource resource) {
        return FhirContext.forR4Cached().newJsonParser().encodeResourceToString(resource);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "periodStart=2022-01-01&periodEnd=2021-12-31&subject=Patient/1 | periodEnd | before it starts",
                "periodStart=2022-01-01&subject=Patient/1 | periodEnd | is missing",
                "periodEnd=2022-01-01&subject=Patient/1 | periodStart | is missing",
                "YEAR&subject=Organization/1 | subject | Give it as Patient/[id]",
                "YEAR&subject=Patient/1&asOf=soon | asOf | not a day of the calendar",
                "YEAR&subject=Patient/1&lastReceivedOn=yesterday | lastReceivedOn | no day and no instant",
                "YEAR&subject=Patient/1&stratifier=sex | stratifier | is not one of this operation"
            })
    void a_bad_question_for_data_names_the_parameter(String query, String parameter, String reason) {
        assertThat(http.get("Measure/SOS-07/$collect-data?"
                                + query.strip().replace("YEAR", "periodStart=2021-01-01&periodEnd=2021-12-31"))
                        .expect(400)
                        .diagnostics())
                .startsWith("Parameter '" + parameter.strip() + "'")
                .contains(reason.strip());
    }

    @Test
    void a_measure_that_is_not_there_is_404() {
        String patient = Records.newId("nowhere");
        assertThat(http.get("Measure/XX-1/$collect-data?" + YEAR + "&subject=Patient/1")
                        .expect(404)
                        .diagnostics())
                .contains("no quality indicator 'Measure/XX-1'");
        assertThat(http.post(
                                "Measure/XX-1/$submit-data",
                                submission(
                                        "data-collection",
                                        "https://kedja.health/fhir/Measure/XX-1",
                                        Records.patient(patient, "1940-01-01")))
                        .expect(404)
                        .diagnostics())
                .contains("no quality indicator 'Measure/XX-1'");
        http.get("Patient/" + patient).expect(404);
    }
}
