package health.kedja.history;

import static health.kedja.history.Records.bundle;
import static health.kedja.history.Records.fracture;
import static health.kedja.history.Records.hipFracture;
import static health.kedja.history.Records.newId;
import static health.kedja.history.Records.patient;
import static health.kedja.history.Records.wristFracture;
import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.FhirHttp;
import health.kedja.KedjaServerExtension;
import org.hl7.fhir.r4.model.Condition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EventsFollowTheResourceTest {

    @RegisterExtension
    static final KedjaServerExtension SERVER = new KedjaServerExtension();

    private final FhirHttp http = new FhirHttp(SERVER.fhirBase());
    private final EventTable table = new EventTable(SERVER);
    private final String patient = newId("p");
    private final String id = newId("c");

    @BeforeEach
    void a_patient() {
        http.put("Patient/" + patient, patient(patient, "1940-01-01")).expect(201);
    }

    private void assertRowsAreWhatTheResourceSays(String id) {
        Condition stored = http.get("Condition/" + id).expect(200).as(Condition.class);
        assertThat(table.rows("Condition/" + id)).isNotEmpty().isEqualTo(table.expected(stored));
    }

    @Test
    void a_created_resource_gives_its_events() {
        String given = http.post(
                        "Condition", hipFracture("", patient, "2024-03-01").replace("\"id\": \"\", ", ""))
                .expect(201)
                .id();
        assertThat(table.of("Condition/" + given)).containsExactly(patient + "|fracture|2024-03-01|S7200");
        assertRowsAreWhatTheResourceSays(given);
        assertThat(table.of("Patient/" + patient)).containsExactly(patient + "|birth|1940-01-01");
    }

    @Test
    void an_update_replaces_the_events() {
        http.put("Condition/" + id, hipFracture(id, patient, "2024-03-01")).expect(201);
        http.put("Condition/" + id, wristFracture(id, patient, "2024-03-02")).expect(200);
        assertThat(table.of("Condition/" + id)).containsExactly(patient + "|fracture|2024-03-02|S5250");
        assertRowsAreWhatTheResourceSays(id);
    }

    @Test
    void a_json_patch_replaces_the_events() {
        http.put("Condition/" + id, hipFracture(id, patient, "2024-03-01")).expect(201);
        http.patch("Condition/" + id, "application/json-patch+json", """
                        [{"op": "replace", "path": "/onsetDateTime", "value": "2024-03-05"}]""").expect(200);
        assertThat(table.of("Condition/" + id)).containsExactly(patient + "|fracture|2024-03-05|S7200");
        assertRowsAreWhatTheResourceSays(id);
    }

    @Test
    void a_fhirpath_patch_replaces_the_events() {
        http.put("Condition/" + id, hipFracture(id, patient, "2024-03-01")).expect(201);
        http.patch("Condition/" + id, "application/fhir+json", """
                        {"resourceType": "Parameters", "parameter": [{"name": "operation", "part": [
                            {"name": "type", "valueCode": "replace"},
                            {"name": "path", "valueString": "Condition.onset"},
                            {"name": "value", "valueDateTime": "2024-03-06"}]}]}""").expect(200);
        assertThat(table.of("Condition/" + id)).containsExactly(patient + "|fracture|2024-03-06|S7200");
        assertRowsAreWhatTheResourceSays(id);
    }

    @Test
    void a_conditional_patch_replaces_the_events() {
        http.put("Condition/" + id, hipFracture(id, patient, "2024-03-01")).expect(201);
        http.patch("Condition?subject=Patient/" + patient, "application/json-patch+json", """
                        [{"op": "replace", "path": "/onsetDateTime", "value": "2024-03-07"}]""")
                .expect(200);
        assertThat(table.of("Condition/" + id)).containsExactly(patient + "|fracture|2024-03-07|S7200");
    }

    @Test
    void a_delete_removes_the_events_and_an_undelete_gives_them_back() {
        http.put("Condition/" + id, hipFracture(id, patient, "2024-03-01")).expect(201);
        http.delete("Condition/" + id).expect(200);
        assertThat(table.of("Condition/" + id)).isEmpty();
        http.put("Condition/" + id, hipFracture(id, patient, "2024-03-08")).expect(200, 201);
        assertThat(table.of("Condition/" + id)).containsExactly(patient + "|fracture|2024-03-08|S7200");
        assertRowsAreWhatTheResourceSays(id);
    }

    @Test
    void an_update_that_changes_nothing_leaves_the_events() {
        http.put("Condition/" + id, hipFracture(id, patient, "2024-03-01")).expect(201);
        http.put("Condition/" + id, hipFracture(id, patient, "2024-03-01")).expect(200);
        assertThat(table.of("Condition/" + id)).containsExactly(patient + "|fracture|2024-03-01|S7200");
    }

    @Test
    void the_entries_of_a_transaction_give_update_and_remove_events() {
        String updated = newId("c");
        String deleted = newId("c");
        http.put("Condition/" + updated, hipFracture(updated, patient, "2024-01-01"))
                .expect(201);
        http.put("Condition/" + deleted, hipFracture(deleted, patient, "2024-01-02"))
                .expect(201);
        http.post(
                        "",
                        bundle(
                                "transaction",
                                "PUT Condition/" + id,
                                hipFracture(id, patient, "2024-01-03"),
                                "PUT Condition/" + updated,
                                wristFracture(updated, patient, "2024-01-04"),
                                "DELETE Condition/" + deleted,
                                null))
                .expect(200);
        assertThat(table.of("Condition/" + id)).containsExactly(patient + "|fracture|2024-01-03|S7200");
        assertThat(table.of("Condition/" + updated)).containsExactly(patient + "|fracture|2024-01-04|S5250");
        assertThat(table.of("Condition/" + deleted)).isEmpty();
    }

    @Test
    void references_inside_a_transaction_lead_to_the_patient_that_the_server_named() {
        String answer = http.post("", """
                        {"resourceType": "Bundle", "type": "transaction", "entry": [
                         {"fullUrl": "urn:uuid:11111111-aaaa-4bbb-8ccc-000000000001",
                          "resource": {"resourceType": "Patient", "birthDate": "1941-05-06"},
                          "request": {"method": "POST", "url": "Patient"}},
                         {"resource": %s, "request": {"method": "PUT", "url": "Condition/%s"}}]}""".formatted(
                                fracture(
                                        id,
                                        "urn:uuid:11111111-aaaa-4bbb-8ccc-000000000001",
                                        "S72.00",
                                        "2024-02-02",
                                        "confirmed"),
                                id))
                .expect(200)
                .body();
        String subject =
                http.get("Condition/" + id).as(Condition.class).getSubject().getReference();
        assertThat(answer).contains(subject);
        assertThat(table.of("Condition/" + id))
                .containsExactly(subject.replace("Patient/", "") + "|fracture|2024-02-02|S7200");
    }

    @Test
    void in_a_batch_the_good_entries_give_events_and_the_bad_ones_none() {
        String bad = newId("c");
        http.post(
                        "",
                        bundle(
                                "batch",
                                "PUT Condition/" + id,
                                hipFracture(id, patient, "2024-01-03"),
                                "PUT Condition/" + bad,
                                hipFracture(bad, "no-such-patient-" + bad, "2024-01-03")))
                .expect(200);
        assertThat(table.of("Condition/" + id)).containsExactly(patient + "|fracture|2024-01-03|S7200");
        assertThat(table.of("Condition/" + bad)).isEmpty();
        http.get("Condition/" + bad).expect(404);
    }

    @Test
    void a_conditional_create_gives_events_once() {
        String condition = "subject=Patient/" + patient;
        http.post("Condition", hipFracture(id, patient, "2024-03-01"), "If-None-Exist", condition)
                .expect(201);
        http.post("Condition", wristFracture(id, patient, "2024-04-01"), "If-None-Exist", condition)
                .expect(200);
        assertThat(table.kindsOf(patient)).containsExactly("birth", "fracture");
    }

    @Test
    void a_conditional_update_replaces_the_events() {
        http.put("Condition/" + id, hipFracture(id, patient, "2024-03-01")).expect(201);
        http.put("Condition?subject=Patient/" + patient, wristFracture(id, patient, "2024-03-09"))
                .expect(200);
        assertThat(table.of("Condition/" + id)).containsExactly(patient + "|fracture|2024-03-09|S5250");
    }

    @Test
    void a_conditional_delete_of_several_removes_the_events_of_each() {
        String other = newId("c");
        http.put("Condition/" + id, hipFracture(id, patient, "2024-03-01")).expect(201);
        http.put("Condition/" + other, wristFracture(other, patient, "2024-03-09"))
                .expect(201);
        assertThat(http.delete("Condition?subject=Patient/" + patient)
                        .expect(200)
                        .diagnostics())
                .contains("2 resource(s)");
        assertThat(table.kindsOf(patient)).containsExactly("birth");
    }

    @Test
    void what_was_entered_in_error_or_refuted_gives_no_event() {
        for (String verification : new String[] {"entered-in-error", "refuted"}) {
            http.put("Condition/" + id, hipFracture(id, patient, "2024-03-01")).expect(200, 201);
            assertThat(table.of("Condition/" + id)).hasSize(1);
            http.put("Condition/" + id, fracture(id, "Patient/" + patient, "S72.00", "2024-03-01", verification))
                    .expect(200);
            assertThat(table.of("Condition/" + id)).as(verification).isEmpty();
        }
    }

    @Test
    void a_resource_moved_to_another_patient_moves_its_events() {
        String other = newId("p");
        http.put("Patient/" + other, patient(other, "1950-01-01")).expect(201);
        http.put("Condition/" + id, hipFracture(id, patient, "2024-03-01")).expect(201);
        http.put("Condition/" + id, hipFracture(id, other, "2024-03-01")).expect(200);
        assertThat(table.of("Condition/" + id)).containsExactly(other + "|fracture|2024-03-01|S7200");
        assertThat(table.kindsOf(patient)).containsExactly("birth");
    }

    @Test
    void what_is_about_a_group_gives_no_event() {
        String group = newId("g");
        http.put("Group/" + group, """
                        {"resourceType": "Group", "id": "%s", "type": "person", "actual": true}""".formatted(group)).expect(201);
        String contact = """
                {"resourceType": "Encounter", "id": "%s", "status": "finished", "subject": {"reference": "%s"},
                 "class": {"system": "http://terminology.hl7.org/CodeSystem/v3-ActCode", "code": "IMP"},
                 "period": {"start": "2024-03-01", "end": "2024-03-09"}}""";
        http.put("Encounter/" + id, contact.formatted(id, "Patient/" + patient)).expect(201);
        assertThat(table.of("Encounter/" + id)).hasSize(1);
        http.put("Encounter/" + id, contact.formatted(id, "Group/" + group)).expect(200);
        assertThat(table.of("Encounter/" + id)).isEmpty();
    }

    @Test
    void a_versioned_reference_to_the_patient_is_the_same_patient() {
        String versioned = "Patient/" + patient + "/_history/1";
        http.put("Condition/" + id, fracture(id, versioned, "S72.00", "2024-03-02", "confirmed"))
                .expect(201);
        assertThat(table.of("Condition/" + id)).containsExactly(patient + "|fracture|2024-03-02|S7200");
    }
}
