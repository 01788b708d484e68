package health.kedja.server;

import static health.kedja.history.Records.newId;
import static health.kedja.history.Records.patient;
import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.FhirHttp;
import health.kedja.KedjaServerExtension;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link StrictServerTest} has the other half: a server that is known by a name. */
class KnownHostsTest {

    @RegisterExtension
    static final KedjaServerExtension SERVER = new KedjaServerExtension();

    private final RawHttp raw = new RawHttp(SERVER.base());
    private final FhirHttp http = new FhirHttp(SERVER.fhirBase());

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "evil.example:80", "localhost.evil.example", "127.0.0.1.nip.io", "0.0.0.0"})
    void a_request_for_another_server_is_refused_and_its_name_not_repeated(String host) throws IOException {
        RawHttp.Answer answer =
                raw.send("GET /fhir/Patient?_count=1 HTTP/1.1\nHost: " + host + "\nConnection: close\n");
        assertThat(answer.status()).isEqualTo(421);
        assertThat(answer.body()).contains("kedja.base-url").doesNotContain(host);
    }

    @Test
    void forwarding_headers_of_anybody_do_not_change_an_address() throws IOException {
        http.put("Patient/" + newId("p"), patient(newId("p"), "1940-01-01"));
        RawHttp.Answer answer = raw.send("GET /fhir/Patient?_count=1 HTTP/1.1\nHost: localhost\n"
                + "X-Forwarded-Host: evil.example\nX-Forwarded-Proto: https\nX-Forwarded-Prefix: /evil\n"
                + "Forwarded: host=evil.example\nConnection: close\n");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("evil");
    }

    @Test
    void the_address_in_the_request_line_is_looked_at_too() throws IOException {
        RawHttp.Answer answer = raw.send(
                "GET http://evil.example/fhir/Patient?_count=1 HTTP/1.1\nHost: evil.example\nConnection: close\n");
        assertThat(answer.status()).isEqualTo(421);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:8080", "127.0.0.1", "[::1]:80"})
    void the_machine_itself_is_known_by_every_loopback_name(String host) throws IOException {
        RawHttp.Answer answer = raw.send("GET /fhir/Patient/nobody HTTP/1.1\nHost: " + host + "\nConnection: close\n");
        assertThat(answer.status()).isEqualTo(404);
    }
}
