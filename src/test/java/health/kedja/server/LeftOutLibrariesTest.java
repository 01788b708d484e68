package health.kedja.server;

import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.KedjaServerExtension;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Some libraries that HAPI asks for are left out of the server, among them some from which HAPI calls a single method
 * in a rarely used place. What would fail without them fails only when it is called: here it is called.
 */
class LeftOutLibrariesTest {

    @RegisterExtension
    static final KedjaServerExtension SERVER = new KedjaServerExtension();

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void a_fhirpath_patch_works() throws Exception {
        String path = "/fhir/Patient/" + aPatient();
        String patch = """
                {"resourceType": "Parameters", "parameter": [{"name": "operation", "part": [
                  {"name": "type", "valueCode": "replace"},
                  {"name": "path", "valueString": "Patient.name.where(family = 'Ask').family"},
                  {"name": "value", "valueString": "Embla"}]}]}""";
        assertThat(send("PATCH", path, "application/fhir+json", patch, "application/fhir+json")
                        .body())
                .contains("Embla");
    }

    @Test
    void an_xml_patch_works() throws Exception {
        String path = "/fhir/Patient/" + aPatient();
        String patch = """
                <diff xmlns:fhir="http://hl7.org/fhir">
                  <replace sel="fhir:Patient/fhir:name/fhir:family/@value">Embla</replace>
                </diff>""";
        assertThat(send("PATCH", path, "application/xml-patch+xml", patch, "application/fhir+xml")
                        .body())
                .contains("Embla");
    }

    @Test
    void every_format_of_the_capability_statement_is_written() throws Exception {
        String path = "/fhir/Patient/" + aPatient();
        assertThat(get(path, "application/fhir+json").body()).contains("\"family\"");
        assertThat(get(path, "application/fhir+xml").body()).contains("<family");
        assertThat(get(path, "application/x-turtle").body()).contains("fhir:Patient");
        assertThat(get(path, "text/html").body()).contains("<html");
    }

    @Test
    void a_profile_is_validated() throws Exception {
        String profile = get("/fhir/StructureDefinition/kedja-bone-density", "application/fhir+json")
                .body();
        String parameters = "{\"resourceType\": \"Parameters\", \"parameter\": [{\"name\": \"resource\", \"resource\": "
                + profile + "}]}";
        HttpResponse<String> answer = send(
                "POST",
                "/fhir/StructureDefinition/$validate",
                "application/fhir+json",
                parameters,
                "application/fhir+json");
        assertThat(answer.body()).contains("OperationOutcome").doesNotContain("NoClassDefFound");
    }

    @Test
    void an_incomplete_request_to_replace_references_is_refused() throws Exception {
        HttpResponse<String> answer = http.send(
                request(
                                "POST",
                                "/fhir/$hapi.fhir.replace-references",
                                "application/fhir+json",
                                "{\"resourceType\": \"Parameters\"}")
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void metrics_come_in_each_format_that_prometheus_asks_for() throws Exception {
        assertThat(get("/actuator/prometheus", "text/plain").body()).contains("jvm_memory_used_bytes");
        assertThat(get("/actuator/prometheus", "application/openmetrics-text; version=1.0.0")
                        .body())
                .endsWith("# EOF\n");
        assertThat(get(
                                "/actuator/prometheus",
                                "application/vnd.google.protobuf; proto=io.prometheus.client.MetricFamily; encoding=delimited")
                        .body())
                .contains("jvm_memory_used_bytes");
    }

    private static String aPatient() {
        Patient patient = new Patient();
        patient.addName().setFamily("Ask");
        return SERVER.client().create().resource(patient).execute().getId().getIdPart();
    }

    private HttpResponse<String> get(String path, String accept) throws Exception {
        return answered(
                HttpRequest.newBuilder(uri(path)).header("Accept", accept).build());
    }

    private HttpResponse<String> send(String method, String path, String type, String body, String accept)
            throws Exception {
        return answered(
                request(method, path, type, body).header("Accept", accept).build());
    }

    private HttpResponse<String> answered(HttpRequest request) throws Exception {
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private static HttpRequest.Builder request(String method, String path, String type, String body) {
        return HttpRequest.newBuilder(uri(path))
                .header("Content-Type", type)
                .method(method, BodyPublishers.ofString(body));
    }

    private static URI uri(String path) {
        return SERVER.base().resolve(path);
    }
}
