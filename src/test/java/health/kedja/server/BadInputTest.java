package health.kedja.server;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import health.kedja.KedjaServerExtension;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Parameters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is wrong is refused with the right status and words that help, and changes nothing. */
class BadInputTest {

    @RegisterExtension
    static final KedjaServerExtension SERVER = new KedjaServerExtension();

    private static final String JSON = "application/fhir+json";
    private static final String XML = "application/fhir+xml";
    private static final FhirContext CONTEXT = FhirContext.forR4Cached();

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void a_patient_born_in_1950_is_there() throws Exception {
        HttpResponse<String> stored = send(
                "PUT",
                "/Patient/bad-input",
                JSON,
                """
                {"resourceType": "Patient", "id": "bad-input", "birthDate": "1950-09-07"}""");
        assertThat(stored.statusCode()).isIn(200, 201);
    }

    @Test
    void malformed_json_is_refused() throws Exception {
        refused(400, "POST", "/Patient", JSON, "{\"resourceType\": \"Patient\", \"birthDate\": }", "JSON");
    }

    @Test
    void malformed_xml_is_refused() throws Exception {
        refused(
                400,
                "POST",
                "/Patient",
                XML,
                "<Patient xmlns=\"http://hl7.org/fhir\"><birthDate value=\"1950-01-01\"></Patient>",
                "XML");
    }

    @Test
    void an_unknown_resource_type_is_refused() throws Exception {
        refused(404, "POST", "/Spaceship", JSON, "{\"resourceType\": \"Spaceship\"}", "Spaceship");
        refused(400, "POST", "/Patient", JSON, "{\"resourceType\": \"Spaceship\"}", "Spaceship");
    }

    @Test
    void a_resource_type_that_the_server_does_not_take_is_refused() throws Exception {
        refused(404, "POST", "/Appointment", JSON, "{\"resourceType\": \"Appointment\"}", "Appointment");
    }

    @Test
    void an_element_that_fhir_does_not_have_is_refused_and_not_dropped() throws Exception {
        refused(400, "POST", "/Patient", JSON, "{\"resourceType\": \"Patient\", \"birthDay\": \"1950-01-01\"}", "birthDay");
        refused(
                400,
                "POST",
                "/Encounter",
                XML,
                "<Encounter xmlns=\"http://hl7.org/fhir\"><klass value=\"IMP\"/></Encounter>",
                "klass");
    }

    @Test
    void a_day_that_does_not_exist_is_refused() throws Exception {
        refused(
                400,
                "POST",
                "/Patient",
                JSON,
                "{\"resourceType\": \"Patient\", \"birthDate\": \"1950-02-31\"}",
                "birthDate",
                "1950-02-31");
    }

    @Test
    void nothing_of_a_transaction_is_stored_when_its_third_entry_is_invalid() throws Exception {
        String patient = entry("urn:uuid:5a9ef3a0-0000-4000-8000-000000000001", "{\"resourceType\": \"Patient\"}");
        String good = entry("urn:uuid:5a9ef3a0-0000-4000-8000-000000000002", tScore("-2.5"));
        String bad = entry("urn:uuid:5a9ef3a0-0000-4000-8000-000000000003", tScore("-25"));
        String bundle = "{\"resourceType\": \"Bundle\", \"type\": \"transaction\", \"entry\": ["
                + String.join(",", patient, good, bad) + "]}";
        refused(422, "POST", "", JSON, bundle, "-25", "kedja-bmd-3", "Observation.value");
    }

    @Test
    void a_t_score_of_minus_25_is_refused() throws Exception {
        refused(422, "POST", "/Observation", JSON, tScore("-25"), "Observation.value", "kedja-bmd-3", "-25");
    }

    @Test
    void a_bone_density_in_mg_per_square_centimetre_is_refused() throws Exception {
        String observation = observation("24966-4", "{\"value\": 800, \"system\": \"http://unitsofmeasure.org\", \"code\": \"mg/cm2\"}");
        refused(422, "POST", "/Observation", JSON, observation, "Observation.value", "kedja-bmd", "800 mg/cm2");
    }

    @Test
    void a_bone_density_with_the_unit_of_a_score_is_refused() throws Exception {
        String observation = observation("24966-4", "{\"value\": 0.8, \"system\": \"http://unitsofmeasure.org\", \"code\": \"1\"}");
        refused(422, "POST", "/Observation", JSON, observation, "Observation.value", "kedja-bmd-4", "0.8 1");
    }

    @Test
    void a_frax_of_140_percent_is_refused() throws Exception {
        String observation = observation("90265-0", "{\"value\": 140, \"system\": \"http://unitsofmeasure.org\", \"code\": \"%\"}");
        refused(422, "POST", "/Observation", JSON, observation, "Observation.value", "kedja-frax-3", "140 %");
    }

    @Test
    void a_fracture_in_the_future_is_refused() throws Exception {
        refused(422, "POST", "/Condition", JSON, hipFracture("Patient/bad-input", "2199-01-01"), "Condition.onset", "fracture-not-in-future", "2199-01-01");
    }

