package health.kedja.access;

import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.FhirHttp;
import health.kedja.GuardedServerExtension;
import health.kedja.access.TwoRegions.Person;
import health.kedja.access.TwoRegions.Standing;
import health.kedja.history.Care;
import health.kedja.history.Records;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is told of a stored resource by trying to validate or to delete it. */
class DeletionAndValidationTest {

    private static final String DELETE = """
            {"resourceType": "Parameters", "parameter": [{"name": "mode", "valueCode": "delete"}]}""";

    @RegisterExtension
    static final GuardedServerExtension SERVER = new GuardedServerExtension();

    private static TwoRegions world;

    @BeforeAll
    static void store() {
        world = new TwoRegions(SERVER);
    }

    private static FhirHttp coordinator() {
        return world.as(Role.COORDINATOR, world.clinic);
    }

    private static FhirHttp system() {
        return world.as(Role.INTEGRATION, world.north);
    }

    private static String validating(FhirHttp http, String patient, String body) {
        FhirHttp.Answer answer = http.post("Patient/" + patient + "/$validate", body);
        return answer.status() + " " + answer.body().replace(patient, "[id]");
    }

    @Test
    void a_stored_resource_is_validated_for_those_who_may_read_it_and_unknown_to_others() {
        for (Standing hidden : List.of(Standing.OTHER_UNIT, Standing.OTHER_REGION)) {
            Person person = world.of(hidden);
            String changed = Records.patient(person.patient(), "1940-01-01");
            assertThat(validating(coordinator(), person.patient(), changed))
                    .isEqualTo(validating(coordinator(), "never-was", Records.patient("never-was", "1940-01-01")))
                    .startsWith("404");
        }
        String own = world.of(Standing.OWN_UNIT).patient();
        assertThat(validating(coordinator(), own, Records.patient(own, "1940-01-01")))
                .startsWith("200");
        world.as(Role.INTEGRATION, world.north, "system/Patient.c")
                .post("Patient/" + own + "/$validate", Records.patient(own, "1940-01-01"))
                .expect(404);
    }

    @Test
    void whether_something_may_be_deleted_is_told_to_those_who_may_delete_it() {
        String own = world.of(Standing.OWN_UNIT).patient();
        assertThat(validating(coordinator(), own, DELETE)).startsWith("404");
        coordinator().get("Patient/" + own + "/$validate?mode=delete").expect(404);
        coordinator()
                .post("Patient/" + own + "/$validate?mode=delete", Records.patient(own, "1940-01-01"))
                .expect(404);
        assertThat(validating(system(), world.of(Standing.OTHER_REGION).patient(), DELETE))
                .startsWith("404");
        assertThat(validating(system(), own, DELETE)).startsWith("409").contains("Condition/");
    }

    /** A practitioner whom a fracture names. */
    private static String named(String fracture) {
        String practitioner =
                new Care(world.as(Role.ADMINISTRATOR, world.north, "system/*.cruds"), world.north + ".").practitioner();
        String person = world.of(Standing.OWN_UNIT).patient();
        system().put(
                        "Condition/" + fracture,
                        Records.hipFracture(fracture, person, "2024-03-01")
                                .replaceFirst(
                                        "\\{",
                                        "{\"asserter\": {\"reference\": \"Practitioner/" + practitioner + "\"}, "))
                .expect(201);
        return practitioner;
    }

    @Test
    void what_refers_to_something_is_not_told_to_those_who_may_not_see_it() {
        String fracture = world.newId("c");
        String practitioner = named(fracture);
        FhirHttp administrator = world.as(Role.ADMINISTRATOR, world.north);
        FhirHttp.Answer answer =
                administrator.delete("Practitioner/" + practitioner).expect(409);
        assertThat(answer.body()).doesNotContain("Condition").contains("not told");
        assertThat(administrator
                        .post("", Records.bundle("transaction", "DELETE Practitioner/" + practitioner, null))
                        .expect(409)
                        .body())
                .doesNotContain("Condition/");
        FhirHttp.Answer batch = administrator
                .post("", Records.bundle("batch", "DELETE Practitioner/" + practitioner, null))
                .expect(200);
        assertThat(batch.as(Bundle.class).getEntryFirstRep().getResponse().getStatus())
                .startsWith("409");
        assertThat(batch.body()).doesNotContain("Condition/");
        administrator.get("Practitioner/" + practitioner).expect(200);
    }

    @Test
    void what_refers_to_something_is_told_to_the_systems_of_the_region() {
        String own = world.of(Standing.OWN_UNIT).patient();
        assertThat(system().delete("Patient/" + own).expect(409).body()).contains("Condition/");
        FhirHttp narrow = world.as(Role.INTEGRATION, world.north, "system/Patient.cruds");
        assertThat(narrow.delete("Patient/" + own).expect(409).body()).contains("not told");
    }

    @Test
    void a_deletion_without_trace_is_for_one_who_may_do_both() {
        String id = world.newId("c");
        Care clinic = world.writing(world.clinic);
        clinic.put(
                "Condition",
                id,
                "\"code\": {\"text\": \"any\"}, \"clinicalStatus\": {\"coding\": [{\"system\":"
                        + " \"http://terminology.hl7.org/CodeSystem/condition-clinical\", \"code\": \"active\"}]},"
                        + " \"subject\": {\"reference\": \"Patient/"
                        + world.of(Standing.OWN_UNIT).patient() + "\"}");
        String path = "Condition?_id=" + id + "&_expunge=true";
        StoredState stored = new StoredState(SERVER);
        List<String> before = stored.now();
        for (Asking who : Asking.values()) {
            who.in(world).delete(path).expect(403);
        }
        assertThat(stored.now()).isEqualTo(before);
        SERVER.http(SERVER.issuer()
                        .sign(SERVER.claims()
                                .claim("roles", List.of("integration", "administrator"))
                                .claim("scope", "system/*.cruds")
                                .build()))
                .delete(path)
                .expect(200);
        stored.now();
        world.ofTheServer(Role.INTEGRATION).get("Condition/" + id + "/_history").expect(404);
    }
}
