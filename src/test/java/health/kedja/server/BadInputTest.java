package health.kedja.server;

import static health.kedja.Refusals.JSON;
import static health.kedja.Refusals.XML;
import static health.kedja.Samples.entry;
import static health.kedja.Samples.hipFracture;
import static health.kedja.Samples.observation;
import static health.kedja.Samples.patientWithPersonnummer;
import static health.kedja.Samples.tScore;
import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.KedjaServerExtension;
import health.kedja.Refusals;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Resources that are wrong are refused with the right status and words that help, and change nothing. */
class BadInputTest {

    @RegisterExtension
    static final KedjaServerExtension SERVER = new KedjaServerExtension();

    private static final Refusals REFUSALS = new Refusals(SERVER);

    @BeforeEach
    void a_patient_born_in_1950_is_there() throws Exception {
        HttpResponse<String> stored = REFUSALS.send("PUT", "/Patient/bad-input", JSON, """
                {"resourceType": "Patient", "id": "bad-input", "birthDate": "1950-09-07"}""");
        assertThat(stored.statusCode()).isIn(200, 201);
    }

    @Test
    void malformed_json_is_refused() throws Exception {
        REFUSALS.refused(400, "POST", "/Patient", JSON, "{\"resourceType\": \"Patient\", \"birthDate\": }", "JSON");
    }

    @Test
    void malformed_xml_is_refused() throws Exception {
        REFUSALS.refused(
                400,
                "POST",
                "/Patient",
                XML,
                "<Patient xmlns=\"http://hl7.org/fhir\"><birthDate value=\"1950-01-01\"></Patient>",
                "XML");
    }

    @Test
    void an_unknown_resource_type_is_refused() throws Exception {
        REFUSALS.refused(404, "POST", "/Spaceship", JSON, "{\"resourceType\": \"Spaceship\"}", "Spaceship");
        REFUSALS.refused(400, "POST", "/Patient", JSON, "{\"resourceType\": \"Spaceship\"}", "Spaceship");
    }

    @Test
    void a_resource_type_that_the_server_does_not_take_is_refused() throws Exception {
        REFUSALS.refused(404, "POST", "/Appointment", JSON, "{\"resourceType\": \"Appointment\"}", "Appointment");
    }

    @Test
    void an_element_that_fhir_does_not_have_is_refused_and_not_dropped() throws Exception {
        REFUSALS.refused(
                400,
                "POST",
                "/Patient",
                JSON,
                "{\"resourceType\": \"Patient\", \"birthDay\": \"1950-01-01\"}",
                "birthDay");
        REFUSALS.refused(
                400,
                "POST",
                "/Encounter",
                XML,
                "<Encounter xmlns=\"http://hl7.org/fhir\"><klass value=\"IMP\"/></Encounter>",
                "klass");
    }

