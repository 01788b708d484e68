package health.kedja.server;

import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.FhirHttp;
import health.kedja.KedjaServerExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@link KilledServerTest} shows that readiness goes down with the database. */
class ActuatorTest {

    @RegisterExtension
    static final KedjaServerExtension SERVER = new KedjaServerExtension();

    private final FhirHttp http = new FhirHttp(SERVER.base());

    @Test
    void it_lives_and_is_ready() {
        assertThat(http.get("actuator/health/liveness", "Accept", "*/*")
                        .expect(200)
                        .body())
                .contains("\"UP\"");
        assertThat(http.get("actuator/health/readiness", "Accept", "*/*")
                        .expect(200)
                        .body())
                .contains("\"UP\"");
        assertThat(http.get("actuator/health", "Accept", "*/*").expect(200).body())
                .contains("\"UP\"");
    }

    @Test
    void its_metrics_are_in_prometheus_format_and_name_no_one() {
        new FhirHttp(SERVER.fhirBase()).get("Patient/pat-metric-4711").expect(404);
        assertThat(http.get("actuator/prometheus", "Accept", "text/plain")
                        .expect(200)
                        .body())
                .contains("# TYPE jvm_memory_used_bytes gauge")
                .contains("http_server_requests_seconds_count")
                .contains("hikaricp_connections_active")
                .doesNotContain("pat-metric-4711");
    }

    @Test
    void nothing_else_is_exposed() {
        for (String endpoint :
                new String[] {"env", "heapdump", "loggers", "beans", "configprops", "shutdown", "sbom"}) {
            http.get("actuator/" + endpoint, "Accept", "*/*").expect(404);
        }
    }
}
