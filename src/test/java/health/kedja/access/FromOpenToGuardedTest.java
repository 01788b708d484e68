package health.kedja.access;

import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.FhirHttp;
import health.kedja.RunningServer;
import health.kedja.history.Care;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** A server that has stored patients without tokens, and is then told whose tokens it accepts. */
class FromOpenToGuardedTest {

    private Path directory;
    private String region;
    private String unit;
    private String patient;
    private String fracture;

    @BeforeEach
    void data_of_an_open_server() throws Exception {
        directory = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "test-database-");
        try (RunningServer open = RunningServer.startOn(directory)) {
            FhirHttp http = new FhirHttp(base(open));
            Care care = new Care(http);
            region = care.organization(null);
            unit = care.organization(region);
            patient = care.patient();
            care.contact(patient, unit, "2024-03-01", LocalDate.now().toString());
            fracture = care.fracture(patient, "");
            assertThat(http.get("metadata").expect(200).body()).doesNotContain("assign-owner");
            assertThat(http.post("$assign-owner", "{\"resourceType\": \"Parameters\"}")
                            .expect(400)
                            .diagnostics())
                    .contains("no token");
        }
    }

    @AfterEach
    void remove() throws IOException {
        FileSystemUtils.deleteRecursively(directory);
    }

    private static URI base(RunningServer server) {
        return URI.create("http://127.0.0.1:" + server.port() + "/fhir");
    }

    private static String token(TestIssuer issuer, Role role, String scopes, List<String> organizations) {
        return issuer.token("kedja", Duration.ofMinutes(5), role, organizations, scopes);
    }

    @Test
    void callers_of_the_region_see_them_when_they_have_been_given_to_it() throws Exception {
        try (TestIssuer issuer = new TestIssuer();
                RunningServer guarded = RunningServer.startOn(
                        directory,
                        "--kedja.access.issuers[0].issuer=" + issuer.name(),
                        "--kedja.access.issuers[0].audience=kedja",
                        "--kedja.access.client-ids=any")) {
            FhirHttp http = new FhirHttp(base(guarded));
            FhirHttp coordinator = http.bearing(token(issuer, Role.COORDINATOR, "user/*.cruds", List.of(unit)));
            FhirHttp whole = http.bearing(token(issuer, Role.INTEGRATION, "system/*.cruds", List.of()));
            coordinator.get("Patient/" + patient).expect(404);
            assertThat(whole.post("$assign-owner", """
                            {"resourceType": "Parameters", "parameter": [
                                {"name": "owner", "valueReference": {"reference": "Organization/%s"}}]}""".formatted(region))
                            .expect(200)
                            .body())
                    .doesNotContain("left");
            coordinator.get("Patient/" + patient).expect(200);
            coordinator.get("Condition/" + fracture).expect(200);
            coordinator.get("Patient/" + patient + "/$fracture-chain").expect(200);
            assertThat(coordinator
                            .get("Condition?patient=" + patient)
                            .expect(200)
                            .as(Bundle.class)
                            .getEntry())
                    .hasSize(1);
            FhirHttp system = http.bearing(token(issuer, Role.INTEGRATION, "system/*.cruds", List.of(region)));
            assertThat(new Care(system).patient()).doesNotStartWith(region);
        }
    }
}