    @Test
    void a_fracture_before_birth_is_refused() throws Exception {
        refused(422, "POST", "/Condition", JSON, hipFracture("Patient/bad-input", "1949-01-01"), "Condition.onset", "fracture-not-before-birth", "1949-01-01", "1950-09-07");
    }

    @Test
    void a_personnummer_with_a_wrong_check_digit_is_refused() throws Exception {
        refused(422, "POST", "/Patient", JSON, patientWithPersonnummer("195009072554"), "Patient.identifier", "check digit", "195009072554");
    }

    @Test
    void a_personnummer_with_a_day_that_does_not_exist_is_refused() throws Exception {
        // The check digit is right.
        refused(422, "POST", "/Patient", JSON, patientWithPersonnummer("195002302551"), "Patient.identifier", "195002302551");
    }

    @Test
    void a_reference_to_a_patient_who_does_not_exist_is_refused() throws Exception {
        refused(400, "POST", "/Condition", JSON, hipFracture("Patient/nobody-at-all", "2025-01-01"), "Condition.subject", "Patient/nobody-at-all");
    }

    @Test
    void a_body_of_60_megabytes_is_refused() throws Exception {
        byte[] body = ("{\"resourceType\": \"Patient\", \"name\": [{\"family\": \"" + "x".repeat(60_000_000) + "\"}]}").getBytes();
        refused(413, request("POST", "/Patient", JSON, BodyPublishers.ofByteArray(body)), "larger than 50 MB");
    }

    @Test
    void a_body_of_60_megabytes_is_refused_also_when_its_size_is_not_announced() throws Exception {
        byte[] chunk = "x".repeat(1_000_000).getBytes();
        BodyPublisher unknownLength = BodyPublishers.ofByteArrays(
                IntStream.range(0, 60).mapToObj(i -> chunk).collect(Collectors.toList()));
        refused(413, request("POST", "/Patient", JSON, unknownLength), "larger than 50 MB");
    }

    @Test
    void a_deep_resource_is_refused() throws Exception {
        String deep = "{\"resourceType\": \"Questionnaire\", \"status\": \"draft\", \"item\": ["
                + "{\"linkId\": \"a\", \"type\": \"group\", \"item\": [".repeat(3000)
                + "{\"linkId\": \"a\", \"type\": \"group\"}" + "]}".repeat(3000) + "]}";
        refused(400, "POST", "/Questionnaire", JSON, deep, "depth");
    }

    @Test
    void a_bundle_with_more_entries_than_the_limit_is_refused() throws Exception {
        String entries = IntStream.range(0, 5001)
                .mapToObj(i -> "{\"resource\": {\"resourceType\": \"Patient\"}, \"request\": {\"method\": \"POST\", \"url\": \"Patient\"}}")
                .collect(Collectors.joining(","));
        refused(413, "POST", "", JSON, "{\"resourceType\": \"Bundle\", \"type\": \"transaction\", \"entry\": [" + entries + "]}", "5001", "5000");
    }

    @Test
    void a_day_of_the_question_that_does_not_exist_is_refused() throws Exception {
        refused(400, "GET", "/Patient/bad-input/$fracture-chain?asOf=2024-13-45", null, null, "asOf", "2024-13-45", "YYYY-MM-DD");
    }

    @Test
    void an_unknown_guideline_is_refused_with_those_there_are() throws Exception {
        refused(400, "GET", "/Patient/bad-input/$fracture-chain?guideline=nowhere", null, null, "guideline", "nowhere", "se-psvf-2021");
    }

    @Test
    void a_misspelt_parameter_is_refused_with_those_there_are() throws Exception {
        refused(400, "GET", "/Patient/bad-input/$fracture-chain?asof=2024-01-01", null, null, "asof", "asOf");
    }

    @Test
    void a_parameter_given_twice_is_refused() throws Exception {
        refused(400, "GET", "/Patient/bad-input/$fracture-chain?asOf=2024-01-01&asOf=2025-01-01", null, null, "asOf", "once");
    }

    @Test
    void a_fracture_that_is_not_the_patients_is_refused() throws Exception {
        refused(400, "GET", "/Patient/bad-input/$fracture-chain?fracture=Condition/none", null, null, "fracture", "Condition/none");
    }

    @Test
    void a_patient_without_fractures_gets_an_empty_answer() throws Exception {
        HttpResponse<String> answer = send("GET", "/Patient/bad-input/$fracture-chain", null, null);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(CONTEXT.newJsonParser().parseResource(Parameters.class, answer.body()).getParameter())
                .extracting(parameter -> parameter.getName())
                .containsExactly("patient", "asOf", "guideline");
    }

    @Test
    void an_unknown_patient_is_not_found() throws Exception {
        refused(404, "GET", "/Patient/nobody-at-all/$fracture-chain", null, null, "Patient/nobody-at-all");
    }

