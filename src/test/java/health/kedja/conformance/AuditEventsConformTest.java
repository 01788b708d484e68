package health.kedja.conformance;

import static health.kedja.history.Records.hipFracture;
import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.FhirHttp;
import health.kedja.GuardedServerExtension;
import health.kedja.access.CarlsPatients;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the server tells of accesses of every kind conforms to its profile, which repeats the rules of BALP. */
class AuditEventsConformTest {

    @RegisterExtension
    static final GuardedServerExtension SERVER = new GuardedServerExtension();

    @Test
    void events_of_every_kind_conform() {
        CarlsPatients world = new CarlsPatients(SERVER);
        String anna = world.id("anna");
        FhirHttp http = world.clinician();
        http.put("Patient/" + anna, world.patient(anna, "1940-01-01")).expect(201);
        http.put("Condition/" + anna, hipFracture(anna, anna, "2021-03-01")).expect(201);
        http.put("Patient/" + anna, world.patient(anna, "1940-01-02")).expect(200);
        http.get("Condition/" + anna).expect(200);
        http.get("Condition/" + anna + "/_history/1").expect(200);
        http.get("Condition/" + anna + "/_history").expect(200);
        http.get("Condition?patient=" + anna).expect(200);
        http.get("Patient/" + anna + "/$fracture-chain").expect(200);
        http.put("Condition/" + anna, hipFracture(anna, anna, "2999-03-01")).expect(422);
        SERVER.http().get("Patient/" + anna).expect(401);
        http.delete("Condition/" + anna).expect(200, 204);

        Bundle log = http.get("Patient/" + anna + "/$access-log").expect(200).as(Bundle.class);
        assertThat(log.getEntry()).hasSize(11);
        assertThat(log.getEntry()).allSatisfy(entry -> {
            AuditEvent event = (AuditEvent) entry.getResource();
            // Its package is not at hand.
            event.getMeta()
                    .getProfile()
                    .removeIf(profile -> profile.getValue().startsWith("https://profiles.ihe.net/"));
            assertThat(event.getMeta().getProfile()).hasSize(1);
            assertThat(ProfileValidator.INSTANCE.errors(
                            Published.R4.newJsonParser().encodeResourceToString(event)))
                    .isEmpty();
        });
    }
}
