package health.kedja.access.audit;

import static health.kedja.history.Records.hipFracture;
import static health.kedja.history.Records.newId;
import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.FhirHttp;
import health.kedja.GuardedServerExtension;
import health.kedja.access.CarlsPatients;
import health.kedja.access.Role;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventEntityComponent;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CanonicalType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The trail as AuditEvents: what administrators see, and what those see who take care of a patient. */
class AuditEventsTest {

    private static final String BALP = "https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.";

    @RegisterExtension
    static final GuardedServerExtension SERVER = new GuardedServerExtension();

    private static CarlsPatients world;
    private final String anna = world.id("anna");
    private final String request = Trail.newRequest();

    @BeforeAll
    static void carl() {
        world = new CarlsPatients(SERVER);
    }

    @BeforeEach
    void a_patient() {
        FhirHttp system = world.system();
        system.put("Patient/" + anna, world.patient(anna, "1940-01-01")).expect(201);
        system.put("Condition/" + anna, hipFracture(anna, anna, "2021-03-01")).expect(201);
    }

    private static FhirHttp clinician() {
        return world.clinician();
    }

    private FhirHttp administrator(String... organizations) {
        return SERVER.http(SERVER.token(
                Role.ADMINISTRATOR, List.of(organizations), "user/AuditEvent.rs", "Practitioner/ada", null));
    }

    private static List<AuditEvent> events(Bundle bundle) {
        return bundle.getEntry().stream()
                .map(entry -> (AuditEvent) entry.getResource())
                .toList();
    }

    private List<AuditEvent> accessLog(String parameters, String... headers) {
        return events(clinician()
                .get("Patient/" + anna + "/$access-log" + parameters, headers)
                .expect(200)
                .as(Bundle.class));
    }

