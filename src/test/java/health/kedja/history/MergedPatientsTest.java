package health.kedja.history;

import static health.kedja.history.Records.hipFracture;
import static health.kedja.history.Records.newId;
import static health.kedja.history.Records.patient;
import static health.kedja.history.Records.replacedPatient;
import static health.kedja.history.Records.wristFracture;
import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.FhirHttp;
import health.kedja.KedjaServerExtension;
import java.util.List;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MergedPatientsTest {

    @RegisterExtension
    static final KedjaServerExtension SERVER = new KedjaServerExtension();

    private final FhirHttp http = new FhirHttp(SERVER.fhirBase());
    private final EventTable table = new EventTable(SERVER);
    private final String survivor = newId("p");
    private final String replaced = newId("p");
    private final String hip = newId("c");
    private final String wrist = newId("c");

    @BeforeEach
    void two_records_with_a_fracture_each() {
        http.put("Patient/" + survivor, patient(survivor, "1940-01-01")).expect(201);
        http.put("Patient/" + replaced, patient(replaced, "1940-01-01")).expect(201);
        http.put("Condition/" + hip, hipFracture(hip, survivor, "2021-01-01")).expect(201);
        http.put("Condition/" + wrist, wristFracture(wrist, replaced, "2023-01-01"))
                .expect(201);
    }

    private Parameters chains(String patient) {
        return http.get("Patient/" + patient + "/$fracture-chain?asOf=2024-01-01")
                .expect(200)
                .as(Parameters.class);
    }

    private List<String> indexFractures(String patient) {
        return chains(patient).getParameter().stream()
                .filter(parameter -> parameter.getName().equals("chain"))
                .flatMap(chain -> chain.getPart().stream())
                .filter(part -> part.getName().equals("indexFracture"))
                .map(part -> ((Reference) part.getValue()).getReference())
                .toList();
    }

    @Test
    void a_merge_joins_the_fractures_of_both_records_and_undoing_it_parts_them() {
        assertThat(indexFractures(survivor)).containsExactly("Condition/" + hip);
        assertThat(indexFractures(replaced)).containsExactly("Condition/" + wrist);

        http.put("Patient/" + replaced, replacedPatient(replaced, survivor)).expect(200);
        assertThat(indexFractures(survivor)).containsExactly("Condition/" + wrist, "Condition/" + hip);
        assertThat(indexFractures(replaced)).containsExactly("Condition/" + wrist, "Condition/" + hip);
        assertThat(((Reference) chains(replaced).getParameter("patient").getValue()).getReference())
                .isEqualTo("Patient/" + survivor);

        http.put("Patient/" + replaced, patient(replaced, "1940-01-01")).expect(200);
        assertThat(indexFractures(survivor)).containsExactly("Condition/" + hip);
        assertThat(indexFractures(replaced)).containsExactly("Condition/" + wrist);
        assertThat(table.kindsOf(replaced)).containsExactly("birth", "fracture");
    }

    @Test
    void the_deletion_of_a_replaced_record_forgets_the_merge() {
        http.put("Patient/" + replaced, replacedPatient(replaced, survivor)).expect(200);
        http.delete("Condition/" + wrist).expect(200);
        http.delete("Patient/" + replaced).expect(200);
        assertThat(table.everything()).noneMatch(row -> row.startsWith(replaced + " replaced by"));
        assertThat(indexFractures(survivor)).containsExactly("Condition/" + hip);
    }

    @Test
    void records_that_replace_each_other_still_get_an_answer() {
        http.put("Patient/" + replaced, replacedPatient(replaced, survivor)).expect(200);
        http.put("Patient/" + survivor, replacedPatient(survivor, replaced)).expect(200, 422);
        chains(survivor);
        chains(replaced);
    }

    @Test
    void a_fracture_on_a_replaced_record_before_the_birth_of_the_surviving_one_is_refused() {
        http.put("Patient/" + replaced, replacedPatient(replaced, survivor)).expect(200);
        String early = newId("c");
        assertThat(http.put("Condition/" + early, hipFracture(early, replaced, "1939-12-31"))
                        .expect(422)
                        .diagnostics())
                .contains("Condition/" + early, "fracture-not-before-birth", "1939-12-31", "1940-01-01");
        http.get("Condition/" + early).expect(404);
        http.put("Condition/" + early, hipFracture(early, replaced, "1940-01-01"))
                .expect(201);
    }

    @Test
    void a_merge_into_a_record_born_after_a_fracture_of_the_replaced_one_is_refused_and_changes_nothing() {
        String young = newId("p");
        http.put("Patient/" + young, patient(young, "2023-01-02")).expect(201);
        assertThat(http.put("Patient/" + replaced, replacedPatient(replaced, young))
                        .expect(422)
                        .diagnostics())
                .contains("Condition/" + wrist, "2023-01-01", "2023-01-02");
        assertThat(table.kindsOf(replaced)).containsExactly("birth", "fracture");
        assertThat(table.everything()).noneMatch(row -> row.startsWith(replaced + " replaced by"));
    }

    @Test
    void a_birth_of_the_surviving_record_changed_to_after_a_fracture_of_the_replaced_one_is_refused() {
        http.put("Patient/" + replaced, replacedPatient(replaced, survivor)).expect(200);
        http.delete("Condition/" + hip).expect(200);
        http.put("Patient/" + survivor, patient(survivor, "2023-01-02")).expect(422);
        http.put("Patient/" + survivor, patient(survivor, "2023-01-01")).expect(200);
    }

    @Test
    void a_fracture_is_checked_through_two_merges() {
        String last = newId("p");
        http.put("Patient/" + last, patient(last, "1950-01-01")).expect(201);
        http.put("Patient/" + survivor, replacedPatient(survivor, last)).expect(200);
        http.put("Patient/" + replaced, replacedPatient(replaced, survivor)).expect(200);
        String early = newId("c");
        http.put("Condition/" + early, hipFracture(early, replaced, "1945-01-01"))
                .expect(422);
    }
}
