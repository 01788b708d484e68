package health.kedja.server;

import static health.kedja.history.Records.bundle;
import static health.kedja.history.Records.newId;
import static health.kedja.history.Records.patient;
import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.FhirHttp;
import health.kedja.KedjaServerExtension;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ids, headers, patches and Bundle entries that cannot be read are refused, and never answered as a failure. */
class MalformedRequestTest {

    @RegisterExtension
    static final KedjaServerExtension SERVER = new KedjaServerExtension();

    private final FhirHttp http = new FhirHttp(SERVER.fhirBase());
    private final String id = newId("p");
    private final String patient = patient(id, "1940-01-01");

    @BeforeEach
    void a_patient() {
        http.put("Patient/" + id, patient).expect(201, 200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%20",
                "a%00b",
                "a_b",
                "%C3%A5",
                "..",
                "%2F",
                "nosuch/_history/x",
                "a;b",
                "$",
                "$nosuch",
                "nosuch/$everything?_count=x",
                "nosuch/$meta",
                "nosuch/_history?_since=x",
                "nosuch/Foo",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void an_id_that_is_none_is_not_a_failure_of_the_server(String path) {
        assertThat(http.get("Patient/" + path).status()).isBetween(400, 499);
    }

    @Test
    void a_version_that_is_no_number_or_too_large_is_refused() {
        http.get("Patient/" + id + "/_history/x").expect(400, 404);
        http.get("Patient/" + id + "/_history/99999999999999999999").expect(400, 404);
        assertThat(http.get("Patient/" + id + "/$everything?_count=x")
                        .expect(400)
                        .diagnostics())
                .contains("\"x\"");
    }

    @ParameterizedTest
    @CsvSource({"If-Modified-Since, garbage", "Cache-Control, max-results=-1", "If-Match, garbage"})
    void a_header_that_cannot_be_read_is_refused_by_name(String header, String value) {
        FhirHttp.Answer answer = header.equals("If-Match")
                ? http.put("Patient/" + id, patient, header, value)
                : http.get(header.equals("Cache-Control") ? "Patient?_id=" + id : "Patient/" + id, header, value);
        assertThat(answer.expect(400).diagnostics()).contains(header, value);
    }

    @ParameterizedTest
    @CsvSource({
        "Accept, garbage", "Accept, image/png", "Accept-Language, %%%;;;q=x", "If-None-Match, garbage",
        "Prefer, return=garbage", "X-Forwarded-Host, %%%", "X-Forwarded-Port, x", "X-Request-ID, !!!",
        "Authorization, garbage", "If-Modified-Since, 'Sat, 01 Jan 2022 00:00:00 GMT'"
    })
    void no_other_header_is_a_failure_of_the_server(String header, String value) {
        assertThat(http.get("Patient/" + id, header, value).status()).isLessThan(500);
        assertThat(http.put("Patient/" + id, patient, header, value).status()).isLessThan(500);
    }

    @Test
    void a_patch_that_cannot_be_read_or_applied_is_refused() {
        String path = "Patient/" + id;
        for (String body : List.of("", "garbage", "{}", "[{\"op\": \"x\"}]", """
                        [{"op": "replace", "path": "/nosuch/1", "value": 1}]""")) {
            http.patch(path, "application/json-patch+json", body).expect(400, 422);
        }
        for (String body : List.of("<diff>", "<diff><replace sel=\"nosuch\">x</replace></diff>", """
                        <diff><replace sel="///">x</replace></diff>""")) {
            http.patch(path, "application/xml-patch+xml", body).expect(400, 422);
        }
        for (String body : List.of(patient, """
                        {"resourceType": "Parameters", "parameter": [{"name": "operation", "part": [
                          {"name": "type", "valueCode": "add"}, {"name": "path", "valueString": "Patient"},
                          {"name": "name", "valueString": "nosuch"}, {"name": "value", "valueString": "x"}]}]}""")) {
            http.patch(path, "application/fhir+json", body).expect(400, 422);
        }
        assertThat(http.get(path).body()).contains("1940-01-01", "\"versionId\":\"1\"");
    }

    @Test
    void an_operation_that_is_sent_another_resource_than_parameters_is_refused() {
        for (String operation : List.of(
                "$fracture-chain", "Patient/" + id + "/$fracture-chain", "Observation/$harmonise-bmd", "$import")) {
            assertThat(http.post(operation, patient).expect(400).diagnostics()).contains("Parameters");
        }
    }

    @Test
    void an_import_job_is_asked_for_by_its_id() {
        for (String question : List.of("", "?_jobId=", "?_jobId=%20", "?jobId=x")) {
            assertThat(http.get("$import-poll-status" + question).expect(400).diagnostics())
                    .contains("_jobId");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "{\"url\": \"Patient\"} # entry[0].request.method",
                "{\"method\": \"PUT\", \"url\": \"Patient/x\", \"ifMatch\": \"garbage\"} # entry[0].request.ifMatch",
                "{\"method\": \"GET\", \"url\": \"Patient/%zz\"} # entry[0].request.url"
            })
    void a_bundle_entry_that_cannot_be_read_is_refused_by_place(String request, String place) {
        for (String type : List.of("batch", "transaction")) {
            assertThat(http.post("", """
                                    {"resourceType": "Bundle", "type": "%s", "entry": [
                                     {"resource": {"resourceType": "Patient"}, "request": %s}]}""".formatted(type, request)).expect(400).diagnostics())
                    .contains(place);
        }
    }

    @Test
    void a_conditional_write_with_a_day_that_is_none_is_refused() {
        http.put("Patient?birthdate=x", "{\"resourceType\": \"Patient\"}").expect(400);
        http.delete("Patient?birthdate=x").expect(400);
        http.post("Patient", "{\"resourceType\": \"Patient\"}", "If-None-Exist", "birthdate=x")
                .expect(400);
    }

    @Test
    void a_number_too_large_and_a_reference_that_is_none_are_refused() {
        http.post("Observation", """
                {"resourceType": "Observation", "status": "final", "code": {"text": "x"},
                 "valueQuantity": {"value": 1e400}}""").expect(400, 422);
        for (String reference : List.of("/", "http://[", "x", "Foo/1")) {
            http.post("Patient", """
                            {"resourceType": "Patient", "managingOrganization": {"reference": "%s"}}""".formatted(reference)).expect(400, 422);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "a\\u0000b", "\\ud800", "\\udc00\\ud800", "\\ud800x"})
    void a_text_that_cannot_be_stored_is_refused_and_nothing_of_the_database_told(String text) {
        String named =
                patient.replaceFirst("\\{", Matcher.quoteReplacement("{\"name\": [{\"family\": \"" + text + "\"}], "));
        for (FhirHttp.Answer answer : List.of(
                http.put("Patient/" + id, named),
                http.post("Patient", named),
                http.post("", bundle("transaction", "PUT Patient/" + id, named)),
                http.patch("Patient/" + id, "application/json-patch+json", """
                        [{"op": "add", "path": "/name", "value": [{"family": "%s"}]}]""".formatted(text)))) {
            assertThat(answer.expect(400).diagnostics()).doesNotContain("ERROR", "Callback");
        }
        String whole = patient.replaceFirst(
                "\\{", Matcher.quoteReplacement("{\"name\": [{\"family\": \"\\ud83d\\ude00\"}], "));
        http.put("Patient/" + id, whole).expect(200);
    }

    @Test
    void a_semicolon_in_the_path_is_refused_wherever_it_is() throws IOException {
        RawHttp raw = new RawHttp(SERVER.fhirBase());
        for (String path :
                List.of("/fhir;a=b/Patient/" + id, "/fhir/Patient;a=b/" + id, "/fhir/metadata;a", "/;a/fhir")) {
            assertThat(raw.send("GET " + path + " HTTP/1.1\n", new byte[0]).status())
                    .isEqualTo(400);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"_filter:x=y", "_text:contains=y", "_content:exact=y", "_list:x=y"})
    void a_parameter_that_is_not_offered_is_refused_with_any_modifier(String query) {
        assertThat(http.get("Patient?" + query).expect(400).diagnostics()).contains("not offered");
    }

    @Test
    void a_tag_label_or_profile_that_is_too_long_is_refused_and_not_left_out() {
        String longOne = "x".repeat(201);
        for (String meta : List.of(
                "\"tag\": [{\"system\": \"urn:example:a\", \"code\": \"%s\"}]",
                "\"tag\": [{\"system\": \"urn:%s\", \"code\": \"a\"}]",
                "\"security\": [{\"system\": \"urn:example:a\", \"code\": \"%s\"}]",
                "\"profile\": [\"urn:%s\"]")) {
            String body = patient.replaceFirst("\\{", "{\"meta\": {" + meta.formatted(longOne) + "}, ");
            assertThat(http.put("Patient/" + id, body).expect(400).diagnostics())
                    .contains("200 characters");
        }
        String body = patient.replaceFirst(
                "\\{",
                "{\"meta\": {\"tag\": [{\"system\": \"urn:example:a\", \"code\": \"" + "x".repeat(200) + "\"}]}, ");
        http.put("Patient/" + id, body).expect(200);
        assertThat(http.get("Patient/" + id).body()).contains("x".repeat(200));
    }

    @Test
    void a_conditional_reference_without_a_type_is_refused() {
        String body = patient.replaceFirst("\\{", "{\"managingOrganization\": {\"reference\": \"?identifier=1\"}, ");
        assertThat(http.put("Patient/" + id, body).expect(400).diagnostics()).contains("question mark");
        assertThat(http.post("Patient", body).expect(400).diagnostics()).contains("question mark");
    }
}
