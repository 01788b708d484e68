package health.kedja.history;

import static health.kedja.history.Records.hipFracture;
import static health.kedja.history.Records.newId;
import static health.kedja.history.Records.patient;
import static health.kedja.history.Records.replacedPatient;
import static health.kedja.history.Records.wristFracture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.kedja.FhirHttp;
import health.kedja.KedjaServerExtension;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ExpungeTest {

    private static final String ALL_VERSIONS = """
            {"resourceType": "Parameters", "parameter": [
                {"name": "expungeDeletedResources", "valueBoolean": true},
                {"name": "expungePreviousVersions", "valueBoolean": true}]}""";

    @RegisterExtension
    static final KedjaServerExtension SERVER = new KedjaServerExtension();

    private final FhirHttp http = new FhirHttp(SERVER.fhirBase());
    private final EventTable table = new EventTable(SERVER);
    private final String patient = newId("p");
    private final String id = newId("c");

    @BeforeEach
    void a_fracture() {
        http.put("Patient/" + patient, patient(patient, "1940-01-01")).expect(201);
        http.put("Condition/" + id, hipFracture(id, patient, "2024-03-01")).expect(201);
    }

    private int stored(String type, String id) {
        return table.jdbc()
                .queryForObject(
                        "select count(*) from public.hfj_resource where res_type = ? and fhir_id = ?",
                        Integer.class,
                        type,
                        id);
    }

    @Test
    void expunging_old_versions_leaves_the_events_of_the_current_one() {
        http.put("Condition/" + id, wristFracture(id, patient, "2024-03-02")).expect(200);
        http.post("Condition/" + id + "/$expunge", ALL_VERSIONS).expect(200);
        http.get("Condition/" + id + "/_history/1").expect(404);
        assertThat(table.of("Condition/" + id)).containsExactly(patient + "|fracture|2024-03-02|S5250");
    }

    @Test
    void expunging_a_deleted_resource_leaves_neither_resource_nor_event() {
        http.delete("Condition/" + id).expect(200);
        http.post("Condition/" + id + "/$expunge", ALL_VERSIONS).expect(200);
        assertThat(stored("Condition", id)).isZero();
        assertThat(table.of("Condition/" + id)).isEmpty();
        http.put("Condition/" + id, hipFracture(id, patient, "2024-03-03")).expect(201);
        assertThat(table.of("Condition/" + id)).hasSize(1);
    }

    @Test
    void a_delete_expunge_job_takes_the_events_with_the_resources() {
        String other = newId("c");
        http.put("Condition/" + other, wristFracture(other, patient, "2024-04-01"))
                .expect(201);
        http.delete("Condition?subject=Patient/" + patient + "&_expunge=true").expect(200);
        await().atMost(Duration.ofSeconds(60)).until(() -> stored("Condition", id) + stored("Condition", other) == 0);
        assertThat(table.kindsOf(patient)).containsExactly("birth");
        http.get("Condition/" + id).expect(404);
    }

    @Test
    void a_delete_expunge_job_forgets_that_a_patient_record_was_replaced() {
        String replaced = newId("p");
        http.put("Patient/" + replaced, replacedPatient(replaced, patient)).expect(201);
        assertThat(table.everything()).contains(replaced + " replaced by " + patient);
        http.delete("Patient?_id=" + replaced + "&_expunge=true").expect(200);
        await().atMost(Duration.ofSeconds(60)).until(() -> stored("Patient", replaced) == 0);
        assertThat(table.everything()).doesNotContain(replaced + " replaced by " + patient);
    }

    @Test
    void expunging_everything_is_refused() {
        http.post("$expunge", """
                        {"resourceType": "Parameters", "parameter": [
                            {"name": "expungeEverything", "valueBoolean": true}]}""").expect(403);
        assertThat(table.of("Condition/" + id)).hasSize(1);
    }
}
