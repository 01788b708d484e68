package health.kedja.server;

import static health.kedja.history.Records.hipFracture;
import static health.kedja.history.Records.newId;
import static health.kedja.history.Records.patient;
import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.FhirHttp;
import health.kedja.KedjaServerExtension;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class UnhurriedAnswersTest {

    @RegisterExtension
    static final KedjaServerExtension SERVER = new KedjaServerExtension();

    private final FhirHttp http = new FhirHttp(SERVER.fhirBase());

    @Test
    void an_answer_comes_in_pieces_of_thousands_of_characters_and_whole() throws Exception {
        String id = newId("p");
        http.put("Patient/" + id, patient(id, "1940-01-01")).expect(201);
        String hip = newId("c");
        http.put("Condition/" + hip, hipFracture(hip, id, "2024-01-01")).expect(201);
        String path = "Patient/" + id + "/$fracture-chain?asOf=2024-02-01";

        String raw = raw("/fhir/" + path);
        String body = http.get(path).expect(200).body();

        assertThat(body.length()).isGreaterThan(8000);
        assertThat(raw).contains("Transfer-Encoding: chunked").endsWith("\r\n0\r\n\r\n");
        assertThat(pieces(raw)).isLessThanOrEqualTo(body.length() / 4000 + 1);
        assertThat(body).startsWith("{").endsWith("}");
    }

    private static long pieces(String raw) {
        return raw.lines().filter(line -> line.matches("[0-9a-f]{1,5}")).count();
    }

    /** The answer as it comes over the wire, in chunks. */
    private static String raw(String path) throws IOException {
        URI base = SERVER.base();
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            String request =
                    "GET " + path + " HTTP/1.1\r\nHost: " + base.getAuthority() + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            try (InputStream stream = socket.getInputStream()) {
                stream.transferTo(answer);
            }
            return answer.toString(StandardCharsets.UTF_8);
        }
    }
}
