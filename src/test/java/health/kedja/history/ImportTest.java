package health.kedja.history;

import static health.kedja.history.Records.hipFracture;
import static health.kedja.history.Records.newId;
import static health.kedja.history.Records.patient;
import static health.kedja.history.Records.wristFracture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import health.kedja.FhirHttp;
import health.kedja.FhirHttp.Answer;
import health.kedja.KedjaServerExtension;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hl7.fhir.r4.model.Condition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ImportTest {

    @RegisterExtension
    static final KedjaServerExtension SERVER = new KedjaServerExtension();

    private final FhirHttp http = new FhirHttp(SERVER.fhirBase());
    private final EventTable table = new EventTable(SERVER);
    private final String folder = "/import/" + newId("f");
    private final List<String> asked = new CopyOnWriteArrayList<>();

    private void serve(String path, String lines) {
        SERVER.files().createContext(path, exchange -> {
            note(exchange);
            byte[] body = lines.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/fhir+ndjson");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    private void lead(String path, String to) {
        SERVER.files().createContext(path, exchange -> {
            note(exchange);
            exchange.getResponseHeaders().add("Location", to);
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
    }

    private void note(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        asked.add(exchange.getRequestURI() + " " + exchange.getRequestHeaders().getFirst("Authorization"));
    }

    private static String file(String path) {
        return SERVER.filesBase() + path;
    }

    private static String input(String type, String address) {
        return """
                {"name": "input", "part": [{"name": "type", "valueCode": "%s"},
                    {"name": "url", "valueUri": "%s"}]}""".formatted(type, address);
    }

    private static String line(String json) {
        return json.replaceAll("\\s+", " ") + "\n";
    }

    private Answer start(String... inputs) {
        return http.post("$import", """
                {"resourceType": "Parameters", "parameter": [
                    {"name": "inputFormat", "valueCode": "application/fhir+ndjson"},
                    {"name": "inputSource", "valueUri": "http://127.0.0.1/"},
                    {"name": "storageDetail", "part": [{"name": "type", "valueCode": "https"},
                        {"name": "credentialHttpBasic", "valueString": "loader:secret"}]},
                    %s]}""".formatted(String.join(", ", inputs)), "Prefer", "respond-async");
    }

    private Answer end(Answer started) {
        String status = started.expect(202).header("Content-Location");
        await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> http.get(status).status() != 202);
        return http.get(status);
    }

    @Test
    void an_import_gives_the_events_of_what_it_stores() {
        String patient = newId("p");
        String hip = newId("c");
        String wrist = newId("c");
        serve(folder + "/patients", line(patient(patient, "1940-01-01")));
        serve(
                folder + "/conditions",
                line(hipFracture(hip, patient, "2024-03-01")) + "\n"
                        + line(wristFracture(wrist, patient, "2024-05-01")));

        end(start(input("Patient", file(folder + "/patients")), input("Condition", file(folder + "/conditions"))))
                .expect(200);

        assertThat(table.of("Patient/" + patient)).containsExactly(patient + "|birth|1940-01-01");
        assertThat(table.of("Condition/" + hip)).containsExactly(patient + "|fracture|2024-03-01|S7200");
        assertThat(table.rows("Condition/" + wrist))
                .hasSize(1)
                .isEqualTo(table.expected(http.get("Condition/" + wrist).as(Condition.class)));
        // HttpBasic of loader:secret
        assertThat(asked).contains(folder + "/patients Basic bG9hZGVyOnNlY3JldA==");
    }

    @Test
    void a_redirect_to_where_files_may_be_fetched_is_followed() {
        String patient = newId("p");
        serve(folder + "/patients", line(patient(patient, "1940-01-01")));
        lead(folder + "/moved", "patients");
        end(start(input("Patient", file(folder + "/moved")))).expect(200);
        http.get("Patient/" + patient).expect(200);
    }

    @Test
    void a_redirect_to_anywhere_else_is_not_followed_and_nothing_is_stored() {
        String patient = newId("p");
        String secret = "/secret/" + newId("s");
        serve(folder + "/patients", line(patient(patient, "1940-01-01")));
        serve(secret, line(patient(newId("p"), "1940-01-01")));
        String host = SERVER.filesBase().getRawAuthority();
        for (String location : List.of(
                secret,
                file(secret),
                file(folder + "/../.." + secret),
                file(folder + "/%2e%2e/%2E%2E" + secret),
                "http://localhost:" + SERVER.filesBase().getPort() + folder + "/patients",
                "http://" + host + "@127.0.0.1:1/import/",
                "file:///etc/passwd",
                "")) {
            String moved = folder + "/" + newId("moved");
            lead(moved, location);
            assertThat(end(start(input("Patient", file(folder + "/patients")), input("Patient", file(moved))))
                            .expect(500)
                            .body())
                    .as(location)
                    .contains("kedja.import.sources")
                    .doesNotContain("secret");
        }
        http.get("Patient/" + patient).expect(404);
        assertThat(asked).noneMatch(request -> request.startsWith(secret));
    }

    @Test
    void a_circle_of_redirects_ends() {
        lead(folder + "/a", file(folder + "/b"));
        lead(folder + "/b", file(folder + "/a"));
        assertThat(end(start(input("Patient", file(folder + "/a")))).expect(500).body())
                .contains("more than 5 times");
        assertThat(asked).hasSize(6);
    }

    @Test
    void a_file_that_is_not_there_is_named_without_its_query() {
        assertThat(end(start(input("Patient", file(folder + "/none?signature=abc"))))
                        .expect(500)
                        .body())
                .contains(folder + "/none", "404")
                .doesNotContain("signature");
    }

    @Test
    void addresses_from_where_nothing_may_be_fetched_are_refused_before_anything_is_asked_of_them() {
        int port = SERVER.filesBase().getPort();
        serve("/elsewhere" + folder, "");
        for (String address : List.of(
                "http://127.0.0.1:" + port + "/elsewhere" + folder,
                "http://127.0.0.1:" + port,
                "http://127.0.0.1:" + port + "/import",
                "http://127.0.0.1:" + port + "/important/file",
                "http://127.0.0.1:" + port + "/import/../elsewhere" + folder,
                "http://127.0.0.1:" + port + "/import/%2e%2e/elsewhere" + folder,
                "http://127.0.0.1:" + port + "/import/..;/elsewhere" + folder,
                "http://127.0.0.1:" + port + "/import%2f..%2felsewhere",
                "http://127.0.0.1:" + port + "/IMPORT/file",
                "http://127.0.0.1:" + (port + 1) + "/import/file",
                "http://127.0.0.1/import/file",
                "https://127.0.0.1:" + port + "/import/file",
                "http://localhost:" + port + "/import/file",
                "http://127.1:" + port + "/import/file",
                "http://2130706433:" + port + "/import/file",
                "http://0x7f.0.0.1:" + port + "/import/file",
                "http://[::1]:" + port + "/import/file",
                "http://[::ffff:127.0.0.1]:" + port + "/import/file",
                "http://127.0.0.1.example.org:" + port + "/import/file",
                "http://127.0.0.1:" + port + "@example.org/import/file",
                "http://user:word@127.0.0.1:" + port + "/import/file",
                "http://example.org/import/file#http://127.0.0.1:" + port + "/import/",
                "http://169.254.169.254/latest/meta-data/",
                "file:///import/file",
                "file://127.0.0.1:" + port + "/import/file",
                "ftp://127.0.0.1:" + port + "/import/file",
                "//127.0.0.1:" + port + "/import/file",
                "/import/file")) {
            assertThat(start(input("Patient", file(folder + "/any")), input("Patient", address))
                            .expect(403)
                            .diagnostics())
                    .as(address)
                    .contains("input.url", "kedja.import.sources");
        }
        assertThat(asked).isEmpty();
    }

    @Test
    void a_scheme_that_is_written_large_is_refused_before_anything_is_fetched() {
        String patient = newId("p");
        serve(folder + "/patients", line(patient(patient, "1940-01-01")));
        start(input("Patient", file(folder + "/patients").replace("http:", "HTTP:")))
                .expect(400);
        http.get("Patient/" + patient).expect(404);
    }

    @Test
    void what_is_not_offered_is_refused() {
        assertThat(http.post(
                                "$import",
                                """
                        {"resourceType": "Parameters", "parameter": [
                            {"name": "inputFormat", "valueCode": "application/fhir+ndjson"},
                            {"name": "storageDetail", "part": [{"name": "chunkByCompartmentName", "valueString": "Patient"}]},
                            %s]}""".formatted(input("Patient", file(folder + "/any"))),
                                "Prefer",
                                "respond-async")
                        .expect(400)
                        .diagnostics())
                .contains("chunkByCompartmentName");
    }
}
