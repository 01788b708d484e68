package health.kedja.server;

import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.FhirHttp;
import health.kedja.KedjaServerExtension;
import health.kedja.Refusals;
import health.kedja.history.Records;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What asks for too much, or costs more to read than to send, is refused, changes nothing, and is told the limit. */
@Timeout(120)
class RequestLimitsTest {

    @RegisterExtension
    static final KedjaServerExtension SERVER = new KedjaServerExtension();

    private static final Refusals REFUSALS = new Refusals(SERVER);

    private final FhirHttp http = new FhirHttp(SERVER.fhirBase());

    private static String times(int count, String separator, String text) {
        return IntStream.range(0, count)
                .mapToObj(i -> text.replace("#", "" + i))
                .collect(Collectors.joining(separator));
    }

    static Stream<Arguments> searches() {
        return Stream.of(
                Arguments.of("Patient?name=" + "x".repeat(9_000), 414, "max-url"),
                Arguments.of("Patient?" + times(101, "&", "name=x#"), 400, "max-parameters"),
                Arguments.of("Patient?_id=" + times(1_001, ",", "a#"), 400, "max-values"),
                Arguments.of("Patient?" + times(21, "&", "_revinclude=Condition:subject"), 400, "max-includes"),
                Arguments.of("Patient?" + times(21, "&", "_include:iterate=Patient:organization"), 400, "max-includes"),
                Arguments.of(
                        "Condition?subject.organization.partof.partof.partof.name=x", 400, "kedja.requests.max-chain"),
                Arguments.of(
                        "Patient?_has:Condition:subject:" + times(5, "", "_has:Procedure:reason:") + "code=x",
                        400,
                        "max-chain"),
                Arguments.of("Patient?_count=1001", 400, "max-count"),
                Arguments.of("Patient?_offset=100000", 400, "max-results"),
                Arguments.of("?_getpages=x&_getpagesoffset=100000", 400, "max-results"));
    }

    @ParameterizedTest
    @MethodSource("searches")
    void a_search_that_asks_for_too_much_is_refused(String search, int status, String setting) {
        assertThat(http.get(search).expect(status).diagnostics()).contains(setting);
        if (status == 400) {
            String url = search.startsWith("?") ? "Patient" + search : search;
            assertThat(http.get(url).expect(400).diagnostics()).contains(setting);
        }
    }

    @ParameterizedTest
    @MethodSource("searches")
    void so_is_one_in_a_bundle(String search, int status, String setting) {
        if (!setting.equals("max-results")) {
            assertThat(http.post("", Records.bundle("batch", "GET " + search, null))
                            .expect(400)
                            .diagnostics())
                    .contains(setting);
        }
    }

    @Test
    void a_form_has_the_same_limits() {
        String type = "application/x-www-form-urlencoded";
        assertThat(http.send("POST", "Patient/_search", times(101, "&", "name=x#"), "Content-Type", type)
                        .expect(400)
                        .diagnostics())
                .contains("max-parameters");
        assertThat(http.send("POST", "Patient/_search", "_id=" + times(1_001, ",", "a#"), "Content-Type", type)
                        .expect(400)
                        .diagnostics())
                .contains("max-values");
        http.send("POST", "Patient/_search", "_id=" + times(900, ",", "a#"), "Content-Type", type)
                .expect(200);
    }

    @Test
    void more_results_at_once_than_the_limit_are_refused_in_a_header_too() {
        assertThat(http.get("Patient?_id=x", "Cache-Control", "no-store, max-results=1001")
                        .expect(400)
                        .diagnostics())
                .contains("max-count");
        http.get("Patient?_id=x", "Cache-Control", "no-store, max-results=1000").expect(200);
        http.get("Patient?_count=1000&_id=x").expect(200);
    }

    @Test
    void long_headers_are_refused() {
        assertThat(http.get("metadata", "X-Long", "x".repeat(17_000))
                        .expect(431)
                        .diagnostics())
                .contains("kedja.requests.max-headers");
        assertThat(http.get("metadata", "X-Long", "x".repeat(100_000))
                        .expect(400)
                        .diagnostics())
                .contains("too long");
    }