    @Test
    void a_day_that_does_not_exist_is_refused() throws Exception {
        REFUSALS.refused(
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
        REFUSALS.refused(422, "POST", "", JSON, bundle, "-25", "kedja-bmd-3", "Observation.value");
    }

    @Test
    void a_t_score_of_minus_25_is_refused() throws Exception {
        REFUSALS.refused(422, "POST", "/Observation", JSON, tScore("-25"), "Observation.value", "kedja-bmd-3", "-25");
    }

    @Test
    void a_bone_density_in_mg_per_square_centimetre_is_refused() throws Exception {
        String observation = observation(
                "24966-4", "{\"value\": 800, \"system\": \"http://unitsofmeasure.org\", \"code\": \"mg/cm2\"}");
        REFUSALS.refused(
                422, "POST", "/Observation", JSON, observation, "Observation.value", "kedja-bmd", "800 mg/cm2");
    }

    @Test
    void a_bone_density_with_the_unit_of_a_score_is_refused() throws Exception {
        String observation =
                observation("24966-4", "{\"value\": 0.8, \"system\": \"http://unitsofmeasure.org\", \"code\": \"1\"}");
        REFUSALS.refused(422, "POST", "/Observation", JSON, observation, "Observation.value", "kedja-bmd-4", "0.8 1");
    }

    @Test
    void a_frax_of_140_percent_is_refused() throws Exception {
        String observation =
                observation("90265-0", "{\"value\": 140, \"system\": \"http://unitsofmeasure.org\", \"code\": \"%\"}");
        REFUSALS.refused(422, "POST", "/Observation", JSON, observation, "Observation.value", "kedja-frax-3", "140 %");
    }

    @Test
    void a_fracture_in_the_future_is_refused() throws Exception {
        REFUSALS.refused(
                422,
                "POST",
                "/Condition",
                JSON,
                hipFracture("Patient/bad-input", "2199-01-01"),
                "Condition.onset",
                "fracture-not-in-future",
                "2199-01-01");
    }

    @Test
    void a_fracture_before_birth_is_refused() throws Exception {
        REFUSALS.refused(
                422,
                "POST",
                "/Condition",
                JSON,
                hipFracture("Patient/bad-input", "1949-01-01"),
                "Condition.onset",
                "fracture-not-before-birth",
                "1949-01-01",
                "1950-09-07");
    }

    @Test
    void a_personnummer_with_a_wrong_check_digit_is_refused() throws Exception {
        REFUSALS.refused(
                422,
                "POST",
                "/Patient",
                JSON,
                patientWithPersonnummer("195009072554"),
                "Patient.identifier",
                "check digit",
                "195009072554");
    }

    @Test
    void a_personnummer_with_a_day_that_does_not_exist_is_refused() throws Exception {
        // The check digit is right.
        REFUSALS.refused(
                422,
                "POST",
                "/Patient",
                JSON,
                patientWithPersonnummer("195002302551"),
                "Patient.identifier",
                "195002302551");
    }

    @Test
    void a_reference_to_a_patient_who_does_not_exist_is_refused() throws Exception {
        REFUSALS.refused(
                400,
                "POST",
                "/Condition",
                JSON,
                hipFracture("Patient/nobody-at-all", "2025-01-01"),
                "Condition.subject",
                "Patient/nobody-at-all");
    }

    @Test
    void a_body_of_60_megabytes_is_refused() throws Exception {
        byte[] body = ("{\"resourceType\": \"Patient\", \"name\": [{\"family\": \"" + "x".repeat(60_000_000) + "\"}]}")
                .getBytes();
        REFUSALS.refused(
                413, REFUSALS.request("POST", "/Patient", JSON, BodyPublishers.ofByteArray(body)), "larger than 50 MB");
    }

    @Test
    void a_body_of_60_megabytes_is_refused_also_when_its_size_is_not_announced() throws Exception {
        byte[] chunk = "x".repeat(1_000_000).getBytes();
        BodyPublisher unknownLength = BodyPublishers.ofByteArrays(
                IntStream.range(0, 60).mapToObj(i -> chunk).collect(Collectors.toList()));
        REFUSALS.refused(413, REFUSALS.request("POST", "/Patient", JSON, unknownLength), "larger than 50 MB");
    }

    @Test
    void a_deep_resource_is_refused() throws Exception {
        String deep = "{\"resourceType\": \"Questionnaire\", \"status\": \"draft\", \"item\": ["
                + "{\"linkId\": \"a\", \"type\": \"group\", \"item\": [".repeat(3000)
                + "{\"linkId\": \"a\", \"type\": \"group\"}" + "]}".repeat(3000) + "]}";
        REFUSALS.refused(400, "POST", "/Questionnaire", JSON, deep, "depth");
    }

    @Test
    void a_bundle_with_more_entries_than_the_limit_is_refused() throws Exception {
        String entries = IntStream.range(0, 5001)
                .mapToObj(
                        i ->
                                "{\"resource\": {\"resourceType\": \"Patient\"}, \"request\": {\"method\": \"POST\", \"url\": \"Patient\"}}")
                .collect(Collectors.joining(","));
        REFUSALS.refused(
                413,
                "POST",
                "",
                JSON,
                "{\"resourceType\": \"Bundle\", \"type\": \"transaction\", \"entry\": [" + entries + "]}",
                "5001",
                "5000");
    }
}
