package health.kedja.server;

import static health.kedja.history.Records.newId;
import static health.kedja.history.Records.patient;
import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.FhirHttp;
import health.kedja.KedjaServerExtension;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever answers, HAPI, Spring or Tomcat, the headers are there and nothing tells of what the server is made. */
class EveryAnswerTest {

    @RegisterExtension
    static final KedjaServerExtension SERVER = new KedjaServerExtension();

    private final RawHttp raw = new RawHttp(SERVER.base());
    private final FhirHttp http = new FhirHttp(SERVER.fhirBase());

    private RawHttp.Answer ask(String line, String... headers) throws IOException {
        String more = headers.length == 0 ? "" : String.join("\n", headers) + "\n";
        return raw.send(line + "\nHost: localhost\nConnection: close\n" + more);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /fhir/metadata HTTP/1.1",
                "GET /fhir/Patient?_count=1 HTTP/1.1",
                "GET /fhir/Patient/nobody HTTP/1.1",
                "GET /fhir/Nothing HTTP/1.1",
                "PUT /fhir/Patient HTTP/1.1",
                "BREW /fhir/Patient HTTP/1.1",
                "TRACE /fhir/Patient HTTP/1.1",
                "GET /nothing HTTP/1.1",
                "GET / HTTP/1.1",
                "POST /nothing HTTP/1.1",
                "GET /error HTTP/1.1",
                "GET /actuator/health HTTP/1.1",
                "GET /actuator/nothing HTTP/1.1",
                "GET /fhir/Patient?name=<script> HTTP/1.1",
                "GET /fhir/../../etc/passwd HTTP/1.1",
                "GET /fhir/%2e%2e%2f%2e%2e%2fetc%2fpasswd HTTP/1.1",
                "GET /fhir/Binary/..%2f..%2fapplication.yaml HTTP/1.1",
                "GET /fhir/Binary/../../application.yaml HTTP/1.1",
                "GET /..;/application.yaml HTTP/1.1",
                "GET /%00 HTTP/1.1",
                "GET /application.yaml HTTP/1.1",
                "GET /WEB-INF/web.xml HTTP/1.1",
                "GET /META-INF/sbom/application.cdx.json HTTP/1.1",
                "GET /fhir/Patient HTTP/9.9",
                "GARBAGE"
            })
    void has_the_headers_and_does_not_say_who_made_it(String line) throws IOException {
        RawHttp.Answer answer = ask(line);
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Content-Security-Policy"))
                .startsWith("default-src 'none'")
                .contains("frame-ancestors 'none'");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Strict-Transport-Security")).isEmpty();
        assertThat(answer.header("Server") + answer.header("X-Powered-By")).isEmpty();
        assertThat(answer.status()).isNotIn(500, 502, 503, 504);
        if (answer.status() >= 400) {
            assertThat(answer.body())
                    .contains("\"OperationOutcome\"")
                    .doesNotContain("Tomcat", "Whitelabel", "HAPI FHIR");
        } else {
            assertThat(line).containsAnyOf("metadata", "_count=1", "health");
        }
    }

    @Test
    void an_error_outside_of_fhir_is_an_operation_outcome_that_says_where_fhir_is() throws IOException {
        RawHttp.Answer answer = ask("GET /nothing HTTP/1.1");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).startsWith("application/fhir+json");
        assertThat(answer.body()).contains("not-found", "/fhir");
        assertThat(ask("GET /a b HTTP/1.1").status()).isEqualTo(400);
    }

    @Test
    void the_html_view_runs_the_one_script_of_the_view_and_no_other() throws Exception {
        String id = newId("p");
        http.put("Patient/" + id, patient(id, "1940-01-01")).expect(201);
        FhirHttp.Answer page = http.get("Patient/" + id + "?_format=html/json");
        Matcher script = Pattern.compile("(?s)<script[^>]*>(.*?)</script>")
                .matcher(page.expect(200).body());
        assertThat(script.find()).isTrue();
        byte[] digest =
                MessageDigest.getInstance("SHA-256").digest(script.group(1).getBytes(StandardCharsets.UTF_8));
        assertThat(page.header("Content-Security-Policy"))
                .contains("script-src 'sha256-" + Base64.getEncoder().encodeToString(digest) + "'")
                .contains("style-src 'unsafe-inline'")
                .doesNotContain("script-src 'unsafe-inline'");
        assertThat(script.find()).isFalse();
        assertThat(http.get("Patient/" + id).header("Content-Security-Policy")).doesNotContain("script-src");
    }

    @Test
    void the_html_view_has_a_title_and_fits_a_small_screen() {
        String id = newId("p");
        http.put("Patient/" + id, patient(id, "1940-01-01")).expect(201);
        assertThat(http.get("Patient/" + id, "Accept", "text/html").expect(200).body())
                .contains("<title>Patient/" + id + " · Kedja</title>", "width=device-width")
                .endsWith("</html>");
        assertThat(http.get("Patient/%3Cb%3E", "Accept", "text/html").body()).doesNotContain("<title>Patient/<b>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /fhir/Patient?_format=json%0d%0aX-Evil:%20yes HTTP/1.1",
                "GET /fhir/Patient/x%0d%0aX-Evil:%20yes HTTP/1.1",
                "GET /fhir/Patient?_count=1&name=%0d%0aX-Evil:%20yes HTTP/1.1",
                "GET /nothing%0d%0aX-Evil:%20yes HTTP/1.1",
                "GET /fhir%0d%0aX-Evil:%20yes/Patient HTTP/1.1"
            })
    void a_line_break_in_a_parameter_makes_no_header(String line) throws IOException {
        assertThat(ask(line).head()).noneMatch(header -> header.startsWith("X-Evil"));
    }

    @Test
    void a_line_break_in_a_header_makes_no_header() throws IOException {
        RawHttp.Answer answer = ask("GET /fhir/metadata?_elements=status HTTP/1.1", "X-Request-ID: a\rX-Evil: yes");
        assertThat(answer.head()).noneMatch(header -> header.contains("X-Evil"));
    }
}