    private static String deep(int levels) {
        return "{\"resourceType\": \"Questionnaire\", \"status\": \"draft\", \"item\": ["
                + "{\"linkId\": \"a\", \"type\": \"group\", \"item\": [".repeat(levels)
                + "{\"linkId\": \"a\", \"type\": \"group\"}" + "]}".repeat(levels) + "]}";
    }

    @Test
    void a_deep_body_is_refused_in_json_and_in_xml() throws Exception {
        REFUSALS.refused(400, "POST", "/Questionnaire", Refusals.JSON, deep(50), "max-depth");
        String xml = "<Questionnaire xmlns=\"http://hl7.org/fhir\">" + "<item>".repeat(101) + "</item>".repeat(101)
                + "</Questionnaire>";
        REFUSALS.refused(400, "POST", "/Questionnaire", Refusals.XML, xml, "max-depth");
        REFUSALS.refused(400, "POST", "/Patient", Refusals.JSON, "[".repeat(1_000_000), "max-depth");
        REFUSALS.refused(400, "PATCH", "/Patient/x", "application/json-patch+json", "[".repeat(1_000_000), "max-depth");
    }

    @Test
    void a_body_as_deep_as_the_limit_is_no_failure() {
        int status = http.post("Questionnaire", deep(48)).status();
        assertThat(status).isLessThan(500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e1000", "1E+99999999", "1e-999999999", "-1e00001000"})
    void a_number_that_is_short_to_write_and_long_to_write_out_is_refused(String number) throws Exception {
        String observation = """
                {"resourceType": "Observation", "status": "final", "code": {"text": "x"},
                 "valueQuantity": {"value": %s}}""".formatted(number);
        REFUSALS.refused(400, "POST", "/Observation", Refusals.JSON, observation, "exponent", number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e1000", "-1E+99999999", "\"1e999999999\""})
    void such_a_number_in_a_patch_is_refused(String number) throws Exception {
        String patch = "[{\"op\": \"replace\", \"path\": \"/valueQuantity/value\", \"value\": " + number + "}]";
        REFUSALS.refused(400, "PATCH", "/Observation/x", "application/json-patch+json", patch, "exponent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"550e8400-e29b-41d4-a716-446655440000", "446655440000-1e1234567", "a716-0e99999999"})
    void an_id_in_a_patch_is_no_number(String id) {
        String patient = http.post("Patient", "{\"resourceType\": \"Patient\", \"gender\": \"female\"}")
                .expect(201)
                .id();
        String patch = "[{\"op\": \"add\", \"path\": \"/name\", \"value\": [{\"family\": \"" + id + "\"}]}]";
        assertThat(http.patch("Patient/" + patient, "application/json-patch+json", patch)
                        .expect(200)
                        .body())
                .contains(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "1e-999999999", "1e-400"})
    void such_a_number_in_xml_or_in_a_search_is_no_failure(String number) {
        String observation = """
                <Observation xmlns="http://hl7.org/fhir"><status value="final"/><code><text value="x"/></code>
                <valueQuantity><value value="%s"/></valueQuantity></Observation>""".formatted(number);
        assertThat(http.send("POST", "Observation", observation, "Content-Type", Refusals.XML)
                        .status())
                .isBetween(number.length() > 6 ? 400 : 200, 499);
        assertThat(http.post("Observation", """
                        {"resourceType": "Observation", "status": "final", "code": {"text": "x"},
                         "valueQuantity": {"value": "%s"}}""".formatted(number)).status()).isBetween(200, 499);
        http.get("Observation?code:text=x").expect(200);
        for (String search : new String[] {
            "Observation?value-quantity=",
            "Observation?code-value-quantity=x$",
            "Observation?value-quantity=gt",
            "RiskAssessment?probability=",
            "Condition?onset-age="
        }) {
            assertThat(http.get(search + number).status()).as(search).isBetween(200, 499);
        }
    }

    @Test
    void a_long_number_and_a_long_text_are_refused() throws Exception {
        String observation =
                "{\"resourceType\": \"Observation\", \"valueQuantity\": {\"value\": 0." + "1".repeat(100) + "}}";
        REFUSALS.refused(400, "POST", "/Observation", Refusals.JSON, observation, "max-digits");
        String digits =
                "{\"resourceType\": \"Observation\", \"valueQuantity\": {\"value\": " + "9".repeat(2_000_000) + "}}";
        REFUSALS.refused(400, "POST", "/Observation", Refusals.JSON, digits, "max-digits");
        String text = "{\"resourceType\": \"Patient\", \"name\": [{\"family\": \"" + "x".repeat(11_000_000) + "\"}]}";
        REFUSALS.refused(400, "POST", "/Patient", Refusals.JSON, text, "max-text");
        String xml = "<Patient xmlns=\"http://hl7.org/fhir\"><name><family value=\"" + "x".repeat(11_000_000)
                + "\"/></name></Patient>";
        REFUSALS.refused(400, "POST", "/Patient", Refusals.XML, xml, "max-text");
    }

    @Test
    void a_property_given_twice_is_refused_and_not_one_of_them_taken() throws Exception {
        REFUSALS.refused(400, "POST", "/Patient", Refusals.JSON, """
                {"resourceType": "Patient", "birthDate": "1940-01-01", "birthDate": "1950-01-01"}""", "birthDate", "twice");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE Patient [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
                "<!DOCTYPE Patient SYSTEM \"http://127.0.0.1:1/evil.dtd\">",
                "<!DOCTYPE Patient [<!ENTITY % p SYSTEM \"file:///etc/passwd\"> %p;]>",
                "<!DOCTYPE lolz [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
                        + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;\">]>"
            })
    void entities_are_not_declared_here(String declaration) throws Exception {
        String patient = "<?xml version=\"1.0\"?>" + declaration
                + "<Patient xmlns=\"http://hl7.org/fhir\"><name><family value=\"&x;\"/></name></Patient>";
        REFUSALS.refused(400, "POST", "/Patient", Refusals.XML, patient, "DOCTYPE");
        REFUSALS.refused(400, "POST", "/Patient", Refusals.XML, "\uFEFF" + patient, "DOCTYPE");
        // Whatever it is said to be.
        assertThat(REFUSALS.send("POST", "/Patient", Refusals.JSON, patient).statusCode())
                .isEqualTo(400);
        String patch = declaration + "<diff><add sel=\"Patient\">&x;</add></diff>";
        REFUSALS.refused(400, "PATCH", "/Patient/x", "application/xml-patch+xml", patch, "DOCTYPE");
        String data = Base64.getEncoder().encodeToString(patch.getBytes(StandardCharsets.UTF_8));
        String bundle = Records.bundle("transaction", "PATCH Patient/x", """
                {"resourceType": "Binary", "contentType": "application/xml-patch+xml", "data": "%s"}""".formatted(data));
        REFUSALS.refused(400, "POST", "", Refusals.JSON, bundle, "DOCTYPE");
    }

    @Test
    void a_declaration_within_a_narrative_is_refused() throws Exception {
        String div =
                "<!DOCTYPE div [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><div xmlns='http://www.w3.org/1999/xhtml'>&x;</div>";
        String body =
                "{\"resourceType\": \"Patient\", \"text\": {\"status\": \"generated\", \"div\": \"" + div + "\"}}";
        assertThat(http.post("Patient", body).status()).isBetween(400, 499);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "utf-7", "ISO-8859-1", "x'y"})
    void another_character_set_than_utf_8_is_refused(String charset) throws IOException {
        byte[] body = "{\"resourceType\": \"Patient\"}".getBytes(StandardCharsets.UTF_16);
        RawHttp.Answer answer = new RawHttp(SERVER.base())
                .send(
                        "POST /fhir/Patient HTTP/1.1\nContent-Type: application/fhir+json; charset=" + charset + "\n",
                        body);
        assertThat(answer.status()).isEqualTo(415);
        http.send(
                        "POST",
                        "Patient",
                        "{\"resourceType\": \"Patient\"}",
                        "Content-Type",
                        "application/fhir+json;charset=utf-8")
                .expect(201);
    }
}
