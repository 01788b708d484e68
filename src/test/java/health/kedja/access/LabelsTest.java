package health.kedja.access;

import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.FhirHttp;
import health.kedja.GuardedServerExtension;
import health.kedja.access.TwoRegions.Person;
import health.kedja.access.TwoRegions.Standing;
import health.kedja.history.Records;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The labels that say whose a stored resource is, and those that clients write beside them. */
class LabelsTest {

    @RegisterExtension
    static final GuardedServerExtension SERVER = new GuardedServerExtension();

    private static TwoRegions world;
    private static Person own;
    private static Person elsewhere;

    @BeforeAll
    static void store() {
        world = new TwoRegions(SERVER);
        own = world.of(Standing.OWN_UNIT);
        elsewhere = world.of(Standing.OTHER_REGION);
    }

    private static FhirHttp system() {
        return world.as(Role.INTEGRATION, world.clinic);
    }

    private static FhirHttp south() {
        return world.as(Role.INTEGRATION, world.south);
    }

    @Test
    void the_server_labels_what_is_stored_and_takes_no_label_from_a_client() {
        String id = world.newId("p");
        system().put("Patient/" + id, Labelled.patient(id, world.south)).expect(201);
        String[] expected = {
            Labelled.OWNER + "|" + world.north, Labelled.CUSTODIAN + "|" + world.clinic, "urn:example:own|kept"
        };
        assertThat(Labelled.labels(system(), "Patient/" + id)).containsExactlyInAnyOrder(expected);
        world.as(Role.INTEGRATION, world.ward)
                .put("Patient/" + id, Labelled.patient(id, world.south).replace("1941", "1942"))
                .expect(200);
        assertThat(Labelled.labels(system(), "Patient/" + id)).containsExactlyInAnyOrder(expected);
        system().patch("Patient/" + id, "application/json-patch+json", """
                        [{"op": "replace", "path": "/meta/security", "value": [{"system": "%s", "code": "%s"}]},
                         {"op": "replace", "path": "/birthDate", "value": "1943-01-01"}]""".formatted(Labelled.OWNER, world.south))
                .expect(200);
        assertThat(Labelled.labels(system(), "Patient/" + id)).containsExactlyInAnyOrder(expected);
        south().get("Patient/" + id).expect(404);
    }

    @Test
    void labels_are_not_touched_by_meta_operations() {
        for (String operation : List.of("$meta-add", "$meta-delete")) {
            for (String region : List.of(world.north, world.south)) {
                system().post("Patient/" + own.patient() + "/" + operation, """
                                {"resourceType": "Parameters", "parameter": [{"name": "meta", "valueMeta": {"security": [
                                    {"system": "%s", "code": "%s"}]}}]}""".formatted(Labelled.OWNER, region))
                        .expect(422);
            }
        }
        assertThat(Labelled.labels(system(), "Patient/" + own.patient())).contains(Labelled.OWNER + "|" + world.north);
        system().post("Patient/" + elsewhere.patient() + "/$meta-add", """
                        {"resourceType": "Parameters", "parameter": [{"name": "meta", "valueMeta": {"tag": [
                            {"system": "urn:example:tag", "code": "seen"}]}}]}""").expect(404);
    }

    private static void change(String operation, String name) {
        system().post(name + "/" + operation, """
                        {"resourceType": "Parameters", "parameter": [{"name": "meta", "valueMeta": {"security": [
                            {"system": "urn:example:own", "code": "added"}]}}]}""").expect(200);
    }

    private static List<String> labelsFound(String id) {
        Bundle found = system().get("Patient?_id=" + id).expect(200).as(Bundle.class);
        return found.getEntryFirstRep().getResource().getMeta().getSecurity().stream()
                .map(Labelled::written)
                .toList();
    }

    @Test
    void labels_are_told_as_they_are_by_now() {
        String id = world.newId("p");
        String name = "Patient/" + id;
        system().put(name, Labelled.patient(id, world.north)).expect(201);
        assertThat(Labelled.labels(system(), name))
                .contains("urn:example:own|kept")
                .doesNotContain("urn:example:own|added");
        assertThat(labelsFound(id)).containsExactlyInAnyOrderElementsOf(Labelled.labels(system(), name));
        change("$meta-add", name);
        assertThat(Labelled.labels(system(), name)).contains("urn:example:own|kept", "urn:example:own|added");
        assertThat(labelsFound(id)).containsExactlyInAnyOrderElementsOf(Labelled.labels(system(), name));
        change("$meta-delete", name);
        assertThat(Labelled.labels(system(), name))
                .contains("urn:example:own|kept")
                .doesNotContain("urn:example:own|added");
        assertThat(labelsFound(id)).containsExactlyInAnyOrderElementsOf(Labelled.labels(system(), name));
        system().put(
                        name,
                        Labelled.patient(id, world.north)
                                .replace("kept", "other")
                                .replace("1941", "1942"))
                .expect(200);
        assertThat(Labelled.labels(system(), name))
                .contains("urn:example:own|other", Labelled.OWNER + "|" + world.north);
        assertThat(Labelled.labels(system(), name + "/_history/1")).contains("urn:example:own|kept");
    }

    @Test
    void a_transaction_of_a_region_is_labelled_throughout() {
        String id = world.newId("p");
        system().post("", """
                        {"resourceType": "Bundle", "type": "transaction", "entry": [
                         {"fullUrl": "urn:uuid:7f1c5f8e-5d0c-4b0b-8a3c-0c1f5b8f2c11", "resource": %s,
                          "request": {"method": "PUT", "url": "Patient/%s"}},
                         {"resource": %s, "request": {"method": "POST", "url": "Condition"}}]}""".formatted(
                                Records.patient(id, "1940-01-01"),
                                id,
                                Records.hipFracture("x", "p", "2024-01-01")
                                        .replace("Patient/p", "urn:uuid:7f1c5f8e-5d0c-4b0b-8a3c-0c1f5b8f2c11")
                                        .replace("\"id\": \"x\",", "")))
                .expect(200);
        Bundle found = system().get("Condition?patient=" + id).expect(200).as(Bundle.class);
        assertThat(found.getEntry()).hasSize(1);
        assertThat(((Resource) found.getEntryFirstRep().getResource()).getMeta().getSecurity())
                .extracting(Labelled::written)
                .contains(Labelled.OWNER + "|" + world.north);
        assertThat(south().get("Condition?patient=" + id)
                        .expect(200)
                        .as(Bundle.class)
                        .getEntry())
                .isEmpty();
    }

    @Test
    void a_label_without_a_system_is_a_label_like_others() {
        String id = world.newId("p");
        String body = Records.patient(id, "1940-01-01")
                .replaceFirst("\\{", "{\"meta\": {\"security\": [{\"display\": \"any\"}]}, ");
        system().put("Patient/" + id, body).expect(201);
        assertThat(Labelled.labels(system(), "Patient/" + id)).contains(Labelled.OWNER + "|" + world.north);
    }
}
