package health.kedja.access;

import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.FhirHttp;
import health.kedja.GuardedServerExtension;
import health.kedja.access.TwoRegions.Person;
import health.kedja.access.TwoRegions.Standing;
import health.kedja.history.Records;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whose accesses an administrator sees in the trail, and what of them. */
class AuditForAdministratorsTest {

    @RegisterExtension
    static final GuardedServerExtension SERVER = new GuardedServerExtension();

    private static TwoRegions world;

    private final String request = Records.newId("request");

    @BeforeAll
    static void store() {
        world = new TwoRegions(SERVER);
    }

    private static FhirHttp administrator(String... organizations) {
        return SERVER.http(SERVER.token(
                Role.ADMINISTRATOR, List.of(organizations), "user/AuditEvent.rs", "Practitioner/ada", null));
    }

    private Optional<AuditEvent> event(FhirHttp administrator) {
        return event(administrator, "AuditEvent?_count=1000&agent=Practitioner/" + world.anna);
    }

    private Optional<AuditEvent> event(FhirHttp administrator, String search) {
        return administrator.get(search).expect(200).as(Bundle.class).getEntry().stream()
                .map(entry -> (AuditEvent) entry.getResource())
                .filter(event -> event.getEntity().stream()
                        .anyMatch(entity ->
                                request.equals(entity.getWhat().getIdentifier().getValue())))
                .findFirst();
    }

    private void askedAt(String organization) {
        world.as(Role.INTEGRATION, organization)
                .get("Location?name=none", "X-Request-ID", request)
                .expect(200);
    }

    @Test
    void an_administrator_of_a_region_sees_what_is_done_at_its_units() {
        askedAt(world.ward);
        assertThat(event(administrator(world.north))).isPresent();
        assertThat(event(administrator())).isPresent();
    }

    @Test
    void an_administrator_of_a_unit_sees_what_is_done_there_and_not_beside_or_above() {
        askedAt(world.ward);
        assertThat(event(administrator(world.ward))).isPresent();
        assertThat(event(administrator(world.clinic))).isEmpty();
    }

    @Test
    void what_is_done_for_the_region_is_not_for_its_units() {
        askedAt(world.north);
        assertThat(event(administrator(world.north))).isPresent();
        assertThat(event(administrator(world.clinic))).isEmpty();
    }

    @Test
    void an_event_of_another_region_is_not_there_by_its_id_either() {
        askedAt(world.hospital);
        String id =
                event(administrator(world.south)).orElseThrow().getIdElement().getIdPart();
        assertThat(event(administrator(world.north))).isEmpty();
        administrator(world.north).get("AuditEvent/" + id).expect(404);
        administrator(world.south).get("AuditEvent/" + id).expect(200);
        administrator(world.hospital).get("AuditEvent/" + id).expect(200);
    }

    @Test
    void what_was_done_for_no_organization_is_for_administrators_of_the_server() {
        SERVER.http(SERVER.token(Role.INTEGRATION, List.of(), "system/*.cruds", "Practitioner/" + world.anna, null))
                .get("Location?name=none", "X-Request-ID", request)
                .expect(200);
        assertThat(event(administrator())).isPresent();
        assertThat(event(administrator(world.north))).isEmpty();
    }

    @Test
    void no_event_tells_about_whom_it_was() {
        Person blocked = world.of(Standing.BLOCKED);
        FhirHttp clinician = world.as(Role.CLINICIAN, world.clinic);
        String reason = "Unconscious in the emergency room";
        for (String path : List.of(
                "Condition/" + blocked.fracture(),
                "Condition?patient=" + blocked.patient(),
                "Patient/" + blocked.patient() + "/$everything",
                "Patient?birthdate=1940-01-01&_id=" + blocked.patient())) {
            clinician.get(path, "X-Request-ID", request, "Kedja-Break-Glass", reason);
        }
        clinician.get("Condition/" + world.of(Standing.OTHER_UNIT).fracture(), "X-Request-ID", request);
        Bundle found = administrator(world.north)
                .get("AuditEvent?_count=1000")
                .expect(200)
                .as(Bundle.class);
        List<String> told = found.getEntry().stream()
                .map(entry -> (AuditEvent) entry.getResource())
                .map(ca.uhn.fhir.context.FhirContext.forR4Cached().newJsonParser()::encodeResourceToString)
                .filter(event -> event.contains(request))
                .toList();
        assertThat(told)
                .hasSizeGreaterThanOrEqualTo(5)
                .allSatisfy(event -> assertThat(event)
                        .contains("Practitioner/" + world.anna, "SUBSETTED")
                        .doesNotContain(blocked.patient(), blocked.fracture(), blocked.contact())
                        .doesNotContain(world.of(Standing.OTHER_UNIT).fracture())
                        .doesNotContain(reason, "1940-01-01", "Patient/", "Condition"));
    }

    @Test
    void a_patient_who_asks_by_an_app_is_told_of_as_the_app() {
        String patient = world.of(Standing.OWN_UNIT).patient();
        SERVER.http(SERVER.token(Role.CLINICIAN, List.of(world.clinic), "patient/*.rs", "Patient/" + patient, patient))
                .get("Patient/" + patient, "X-Request-ID", request)
                .expect(200);
        AuditEvent event = event(administrator(world.north), "AuditEvent?_count=1000&agent=test-client")
                .orElseThrow();
        assertThat(event.getText().getDivAsString()).contains("test-client").doesNotContain(patient);
        assertThat(event.getAgent())
                .noneMatch(agent -> agent.getWho().hasReference()
                        || "test-subject".equals(agent.getWho().getIdentifier().getValue()));
        assertThat(event(administrator(world.north), "AuditEvent?_count=1000&agent=Patient/" + patient))
                .isEmpty();
        assertThat(event(administrator(world.north), "AuditEvent?_count=1000&agent=test-subject"))
                .isEmpty();
    }
}
