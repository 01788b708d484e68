package health.kedja.history;

import static health.kedja.history.Records.hipFracture;
import static health.kedja.history.Records.newId;
import static health.kedja.history.Records.patient;
import static health.kedja.history.Records.wristFracture;
import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.FhirHttp;
import health.kedja.KedjaServerExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.hl7.fhir.r4.model.Condition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ConcurrentWritersTest {

    private static final int ROUNDS = 12;

    @RegisterExtension
    static final KedjaServerExtension SERVER = new KedjaServerExtension();

    private final FhirHttp http = new FhirHttp(SERVER.fhirBase());
    private final EventTable table = new EventTable(SERVER);
    private final String patient = newId("p");

    /** Both requests of every round at the same time; the statuses, in pairs. */
    private List<int[]> race(IntFunction<FhirHttp.Answer> one, IntFunction<FhirHttp.Answer> other) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<int[]> statuses = new ArrayList<>();
            for (int i = 0; i < ROUNDS; i++) {
                int round = i;
                CyclicBarrier start = new CyclicBarrier(2);
                Future<Integer> first = threads.submit(() -> {
                    start.await();
                    return one.apply(round).status();
                });
                Future<Integer> second = threads.submit(() -> {
                    start.await();
                    return other.apply(round).status();
                });
                statuses.add(new int[] {first.get(), second.get()});
            }
            return statuses;
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void two_writers_of_one_resource_leave_the_events_of_the_version_that_won() throws Exception {
        http.put("Patient/" + patient, patient(patient, "1940-01-01")).expect(201);
        String id = newId("c");
        List<int[]> statuses = race(
                round -> http.put("Condition/" + id, hipFracture(id, patient, "2024-01-" + (10 + round))),
                round -> http.put("Condition/" + id, wristFracture(id, patient, "2024-02-" + (10 + round))));
        assertThat(statuses).allSatisfy(pair -> assertThat(pair).containsAnyOf(200, 201));
        assertThat(statuses).allSatisfy(pair -> {
            for (int status : pair) {
                assertThat(status).isIn(200, 201, 409, 412);
            }
        });
        Condition stored = http.get("Condition/" + id).as(Condition.class);
        assertThat(table.rows("Condition/" + id)).hasSize(1).isEqualTo(table.expected(stored));
    }

    @Test
    void two_writers_of_one_patient_both_keep_their_events() throws Exception {
        http.put("Patient/" + patient, patient(patient, "1940-01-01")).expect(201);
        List<int[]> statuses = race(
                round -> http.put(
                        "Condition/" + patient + "-a" + round,
                        hipFracture(patient + "-a" + round, patient, "2024-01-10")),
                round -> http.put(
                        "Condition/" + patient + "-b" + round,
                        wristFracture(patient + "-b" + round, patient, "2024-02-10")));
        assertThat(statuses).allSatisfy(pair -> assertThat(pair).containsExactly(201, 201));
        assertThat(table.kindsOf(patient)).hasSize(1 + 2 * ROUNDS);
    }

    @Test
    void a_fracture_and_a_later_birth_date_written_at_once_are_not_both_stored() throws Exception {
        List<int[]> statuses = race(
                round -> http.put(
                        "Condition/" + patient + "-c" + round,
                        hipFracture(patient + "-c" + round, patient + round, "1950-01-10")),
                round -> http.put("Patient/" + patient + round, patient(patient + round, "1960-01-01")));
        // The patient must exist for the fracture; where the order was that, the birth date came first.
        assertThat(statuses).allSatisfy(pair -> assertThat(pair[0]).isIn(400, 422, 409));

        List<int[]> changes = race(
                round -> {
                    http.put("Patient/" + patient + "x" + round, patient(patient + "x" + round, "1940-01-01"))
                            .expect(201);
                    return http.put(
                            "Condition/" + patient + "-x" + round,
                            hipFracture(patient + "-x" + round, patient + "x" + round, "1950-01-10"));
                },
                round -> {
                    while (http.get("Patient/" + patient + "x" + round).status() != 200) {
                        Thread.onSpinWait();
                    }
                    return http.put("Patient/" + patient + "x" + round, patient(patient + "x" + round, "1960-01-01"));
                });
        assertThat(changes).allSatisfy(pair -> {
            assertThat(pair[0] == 201 && pair[1] == 200).isFalse();
            assertThat(pair[0] == 201 || pair[1] == 200).isTrue();
        });
    }
}
