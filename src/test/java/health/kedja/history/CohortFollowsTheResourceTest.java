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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is written through the server is in the cohort at the next question. */
class CohortFollowsTheResourceTest {

    @RegisterExtension
    static final KedjaServerExtension SERVER = new KedjaServerExtension();

    private final FhirHttp http = new FhirHttp(SERVER.fhirBase());
    private final CurrentCohort current = new CurrentCohort(SERVER.dataSource());
    private final String patient = newId("p");
    private final String other = newId("p");
    private final String id = newId("c");

    private Map<String, List<String>> seen() {
        Map<String, List<String>> seen = Columns.of(current.now().cohort());
        assertThat(seen)
                .isEqualTo(Columns.of(new Cohorts(SERVER.dataSource()).load().cohort()));
        return seen;
    }

    @Test
    void from_the_first_write_to_the_expunge() {
        assertThat(seen()).doesNotContainKey(patient);

        http.put("Patient/" + patient, patient(patient, "1940-01-01")).expect(201);
        assertThat(seen().get(patient)).hasSize(1);

        http.put("Condition/" + id, hipFracture(id, patient, "2024-03-01")).expect(201);
        assertThat(seen().get(patient)).anyMatch(line -> line.contains("S7200"));

        http.put("Condition/" + id, wristFracture(id, patient, "2024-03-02")).expect(200);
        assertThat(seen().get(patient)).hasSize(2).anyMatch(line -> line.contains("S5250"));

        http.put("Patient/" + other, patient(other, "1940-01-01")).expect(201);
        http.put("Patient/" + patient, replacedPatient(patient, other)).expect(200);
        assertThat(seen()).doesNotContainKey(patient);
        assertThat(seen().get(other)).hasSize(2);

        http.put("Patient/" + patient, patient(patient, "1940-01-01")).expect(200);
        assertThat(seen().get(patient)).hasSize(2);

        http.delete("Condition?_id=" + id + "&_expunge=true").expect(200);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> Columns.of(current.now().cohort()).get(patient).size() == 1);
        seen();
    }
}
