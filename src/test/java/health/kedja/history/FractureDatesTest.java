package health.kedja.history;

import static health.kedja.history.Records.bundle;
import static health.kedja.history.Records.hipFracture;
import static health.kedja.history.Records.newId;
import static health.kedja.history.Records.patient;
import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.FhirHttp;
import health.kedja.KedjaServerExtension;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FractureDatesTest {

    @RegisterExtension
    static final KedjaServerExtension SERVER = new KedjaServerExtension();

    private final FhirHttp http = new FhirHttp(SERVER.fhirBase());
    private final EventTable table = new EventTable(SERVER);
    private final String patient = newId("p");
    private final String id = newId("c");

    @BeforeEach
    void a_patient() {
        http.put("Patient/" + patient, patient(patient, "1940-01-15")).expect(201);
    }

    @Test
    void a_fracture_in_the_future_is_refused_and_nothing_stored() {
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Stockholm"));
        String tomorrow = today.plusDays(1).toString();
        assertThat(http.put("Condition/" + id, hipFracture(id, patient, tomorrow))
                        .expect(422)
                        .diagnostics())
                .contains("fracture-not-in-future", tomorrow);
        http.get("Condition/" + id).expect(404);
        assertThat(table.kindsOf(patient)).containsExactly("birth");
        http.put("Condition/" + id, hipFracture(id, patient, today.toString())).expect(201);
    }

    @Test
    void a_fracture_before_birth_is_refused_and_nothing_stored() {
        assertThat(http.put("Condition/" + id, hipFracture(id, patient, "1940-01-14"))
                        .expect(422)
                        .diagnostics())
                .contains("fracture-not-before-birth", "1940-01-14", "1940-01-15");
        http.get("Condition/" + id).expect(404);
        assertThat(table.kindsOf(patient)).containsExactly("birth");
        http.put("Condition/" + id, hipFracture(id, patient, "1940-01-15")).expect(201);
    }

    @Test
    void a_birth_date_changed_to_after_a_fracture_is_refused_and_nothing_changed() {
        http.put("Condition/" + id, hipFracture(id, patient, "1990-05-05")).expect(201);
        List<String> before = table.everything();
        http.put("Patient/" + patient, patient(patient, "1990-05-06")).expect(422);
        http.patch("Patient/" + patient, "application/json-patch+json", """
                        [{"op": "replace", "path": "/birthDate", "value": "1990-05-06"}]""").expect(422);
        assertThat(http.get("Patient/" + patient)
                        .as(Patient.class)
                        .getBirthDateElement()
                        .getValueAsString())
                .isEqualTo("1940-01-15");
        assertThat(table.everything()).isEqualTo(before);
        http.put("Patient/" + patient, patient(patient, "1990-05-05")).expect(200);
    }

    @Test
    void one_bad_date_in_a_transaction_stores_nothing_of_it() {
        String good = newId("c");
        List<String> before = table.everything();
        http.post(
                        "",
                        bundle(
                                "transaction",
                                "PUT Condition/" + good,
                                hipFracture(good, patient, "2020-01-01"),
                                "PUT Condition/" + id,
                                hipFracture(id, patient, "1939-01-01")))
                .expect(422);
        http.get("Condition/" + good).expect(404);
        assertThat(table.everything()).isEqualTo(before);
    }

    @Test
    void birth_date_and_fracture_corrected_in_one_transaction_are_stored() {
        http.put("Condition/" + id, hipFracture(id, patient, "1990-05-05")).expect(201);
        http.post(
                        "",
                        bundle(
                                "transaction",
                                "PUT Patient/" + patient,
                                patient(patient, "1995-01-01"),
                                "PUT Condition/" + id,
                                hipFracture(id, patient, "2020-05-05")))
                .expect(200);
        assertThat(table.of("Condition/" + id)).containsExactly(patient + "|fracture|2020-05-05|S7200");
    }

    @Test
    void the_bad_entry_of_a_batch_is_refused_alone() {
        String good = newId("c");
        assertThat(http.post(
                                "",
                                bundle(
                                        "batch",
                                        "PUT Condition/" + id,
                                        hipFracture(id, patient, "1939-01-01"),
                                        "PUT Condition/" + good,
                                        hipFracture(good, patient, "2020-01-01")))
                        .expect(200)
                        .body())
                .contains("422");
        http.get("Condition/" + id).expect(404);
        assertThat(table.of("Condition/" + good)).hasSize(1);
    }
}