    private static AuditEventEntityComponent entity(AuditEvent event, String role) {
        return event.getEntity().stream()
                .filter(entity -> role.equals(entity.getRole().getCode()))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> profiles(AuditEvent event) {
        return event.getMeta().getProfile().stream()
                .map(CanonicalType::getValue)
                .toList();
    }

    @Test
    void a_read_is_a_patient_read_of_balp() {
        clinician().get("Condition/" + anna, "X-Request-ID", request).expect(200);
        AuditEvent event = accessLog("").get(0);
        assertThat(profiles(event)).contains(BALP + "PatientRead", AuditEvents.PROFILE);
        assertThat(event.getType().getCode()).isEqualTo("rest");
        assertThat(event.getSubtypeFirstRep().getCode()).isEqualTo("read");
        assertThat(event.getAction().toCode()).isEqualTo("R");
        assertThat(event.getOutcome().toCode()).isEqualTo("0");
        assertThat(entity(event, "4").getWhat().getReference()).isEqualTo("Condition/" + anna + "/_history/1");
        assertThat(entity(event, "1").getWhat().getReference()).isEqualTo("Patient/" + anna);
        assertThat(event.getEntity())
                .anyMatch(entity ->
                        request.equals(entity.getWhat().getIdentifier().getValue()));
    }

    @Test
    void the_user_is_an_agent_with_issuer_roles_and_purpose() {
        clinician().get("Patient/" + anna).expect(200);
        AuditEvent event = accessLog("").get(0);
        AuditEvent.AuditEventAgentComponent user = event.getAgent().get(2);
        assertThat(user.getWho().getReference()).isEqualTo(world.carl());
        assertThat(user.getWho().getIdentifier().getSystem())
                .isEqualTo(SERVER.issuer().name());
        assertThat(user.getWho().getIdentifier().getValue()).isEqualTo("test-subject");
        assertThat(user.getRole()).extracting(role -> role.getText()).containsExactly("clinician", "integration");
        assertThat(user.getPurposeOfUseFirstRep().getCodingFirstRep().getCode()).isEqualTo("TREAT");
        assertThat(event.getAgent().get(0).getWho().getIdentifier().getValue()).isEqualTo("test-client");
        assertThat(event.getAgent().get(0).getNetwork().getAddress()).isEqualTo("127.0.0.1");
    }

    @Test
    void a_search_has_its_query_as_it_was_asked() {
        String query = "Condition?patient=" + anna + "&_sort=-onset-date";
        clinician().get(query).expect(200);
        AuditEvent event = accessLog("").get(0);
        assertThat(profiles(event)).contains(BALP + "PatientQuery");
        assertThat(new String(entity(event, "24").getQuery(), StandardCharsets.UTF_8))
                .isEqualTo(SERVER.fhirBase() + "/" + query);
    }

    @Test
    void the_log_of_a_patient_begins_with_the_last_and_ends_with_the_creation() {
        assertThat(accessLog(""))
                .extracting(event -> event.getSubtypeFirstRep().getCode())
                .containsExactly("create", "create");
    }

    @Test
    void asking_for_the_log_is_in_the_log() {
        accessLog("");
        assertThat(accessLog("").get(0).getSubtypeFirstRep().getCode()).isEqualTo("operation");
        assertThat(new String(entity(accessLog("").get(0), "24").getQuery(), StandardCharsets.UTF_8))
                .endsWith("Patient/" + anna + "/$access-log");
    }

    @Test
    void the_log_is_told_in_the_language_of_the_reader() {
        clinician().get("Patient/" + anna).expect(200);
        assertThat(accessLog("", "Accept-Language", "sv").get(0).getText().getDivAsString())
                .contains(world.carl() + " (vårdpersonal, system)", "läste Patient/" + anna, "ändamål TREAT");
        clinician().get("Condition/" + anna).expect(200);
        assertThat(accessLog("", "Accept-Language", "da").get(0).getText().getDivAsString())
                .contains("læste Condition/" + anna);
    }

    @Test
    void the_log_can_be_of_some_days_and_by_pages() {
        assertThat(accessLog("?start=2000-01-01&end=2000-12-31")).isEmpty();
        assertThat(accessLog("?start=2000-01-01")).hasSizeGreaterThan(1);
        Bundle first = clinician()
                .get("Patient/" + anna + "/$access-log?_count=1")
                .expect(200)
                .as(Bundle.class);
        Bundle second =
                clinician().get(first.getLink("next").getUrl()).expect(200).as(Bundle.class);
        assertThat(Long.parseLong(events(second).get(0).getIdElement().getIdPart()))
                .isLessThan(Long.parseLong(events(first).get(0).getIdElement().getIdPart()));
    }

    @Test
    void what_cannot_be_asked_is_refused_with_the_parameter() {
        String path = "Patient/" + anna + "/$access-log";
        assertThat(clinician().get(path + "?start=2024").expect(400).diagnostics())
                .contains("start");
        assertThat(clinician()
                        .get(path + "?start=2024-02-01&end=2024-01-01")
                        .expect(400)
                        .diagnostics())
                .contains("end must not be before start");
        assertThat(clinician().get(path + "?_count=0").expect(400).diagnostics())
                .contains("_count");
        clinician().get("Patient/" + newId("none") + "/$access-log").expect(404);
    }

    @Test
    void an_administrator_sees_who_did_what_and_not_about_whom() {
        clinician()
                .get("Condition/" + anna + "?_format=json", "X-Request-ID", request)
                .expect(200);
        Bundle found = administrator()
                .get("AuditEvent?agent=" + world.carl() + "&subtype=read&outcome=0&_count=1000")
                .expect(200)
                .as(Bundle.class);
        AuditEvent event = events(found).stream()
                .filter(one -> one.getEntity().stream()
                        .anyMatch(entity ->
                                request.equals(entity.getWhat().getIdentifier().getValue())))
                .findFirst()
                .orElseThrow();
        assertThat(event.getEntity()).hasSize(1);
        String read = administrator()
                .get("AuditEvent/" + event.getIdElement().getIdPart())
                .expect(200)
                .body();
        assertThat(read).doesNotContain(anna).contains("SUBSETTED", world.carl());
    }

    @Test
    void an_administrator_of_an_organization_sees_what_was_done_for_it() {
        String there = newId("there");
        String id = newId("x");
        SERVER.http(SERVER.token(Role.INTEGRATION, List.of(there), "system/*.cruds", null, null))
                .get("Patient/" + id, "X-Request-ID", request)
                .expect(403, 404);
        assertThat(administrator(there)
                        .get("AuditEvent?date=gt2000-01-01")
                        .as(Bundle.class)
                        .getEntry())
                .hasSize(1);
        assertThat(administrator(newId("elsewhere"))
                        .get("AuditEvent?date=gt2000-01-01")
                        .as(Bundle.class)
                        .getEntry())
                .isEmpty();
    }

    @Test
    void others_are_refused_and_that_is_recorded_as_a_denial() {
        SERVER.http(SERVER.token(Role.CLINICIAN, List.of(), "user/*.cruds", "Practitioner/carl", null))
                .get("AuditEvent", "X-Request-ID", request)
                .expect(403);
        Trail trail = new Trail(SERVER.dataSource());
        assertThat(trail.of(request)).containsExactly("search-type|4|-|-|AuditEvent");
        assertThat(trail.column("reason", request)).containsExactly("denied: role");
        SERVER.http(SERVER.token(Role.ANALYST, List.of(), "user/*.cruds", null, null))
                .get("Patient/" + anna + "/$access-log")
                .expect(403);
        administrator().get("AuditEvent?patient=" + anna).expect(400, 403);
    }

    @Test
    void what_is_answered_as_unknown_is_recorded_as_denied_with_the_reason() {
        CarlsPatients elsewhere = new CarlsPatients(SERVER);
        elsewhere.system().get("Patient/" + anna, "X-Request-ID", request).expect(404);
        Trail trail = new Trail(SERVER.dataSource());
        assertThat(trail.column("concat_ws('|', patient, reason)", request)).contains(anna + "|denied: region");
    }

    @Test
    void events_can_only_be_read() {
        FhirHttp http = administrator();
        String id = events(http.get("AuditEvent?_count=1").expect(200).as(Bundle.class))
                .get(0)
                .getIdElement()
                .getIdPart();
        http.delete("AuditEvent/" + id).expect(400, 403, 404, 405);
        http.put("AuditEvent/" + id, "{\"resourceType\":\"AuditEvent\",\"id\":\"" + id + "\"}")
                .expect(400, 403, 404, 405, 422);
        http.post("AuditEvent", "{\"resourceType\":\"AuditEvent\"}").expect(400, 403, 404, 405, 422);
        http.get("AuditEvent/" + id).expect(200);
    }
}
