package health.kedja.history;

import static health.kedja.history.Records.hipFracture;
import static health.kedja.history.Records.newId;
import static health.kedja.history.Records.patient;
import static health.kedja.history.Records.wristFracture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import health.kedja.FhirHttp;
import health.kedja.KedjaServerExtension;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.hl7.fhir.r4.model.Condition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ImportTest {

    @RegisterExtension
    static final KedjaServerExtension SERVER = new KedjaServerExtension();

    private final FhirHttp http = new FhirHttp(SERVER.fhirBase());
    private final EventTable table = new EventTable(SERVER);
    private HttpServer files;

    @BeforeEach
    void a_server_of_files() throws IOException {
        files = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        files.start();
    }

    @AfterEach
    void stop() {
        files.stop(0);
    }

    private void serve(Map<String, String> content) {
        content.forEach((path, lines) -> files.createContext(path, exchange -> {
            byte[] body = lines.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/fhir+ndjson");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        }));
    }

    private String input(String type, String path) {
        return """
                {"name": "input", "part": [{"name": "type", "valueCode": "%s"},
                    {"name": "url", "valueUri": "http://127.0.0.1:%d%s"}]}""".formatted(type, files.getAddress().getPort(), path);
    }

    private static String line(String json) {
        return json.replaceAll("\\s+", " ") + "\n";
    }

    @Test
    void an_import_gives_the_events_of_what_it_stores() {
        String patient = newId("p");
        String hip = newId("c");
        String wrist = newId("c");
        serve(Map.of(
                "/patients",
                line(patient(patient, "1940-01-01")),
                "/conditions",
                line(hipFracture(hip, patient, "2024-03-01")) + line(wristFracture(wrist, patient, "2024-05-01"))));
        String status = http.post(
                        "$import",
                        """
                        {"resourceType": "Parameters", "parameter": [
                            {"name": "inputFormat", "valueCode": "application/fhir+ndjson"},
                            {"name": "inputSource", "valueUri": "http://127.0.0.1/"},
                            {"name": "storageDetail", "part": [{"name": "type", "valueCode": "https"}]},
                            %s, %s]}""".formatted(input("Patient", "/patients"), input("Condition", "/conditions")),
                        "Prefer",
                        "respond-async")
                .expect(202)
                .header("Content-Location");

        await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> http.get(status).status() != 202);
        http.get(status).expect(200);
        assertThat(table.of("Patient/" + patient)).containsExactly(patient + "|birth|1940-01-01");
        assertThat(table.of("Condition/" + hip)).containsExactly(patient + "|fracture|2024-03-01|S7200");
        assertThat(table.rows("Condition/" + wrist))
                .hasSize(1)
                .isEqualTo(table.expected(http.get("Condition/" + wrist).as(Condition.class)));
    }
}
