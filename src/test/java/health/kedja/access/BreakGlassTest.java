package health.kedja.access;

import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.FhirHttp;
import health.kedja.GuardedServerExtension;
import health.kedja.access.TwoRegions.Person;
import health.kedja.access.TwoRegions.Standing;
import health.kedja.history.Care;
import health.kedja.history.Records;
import java.time.LocalDate;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In an emergency a clinician reads about one patient what is otherwise kept from them, and the trail says why. */
class BreakGlassTest {

    private static final String HEADER = "Kedja-Break-Glass";
    private static final String REASON = "Unconscious in the emergency room";

    @RegisterExtension
    static final GuardedServerExtension SERVER = new GuardedServerExtension();

    private static TwoRegions world;
    private static Person blocked;
    private static Person other;

    @BeforeAll
    static void store() {
        world = new TwoRegions(SERVER);
        blocked = world.of(Standing.BLOCKED);
        other = world.of(Standing.OTHER_UNIT);
    }

    private static FhirHttp clinician() {
        return world.as(Role.CLINICIAN, world.clinic);
    }

    @Test
    void a_blocked_record_is_read() {
        String path = "Condition/" + blocked.fracture();
        clinician().get(path).expect(404);
        clinician().get(path, HEADER, REASON).expect(200);
    }

    @Test
    void a_patient_without_care_relation_is_read_and_searched_for() {
        String path = "Condition?patient=Patient/" + other.patient();
        assertThat(clinician().get(path).expect(200).as(Bundle.class).getEntry())
                .isEmpty();
        assertThat(clinician()
                        .get(path, HEADER, REASON)
                        .expect(200)
                        .as(Bundle.class)
                        .getEntry())
                .hasSize(1);
        clinician().get("Patient/" + other.patient()).expect(404);
        clinician().get("Patient/" + other.patient(), HEADER, REASON).expect(200);
    }

    @Test
    void the_chain_has_what_is_blocked() {
        String path = "Patient/" + blocked.patient() + "/$fracture-chain";
        assertThat(clinician().get(path).expect(200).body()).doesNotContain("Condition/" + blocked.fracture());
        assertThat(clinician().get(path, HEADER, REASON).expect(200).body())
                .contains("Condition/" + blocked.fracture());
    }

    @Test
    void a_patient_of_another_region_stays_unknown() {
        clinician()
                .get("Patient/" + world.of(Standing.OTHER_REGION).patient(), HEADER, REASON)
                .expect(404);
    }

    @Test
    void nobody_but_a_clinician_may() {
        for (Role role : new Role[] {Role.COORDINATOR, Role.REGISTER, Role.INTEGRATION}) {
            FhirHttp.Answer answer = world.as(role, world.clinic).get("Patient/" + other.patient(), HEADER, REASON);
            assertThat(answer.expect(403).diagnostics()).contains(HEADER, "clinician");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Condition", "Condition?code=S72.00", "Patient?gender=female"})
    void it_is_not_broken_for_everybody_at_once(String path) {
        assertThat(clinician().get(path, HEADER, REASON).expect(400).diagnostics())
                .contains(HEADER, "the one patient");
    }

    @Test
    void a_search_that_names_two_patients_is_refused() {
        clinician()
                .get("Condition?patient=" + other.patient() + "," + blocked.patient(), HEADER, REASON)
                .expect(400);
    }

    @Test
    void a_reason_is_needed() {
        assertThat(clinician()
                        .get("Patient/" + other.patient(), HEADER, "urgent")
                        .expect(400)
                        .diagnostics())
                .contains(HEADER, "10 to 500");
    }

    @Test
    void nothing_is_written_by_it() {
        clinician().delete("Condition/" + other.fracture(), HEADER, REASON).expect(400, 403);
        clinician()
                .put(
                        "Patient/" + other.patient(),
                        "{\"resourceType\":\"Patient\",\"id\":\"" + other.patient() + "\"}",
                        HEADER,
                        REASON)
                .expect(400, 403);
    }

    @Test
    void the_access_log_of_the_patient_tells_it_and_the_reason() {
        String reason = "Found without papers, number " + System.nanoTime();
        clinician().get("Patient/" + blocked.patient(), HEADER, reason).expect(200);
        assertThat(clinician()
                        .get("Patient/" + blocked.patient() + "/$access-log?_count=5")
                        .expect(200)
                        .body())
                .contains(reason, "BTG");
    }

    @Test
    void the_access_log_is_kept_from_who_does_not_reach_the_patient() {
        clinician().get("Patient/" + other.patient() + "/$access-log").expect(404);
    }

    @Test
    void whoever_a_block_keeps_records_from_does_not_lift_it_without_a_reason() {
        String patient = world.writing(world.clinic).patient();
        Care clinic = world.writing(world.clinic);
        clinic.contact(patient, world.clinic, LocalDate.now().toString(), null);
        clinic.contact(patient, world.ward, LocalDate.now().toString(), null);
        String fracture = world.writing(world.ward).fracture(patient, "");
        String block = "Consent/" + clinic.block(patient, world.ward);
        FhirHttp ward = world.as(Role.CLINICIAN, world.ward);
        String active = ward.get(block).expect(200).body();
        String lift = "[{\"op\": \"replace\", \"path\": \"/status\", \"value\": \"inactive\"}]";
        String elsewhere = active.replace("Organization/" + world.ward, "Organization/" + world.clinic);
        for (Role role : List.of(Role.CLINICIAN, Role.COORDINATOR)) {
            FhirHttp kept = world.as(role, world.clinic);
            kept.patch(block, "application/json-patch+json", lift).expect(403);
            kept.put(block, active.replace("\"active\"", "\"inactive\"")).expect(403);
            kept.put(block, elsewhere).expect(403);
            kept.put(block, active).expect(200);
            kept.post("", Records.bundle("transaction", "PUT " + block, active.replace("\"active\"", "\"inactive\"")))
                    .expect(403);
            kept.get("Condition/" + fracture).expect(404);
        }
        ward.patch(block, "application/json-patch+json", lift).expect(200);
        clinician().get("Condition/" + fracture).expect(200);
    }

    @Test
    void a_block_of_all_records_is_lifted_by_a_system_of_the_region() {
        String patient = world.writing(world.clinic).patient();
        Care clinic = world.writing(world.clinic);
        clinic.contact(patient, world.clinic, LocalDate.now().toString(), null);
        String block = "Consent/" + clinic.block(patient);
        String lift = "[{\"op\": \"replace\", \"path\": \"/status\", \"value\": \"inactive\"}]";
        clinician().patch(block, "application/json-patch+json", lift).expect(403);
        world.as(Role.INTEGRATION, world.clinic)
                .patch(block, "application/json-patch+json", lift)
                .expect(200);
    }
}
