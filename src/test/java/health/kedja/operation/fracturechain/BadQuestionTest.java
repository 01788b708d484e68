package health.kedja.operation.fracturechain;

import static health.kedja.Refusals.JSON;
import static health.kedja.Samples.tScore;
import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import health.kedja.KedjaServerExtension;
import health.kedja.Refusals;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Parameters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Questions that cannot be answered are refused with the right status and words that help, and change nothing. */
class BadQuestionTest {

    @RegisterExtension
    static final KedjaServerExtension SERVER = new KedjaServerExtension();

    private static final Refusals REFUSALS = new Refusals(SERVER);
    private static final FhirContext CONTEXT = FhirContext.forR4Cached();

    @BeforeEach
    void a_patient_born_in_1950_is_there() throws Exception {
        HttpResponse<String> stored = REFUSALS.send("PUT", "/Patient/bad-input", JSON, """
                {"resourceType": "Patient", "id": "bad-input", "birthDate": "1950-09-07"}""");
        assertThat(stored.statusCode()).isIn(200, 201);
    }

    @Test
    void a_day_of_the_question_that_does_not_exist_is_refused() throws Exception {
        REFUSALS.refused(
                400,
                "GET",
                "/Patient/bad-input/$fracture-chain?asOf=2024-13-45",
                null,
                null,
                "asOf",
                "2024-13-45",
                "YYYY-MM-DD");
    }

    @Test
    void an_unknown_guideline_is_refused_with_those_there_are() throws Exception {
        REFUSALS.refused(
                400,
                "GET",
                "/Patient/bad-input/$fracture-chain?guideline=nowhere",
                null,
                null,
                "guideline",
                "nowhere",
                "se-psvf-2021");
    }

    @Test
    void a_misspelt_parameter_is_refused_with_those_there_are() throws Exception {
        REFUSALS.refused(400, "GET", "/Patient/bad-input/$fracture-chain?asof=2024-01-01", null, null, "asof", "asOf");
    }

    @Test
    void a_parameter_given_twice_is_refused() throws Exception {
        REFUSALS.refused(
                400,
                "GET",
                "/Patient/bad-input/$fracture-chain?asOf=2024-01-01&asOf=2025-01-01",
                null,
                null,
                "asOf",
                "once");
    }

    @Test
    void a_fracture_that_is_not_the_patients_is_refused() throws Exception {
        REFUSALS.refused(
                400,
                "GET",
                "/Patient/bad-input/$fracture-chain?fracture=Condition/none",
                null,
                null,
                "fracture",
                "Condition/none");
    }

    @Test
    void a_patient_without_fractures_gets_an_empty_answer() throws Exception {
        HttpResponse<String> answer = REFUSALS.send("GET", "/Patient/bad-input/$fracture-chain", null, null);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(CONTEXT.newJsonParser()
                        .parseResource(Parameters.class, answer.body())
                        .getParameter())
                .extracting(parameter -> parameter.getName())
                .containsExactly("patient", "asOf", "guideline");
    }

    @Test
    void an_unknown_patient_is_not_found() throws Exception {
        REFUSALS.refused(404, "GET", "/Patient/nobody-at-all/$fracture-chain", null, null, "Patient/nobody-at-all");
    }

    @Test
    void a_deleted_patient_is_gone() throws Exception {
        REFUSALS.send(
                "PUT", "/Patient/bad-input-gone", JSON, "{\"resourceType\": \"Patient\", \"id\": \"bad-input-gone\"}");
        REFUSALS.send("DELETE", "/Patient/bad-input-gone", null, null);
        REFUSALS.refused(410, "GET", "/Patient/bad-input-gone/$fracture-chain", null, null, "deleted");
    }

    @Test
    void a_stateless_question_without_bundle_is_refused() throws Exception {
        REFUSALS.refused(400, "POST", "/$fracture-chain", JSON, "{\"resourceType\": \"Parameters\"}", "bundle");
    }

    @Test
    void a_bundle_about_two_patients_is_refused() throws Exception {
        REFUSALS.refused(
                400,
                "POST",
                "/$fracture-chain",
                JSON,
                stateless(
                        "{\"resourceType\": \"Patient\", \"id\": \"a\"}",
                        "{\"resourceType\": \"Patient\", \"id\": \"b\"}"),
                "bundle",
                "2 patients");
    }

    @Test
    void a_stateless_bundle_is_checked_as_what_is_stored() throws Exception {
        REFUSALS.refused(
                422,
                "POST",
                "/$fracture-chain",
                JSON,
                stateless("{\"resourceType\": \"Patient\", \"id\": \"bad-input\"}", tScore("-25")),
                "kedja-bmd-3",
                "-25");
    }

    private static String stateless(String... resources) {
        String entries = List.of(resources).stream()
                .map(resource -> "{\"resource\": " + resource + "}")
                .collect(Collectors.joining(","));
        return "{\"resourceType\": \"Parameters\", \"parameter\": [{\"name\": \"bundle\", \"resource\":"
                + " {\"resourceType\": \"Bundle\", \"type\": \"collection\", \"entry\": [" + entries + "]}}]}";
    }
}
