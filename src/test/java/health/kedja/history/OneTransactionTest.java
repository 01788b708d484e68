package health.kedja.history;

import static health.kedja.history.Records.bundle;
import static health.kedja.history.Records.hipFracture;
import static health.kedja.history.Records.newId;
import static health.kedja.history.Records.patient;
import static health.kedja.history.Records.wristFracture;
import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.FhirHttp;
import health.kedja.KedjaServerExtension;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OneTransactionTest {

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

    @Test
    void the_events_are_written_by_the_transaction_that_stores_the_resource() {
        http.put("Condition/" + id, hipFracture(id, patient, "2024-03-01")).expect(201);
        assertSameTransaction();
        http.put("Condition/" + id, hipFracture(id, patient, "2024-03-02")).expect(200);
        assertSameTransaction();
    }

    private void assertSameTransaction() {
        String ofEvent = table.jdbc()
                .queryForObject("select xmin::text from kedja.event where source = ?", String.class, "Condition/" + id);
        String ofResource = table.jdbc()
                .queryForObject(
                        "select xmin::text from public.hfj_resource where res_type = 'Condition' and fhir_id = ?",
                        String.class,
                        id);
        assertThat(ofEvent).isEqualTo(ofResource);
    }

    @Test
    void a_transaction_whose_third_entry_is_invalid_leaves_neither_resource_nor_event() {
        String second = newId("c");
        String third = newId("c");
        List<String> before = table.everything();
        http.post(
                        "",
                        bundle(
                                "transaction",
                                "PUT Condition/" + id,
                                hipFracture(id, patient, "2024-03-01"),
                                "PUT Condition/" + second,
                                wristFracture(second, patient, "2024-03-02"),
                                "PUT Condition/" + third,
                                hipFracture(third, "nobody-" + third, "2024-03-03")))
                .expect(400, 422);
        assertThat(table.everything()).isEqualTo(before);
        http.get("Condition/" + id).expect(404);
        http.get("Condition/" + second).expect(404);
    }

    @Test
    void where_the_events_cannot_be_written_the_resource_is_not_stored_either() {
        String constraint = "no_such_day_" + id.replace('-', '_');
        table.jdbc()
                .execute("alter table kedja.event add constraint " + constraint
                        + " check (day <> '2024-02-29' or patient <> '" + patient + "') not valid");
        try {
            http.put("Condition/" + id, hipFracture(id, patient, "2024-02-29")).expect(409, 500);
            http.get("Condition/" + id).expect(404);

            String good = newId("c");
            http.post(
                            "",
                            bundle(
                                    "transaction",
                                    "PUT Condition/" + good,
                                    hipFracture(good, patient, "2024-02-28"),
                                    "PUT Condition/" + id,
                                    hipFracture(id, patient, "2024-02-29")))
                    .expect(409, 500);
            http.get("Condition/" + good).expect(404);
            http.get("Condition/" + id).expect(404);
            assertThat(table.kindsOf(patient)).containsExactly("birth");

            http.put("Condition/" + good, hipFracture(good, patient, "2024-02-28"))
                    .expect(201);
            http.put("Condition/" + good, hipFracture(good, patient, "2024-02-29"))
                    .expect(409, 500);
            assertThat(http.get("Condition/" + good).expect(200).body()).contains("2024-02-28");
            assertThat(table.of("Condition/" + good)).containsExactly(patient + "|fracture|2024-02-28|S7200");
        } finally {
            table.jdbc().execute("alter table kedja.event drop constraint " + constraint);
        }
        http.put("Condition/" + id, hipFracture(id, patient, "2024-02-29")).expect(201);
    }
}
