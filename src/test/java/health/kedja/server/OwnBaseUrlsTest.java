package health.kedja.server;

import static health.kedja.history.Records.hipFracture;
import static health.kedja.history.Records.newId;
import static health.kedja.history.Records.patient;
import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.FhirHttp;
import health.kedja.KedjaServerExtension;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Condition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A reference that spells out the address of this server is a reference within it. */
class OwnBaseUrlsTest {

    @RegisterExtension
    static final KedjaServerExtension SERVER = new KedjaServerExtension();

    private final FhirHttp http = new FhirHttp(SERVER.fhirBase());
    private final String patient = newId("p");
    private final String hip = newId("c");

    private String absolute(String host) {
        http.put("Patient/" + patient, patient(patient, "1940-01-01")).expect(201, 200);
        String base = "http://" + host + ":" + SERVER.fhirBase().getPort() + "/fhir/Patient/" + patient;
        return hipFracture(hip, patient, "2023-01-01").replace("\"Patient/" + patient + "\"", "\"" + base + "\"");
    }

    @Test
    void it_is_stored_as_a_relative_one_found_by_it_and_opens_the_chain() {
        String resource = absolute("localhost");
        assertThat(resource).contains("http://localhost");
        http.put("Condition/" + hip, resource).expect(201);
        assertThat(http.get("Condition/" + hip).as(Condition.class).getSubject().getReference())
                .isEqualTo("Patient/" + patient);
        for (String value : new String[] {"Patient/" + patient, patient, SERVER.fhirBase() + "/Patient/" + patient}) {
            assertThat(http.get("Condition?subject=" + value)
                            .expect(200)
                            .as(Bundle.class)
                            .getEntry())
                    .as(value)
                    .hasSize(1);
        }
        assertThat(http.get("Patient/" + patient + "/$fracture-chain?asOf=2024-01-01")
                        .expect(200)
                        .body())
                .contains("\"indexFracture\"", "Condition/" + hip);
    }

    @Test
    void it_is_understood_under_each_loopback_name_and_in_a_transaction() {
        for (String host : new String[] {"127.0.0.1", "[::1]"}) {
            http.post("", """
                            {"resourceType": "Bundle", "type": "transaction", "entry": [{"resource": %s,
                             "request": {"method": "PUT", "url": "Condition/%s"}}]}""".formatted(absolute(host), hip)).expect(200);
            assertThat(http.get("Condition/" + hip)
                            .as(Condition.class)
                            .getSubject()
                            .getReference())
                    .as(host)
                    .isEqualTo("Patient/" + patient);
        }
    }

    @Test
    void a_reference_to_another_server_is_still_refused() {
        String resource = absolute("localhost").replace("http://localhost", "http://elsewhere.example");
        assertThat(http.put("Condition/" + hip, resource).expect(400, 422).diagnostics())
                .contains("elsewhere.example");
    }
}
