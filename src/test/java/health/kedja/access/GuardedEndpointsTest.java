package health.kedja.access;

import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.FhirHttp;
import health.kedja.FhirHttp.Answer;
import health.kedja.GuardedServerExtension;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What lies beside the FHIR API is guarded too. */
class GuardedEndpointsTest {

    @RegisterExtension
    static final GuardedServerExtension SERVER = new GuardedServerExtension();

    private final FhirHttp http = new FhirHttp(SERVER.base());

    private static String token(Role role) {
        return SERVER.token(role, List.of(), "system/*.rs", null, null);
    }

    @Test
    void health_is_for_everyone() {
        http.get("actuator/health", "Accept", "*/*").expect(200);
        http.get("actuator/health/readiness", "Accept", "*/*", "X-Forwarded-For", "192.0.2.1")
                .expect(200);
    }

    @Test
    void metrics_are_for_the_machine_itself_and_for_administrators() {
        http.get("actuator/prometheus", "Accept", "text/plain").expect(200);
        for (String header : List.of("X-Forwarded-For", "Forwarded", "Via")) {
            http.get("actuator/prometheus", "Accept", "text/plain", header, "192.0.2.1")
                    .expect(401);
        }
        http.bearing(token(Role.COORDINATOR))
                .get("actuator/prometheus", "Accept", "text/plain", "X-Forwarded-For", "192.0.2.1")
                .expect(403);
        http.bearing(token(Role.ADMINISTRATOR))
                .get("actuator/prometheus", "Accept", "text/plain", "X-Forwarded-For", "192.0.2.1")
                .expect(200);
    }

    @Test
    void what_is_not_there_is_not_told_without_a_token() {
        http.get("nothing/here").expect(401);
        http.get("error").expect(401);
    }

    @Test
    void the_fhir_api_has_no_session_and_keeps_nothing_in_caches() {
        Answer answer = SERVER.http(SERVER.systemToken()).get("Patient").expect(200);
        assertThat(answer.header("Set-Cookie")).isNull();
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(SERVER.http().get("Patient").expect(401).header("Set-Cookie"))
                .isNull();
    }

    @Test
    void a_page_of_a_registered_app_may_call_the_server_and_others_may_not() {
        String[] preflight = {"Origin", "http://127.0.0.1:9", "Access-Control-Request-Method", "GET"};
        Answer allowed =
                SERVER.http().send("OPTIONS", "Patient", null, preflight).expect(200);
        assertThat(allowed.header("Access-Control-Allow-Origin")).isEqualTo("http://127.0.0.1:9");
        preflight[1] = "https://elsewhere.example.org";
        Answer refused =
                SERVER.http().send("OPTIONS", "Patient", null, preflight).expect(403);
        assertThat(refused.header("Access-Control-Allow-Origin")).isNull();
    }

    @Test
    void links_name_the_server_and_not_what_a_request_says_it_is() {
        String body = SERVER.http(SERVER.systemToken())
                .get("Patient", "X-Forwarded-Host", "elsewhere.example.org")
                .expect(200)
                .body();
        assertThat(body).contains(SERVER.fhirBase().toString()).doesNotContain("elsewhere");
    }
}
