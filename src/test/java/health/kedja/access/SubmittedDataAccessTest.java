package health.kedja.access;

import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.FhirHttp;
import health.kedja.GuardedServerExtension;
import health.kedja.access.TwoRegions.Person;
import health.kedja.access.TwoRegions.Standing;
import health.kedja.history.Records;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code $submit-data} opens no way to write what could not be written otherwise. */
class SubmittedDataAccessTest {

    private static final String SUBMIT = "Measure/SOS-07/$submit-data";

    @RegisterExtension
    static final GuardedServerExtension SERVER = new GuardedServerExtension();

    private static TwoRegions world;

    private StoredState stored;
    private List<String> before;

    @BeforeAll
    static void store() {
        world = new TwoRegions(SERVER);
    }

    @BeforeEach
    void as_it_is() {
        stored = new StoredState(SERVER);
        before = stored.now();
    }

    private static FhirHttp system(String scopes) {
        return world.as(Role.INTEGRATION, world.clinic, scopes);
    }

    private static String submission(String... resources) {
        StringBuilder body = new StringBuilder("""
                {"resourceType": "Parameters", "parameter": [
                 {"name": "measureReport", "resource": {"resourceType": "MeasureReport", "status": "complete",
                  "type": "data-collection", "measure": "https://kedja.health/fhir/Measure/SOS-07",
                  "period": {"start": "2021-01-01", "end": "2021-12-31"}}}""");
        for (String resource : resources) {
            body.append(", {\"name\": \"resource\", \"resource\": ")
                    .append(resource)
                    .append("}");
        }
        return body.append("]}").toString();
    }

    @Test
    void each_resource_needs_a_scope_that_grants_writing_it() {
        String patient = world.of(Standing.OWN_UNIT).patient();
        String body = submission(Records.hipFracture(world.newId("c"), patient, "2021-03-01"));
        system("system/Measure.rs system/MeasureReport.cruds system/Patient.rs")
                .post(SUBMIT, body)
                .expect(403);
        system("system/Condition.cruds system/MeasureReport.cruds")
                .post(SUBMIT, body)
                .expect(403);
        assertThat(stored.now()).isEqualTo(before);
    }

    @Test
    void what_belongs_to_another_region_is_neither_changed_nor_written_about() {
        Person elsewhere = world.of(Standing.OTHER_REGION);
        String own = world.of(Standing.OWN_UNIT).patient();
        String mine = Records.hipFracture(world.newId("c"), own, "2021-03-01");
        for (String other : List.of(
                Records.hipFracture(elsewhere.fracture(), own, "2021-03-01"),
                Records.hipFracture(elsewhere.fracture(), elsewhere.patient(), "2021-03-01"),
                Records.hipFracture(world.newId("c"), elsewhere.patient(), "2021-03-01"),
                Records.patient(elsewhere.patient(), "1950-01-01"))) {
            system("system/*.cruds").post(SUBMIT, submission(mine, other)).expect(400, 404);
            assertThat(stored.now()).isEqualTo(before);
        }
    }

    @Test
    void what_is_submitted_belongs_to_the_region_of_whoever_submits() {
        String id = world.newId("c");
        system("system/*.cruds")
                .post(
                        SUBMIT,
                        submission(Records.hipFracture(
                                id, world.of(Standing.OWN_UNIT).patient(), "2021-03-01")))
                .expect(200)
                .as(Bundle.class);
        Resource condition =
                system("system/*.cruds").get("Condition/" + id).expect(200).as(Condition.class);
        assertThat(condition.getMeta().getSecurity())
                .anyMatch(label -> label.getCode().equals(world.north));
        world.as(Role.INTEGRATION, world.south).get("Condition/" + id).expect(404);
    }

    /** HAPI would leave the entry out, and answer that it was written. */
    @Test
    void a_transaction_or_batch_that_changes_what_is_not_the_callers_is_refused_whole() {
        String own = world.of(Standing.OWN_UNIT).patient();
        FhirHttp coordinator = world.as(Role.COORDINATOR, world.clinic);
        String mine = world.newId("c");
        for (Standing hidden : List.of(Standing.OTHER_UNIT, Standing.OTHER_REGION, Standing.BLOCKED)) {
            String theirs = world.of(hidden).fracture();
            for (String type : List.of("transaction", "batch")) {
                String bundle = Records.bundle(
                        type,
                        "PUT Condition/" + mine,
                        Records.hipFracture(mine, own, "2021-03-01"),
                        "PUT Condition/" + theirs,
                        Records.hipFracture(theirs, own, "2021-03-01"));
                coordinator.post("", bundle).expect(404);
                assertThat(stored.now()).as("%s %s", type, hidden).isEqualTo(before);
            }
        }
        coordinator
                .post(
                        "",
                        Records.bundle(
                                "transaction", "PUT Condition/" + mine, Records.hipFracture(mine, own, "2021-03-01")))
                .expect(200);
    }
}