    @Test
    void a_deleted_patient_is_gone() throws Exception {
        send("PUT", "/Patient/bad-input-gone", JSON, "{\"resourceType\": \"Patient\", \"id\": \"bad-input-gone\"}");
        send("DELETE", "/Patient/bad-input-gone", null, null);
        refused(410, "GET", "/Patient/bad-input-gone/$fracture-chain", null, null, "deleted");
    }

    @Test
    void a_stateless_question_without_bundle_is_refused() throws Exception {
        refused(400, "POST", "/$fracture-chain", JSON, "{\"resourceType\": \"Parameters\"}", "bundle");
    }

    @Test
    void a_bundle_about_two_patients_is_refused() throws Exception {
        refused(400, "POST", "/$fracture-chain", JSON, stateless("{\"resourceType\": \"Patient\", \"id\": \"a\"}", "{\"resourceType\": \"Patient\", \"id\": \"b\"}"), "bundle", "2 patients");
    }

    @Test
    void a_stateless_bundle_is_checked_as_what_is_stored() throws Exception {
        refused(422, "POST", "/$fracture-chain", JSON, stateless("{\"resourceType\": \"Patient\", \"id\": \"bad-input\"}", tScore("-25")), "kedja-bmd-3", "-25");
    }

    private static String stateless(String... resources) {
        String entries = List.of(resources).stream()
                .map(resource -> "{\"resource\": " + resource + "}")
                .collect(Collectors.joining(","));
        return "{\"resourceType\": \"Parameters\", \"parameter\": [{\"name\": \"bundle\", \"resource\":"
                + " {\"resourceType\": \"Bundle\", \"type\": \"collection\", \"entry\": [" + entries + "]}}]}";
    }

    private static String entry(String url, String resource) {
        String type = resource.replaceAll("(?s).*?\"resourceType\": \"(\\w+)\".*", "$1");
        return "{\"fullUrl\": \"" + url + "\", \"resource\": " + resource
                + ", \"request\": {\"method\": \"POST\", \"url\": \"" + type + "\"}}";
    }

    private static String tScore(String value) {
        return observation(
                "38267-1", "{\"value\": " + value + ", \"system\": \"http://unitsofmeasure.org\", \"code\": \"1\"}");
    }

    private static String observation(String loinc, String quantity) {
        return """
                {"resourceType": "Observation", "status": "final", "effectiveDateTime": "2025-10-01",
                 "code": {"coding": [{"system": "http://loinc.org", "code": "%s"}]},
                 "subject": {"reference": "Patient/bad-input"}, "valueQuantity": %s}"""
                .formatted(loinc, quantity);
    }

    private static String hipFracture(String patient, String onset) {
        return """
                {"resourceType": "Condition", "onsetDateTime": "%s", "subject": {"reference": "%s"},
                 "code": {"coding": [{"system": "http://hl7.org/fhir/sid/icd-10-se", "code": "S720"}]}}"""
                .formatted(onset, patient);
    }

    private static String patientWithPersonnummer(String number) {
        return """
                {"resourceType": "Patient", "identifier": [
                 {"system": "http://electronichealth.se/identifier/personnummer", "value": "%s"}]}"""
                .formatted(number);
    }

    private void refused(int status, String method, String path, String type, String body, String... words)
            throws Exception {
        refused(status, request(method, path, type, body == null ? null : BodyPublishers.ofString(body)), words);
    }

    private void refused(int status, HttpRequest request, String... words) throws Exception {
        Map<String, Object> before = everythingStored();
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        OperationOutcome outcome = response.body().startsWith("<")
                ? CONTEXT.newXmlParser().parseResource(OperationOutcome.class, response.body())
                : CONTEXT.newJsonParser().parseResource(OperationOutcome.class, response.body());
        assertThat(outcome.getIssue()).isNotEmpty().allSatisfy(issue -> assertThat(issue.getSeverity())
                .isIn(OperationOutcome.IssueSeverity.ERROR, OperationOutcome.IssueSeverity.FATAL));
        assertThat(outcome.getIssue().stream()
                        .map(issue -> issue.getDiagnostics() + issue.getExpression())
                        .collect(Collectors.joining("\n")))
                .contains(words);
        assertThat(everythingStored()).isEqualTo(before);
    }

    private static Map<String, Object> everythingStored() {
        return new JdbcTemplate(SERVER.dataSource())
                .queryForMap(
                        """
                        select (select count(*) from public.hfj_resource) as resources,
                            (select count(*) from public.hfj_res_ver) as versions,
                            (select count(*) from kedja.event) as events
                        """);
    }

    private HttpResponse<String> send(String method, String path, String type, String body) throws Exception {
        return http.send(
                request(method, path, type, body == null ? null : BodyPublishers.ofString(body)),
                BodyHandlers.ofString());
    }

    private static HttpRequest request(String method, String path, String type, BodyPublisher body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(SERVER.fhirBase() + path.replace("$", "%24")));
        if (type != null) {
            request.header("Content-Type", type);
        }
        return request.method(method, body == null ? BodyPublishers.noBody() : body)
                .build();
    }
}
