package health.kedja.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import health.kedja.Exported;
import health.kedja.FhirHttp;
import health.kedja.GuardedServerExtension;
import health.kedja.access.TwoRegions.Standing;
import health.kedja.history.Care;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.JdbcTemplate;

/** What leaves as files is what whoever asks may see, and nobody else gets it. */
class ExportAccessTest {

    private static final String[] ASYNC = {"Prefer", "respond-async"};
    private static final String SCOPES = "system/*.rs";

    @RegisterExtension
    static final GuardedServerExtension SERVER = new GuardedServerExtension();

    private static TwoRegions world;

    @BeforeAll
    static void store() {
        world = new TwoRegions(SERVER);
    }

    @AfterEach
    void forget() {
        new JdbcTemplate(SERVER.dataSource()).update("update kedja.export set expires = '-infinity'");
    }

    private static FhirHttp register() {
        return world.as(Role.REGISTER, world.north, SCOPES);
    }

    private static FhirHttp system() {
        return world.as(Role.INTEGRATION, world.north, SCOPES);
    }

    private static String patient(Standing standing) {
        return world.of(standing).patient();
    }

    private static String fracture(Standing standing) {
        return world.of(standing).fracture();
    }

    private static String[] patients(Standing... standings) {
        return Stream.of(standings).map(ExportAccessTest::patient).toArray(String[]::new);
    }

    private static String[] fractures(Standing... standings) {
        return Stream.of(standings).map(ExportAccessTest::fracture).toArray(String[]::new);
    }

    @Test
    void a_register_gets_its_region_without_those_who_opted_out_and_what_is_blocked() {
        Exported export = Exported.get(register(), "$export");
        assertThat(export.ids("Patient"))
                .containsExactlyInAnyOrder(patients(Standing.OWN_UNIT, Standing.OTHER_UNIT, Standing.BLOCKED));
        assertThat(export.ids("Condition"))
                .containsExactlyInAnyOrder(fractures(Standing.OWN_UNIT, Standing.OTHER_UNIT));
        assertThat(export.ids("Organization")).containsExactlyInAnyOrder(world.north, world.clinic, world.ward);
        assertThat(export.types())
                .containsExactlyInAnyOrder(
                        "Condition", "Consent", "Encounter", "Organization", "Patient", "Practitioner");
        assertThat(export.manifest().get("requiresAccessToken").asBoolean()).isTrue();
    }

    @Test
    void an_export_holds_what_a_search_by_the_same_caller_finds() {
        for (FhirHttp http : List.of(register(), system())) {
            Exported export = Exported.get(http, "$export");
            for (String type :
                    List.of("Patient", "Condition", "Encounter", "Organization", "Practitioner", "Consent")) {
                Set<String> found = new TreeSet<>();
                http.get(type + "?_count=1000")
                        .expect(200)
                        .as(Bundle.class)
                        .getEntry()
                        .forEach(entry ->
                                found.add(entry.getResource().getIdElement().getIdPart()));
                assertThat(export.ids(type)).as(type).containsExactlyInAnyOrderElementsOf(found);
            }
        }
    }

    @Test
    void a_system_of_a_region_gets_all_of_it_and_nothing_of_another() {
        Exported export = Exported.get(system(), "$export");
        assertThat(export.ids("Patient"))
                .containsExactlyInAnyOrder(
                        patients(Standing.OWN_UNIT, Standing.OTHER_UNIT, Standing.BLOCKED, Standing.OPTED_OUT));
        assertThat(export.ids("Condition"))
                .containsExactlyInAnyOrder(
                        fractures(Standing.OWN_UNIT, Standing.OTHER_UNIT, Standing.BLOCKED, Standing.OPTED_OUT));
        assertThat(export.types()).contains("Consent").doesNotContain("Measure", "ValueSet");
        Exported south = Exported.get(world.as(Role.REGISTER, world.south, SCOPES), "$export");
        assertThat(south.ids("Patient")).containsExactly(patient(Standing.OTHER_REGION));
        assertThat(south.ids("Organization")).containsExactlyInAnyOrder(world.south, world.hospital);
        assertThat(south.manifest().toString()).doesNotContain(world.north).contains("\"count\":1");
    }

    @Test
    void a_system_of_the_whole_server_gets_everything() {
        FhirHttp whole = SERVER.http(SERVER.token(Role.INTEGRATION, List.of(), SCOPES, null, null));
        Exported export = Exported.get(whole, "$export?_type=Patient,Measure");
        assertThat(export.ids("Patient")).contains(patients(Standing.values()));
        assertThat(export.ids("Measure")).contains("SOS-07");
        whole.get("$export?_type=StructureDefinition", ASYNC).expect(202);
        assertThat(system().get("$export?_type=Measure", ASYNC).expect(403).diagnostics())
                .contains("Measure");
    }

    @Test
    void nobody_else_exports_and_without_a_token_there_is_nothing() {
        Exported export = Exported.get(register(), "Patient/$export?_type=Patient");
        String file = export.urls("Patient").get(0);
        for (Role role : List.of(Role.COORDINATOR, Role.CLINICIAN, Role.ANALYST, Role.ADMINISTRATOR)) {
            FhirHttp http = world.as(role, world.north);
            for (String path : List.of("$export", "Patient/$export", "Group/any/$export")) {
                http.get(path, ASYNC).expect(403);
                http.post(path, Exported.parameters(), ASYNC).expect(403);
            }
            http.get(export.status()).expect(403);
            http.get(file).expect(403);
        }
        for (FhirHttp http : List.of(SERVER.http(), SERVER.http("nonsense"))) {
            http.get("$export", ASYNC).expect(401);
            http.get(export.status()).expect(401);
            http.get(file).expect(401);
            http.delete(export.status()).expect(401);
        }
        assertThat(export.ids("Patient")).isNotEmpty();
    }

    @Test
    void status_and_files_are_for_whoever_asked_and_for_others_are_not_there() {
        Exported export = Exported.get(register(), "Patient/$export?_type=Patient");
        String file = export.urls("Patient").get(0);
        String never = register()
                .get("$export-file?_jobId=6f1c2d3e-0000-4000-8000-000000000000&_file=Patient-1.ndjson")
                .expect(404)
                .body();
        JWTClaimsSet.Builder otherClient = SERVER.claims()
                .claim("client_id", "another-client")
                .claim("roles", List.of("register"))
                .claim("organizations", List.of(world.north))
                .claim("fhirUser", "Practitioner/" + world.anna)
                .claim("scope", SCOPES);
        List<FhirHttp> others = List.of(
                system(),
                world.as(Role.REGISTER, world.south, SCOPES),
                world.as(Role.REGISTER, world.clinic, SCOPES),
                world.as(Role.REGISTER, world.north, "system/Patient.rs"),
                SERVER.http(SERVER.issuer().sign(otherClient.build())),
                SERVER.http(SERVER.systemToken()));
        for (FhirHttp other : others) {
            other.get(export.status()).expect(404);
            assertThat(other.get(file).expect(404).body()).isEqualTo(never);
            other.delete(export.status()).expect(404);
        }
        assertThat(export.ids("Patient")).isNotEmpty();
        assertThat(Exported.of(register(), export.status()).ids("Patient")).isNotEmpty();
    }

    @Test
    void types_need_a_scope() {
        FhirHttp conditions = world.as(Role.REGISTER, world.north, "system/Condition.rs");
        assertThat(Exported.get(conditions, "$export").types()).containsExactly("Condition");
        assertThat(Exported.get(conditions, "Patient/$export").types()).containsExactly("Condition");
        assertThat(conditions
                        .get("Patient/$export?_type=Condition,Patient", ASYNC)
                        .expect(403)
                        .diagnostics())
                .contains("Patient.rs");
        conditions
                .get("$export?_typeFilter=Patient%3Fbirthdate%3D1940-01-01", ASYNC)
                .expect(403);
        world.as(Role.REGISTER, world.north, "system/Condition.r")
                .get("$export?_type=Condition", ASYNC)
                .expect(403);
        world.as(Role.REGISTER, world.north, "openid").get("$export", ASYNC).expect(403);
        world.as(Role.REGISTER, world.north, "system/Condition.cruds")
                .get("Group/any/$export", ASYNC)
                .expect(403);
    }

    @Test
    void the_constraint_of_a_scope_holds_for_each_resource() {
        String wrist = world.writing(world.clinic)
                .put(
                        "Condition",
                        "\"code\": {\"coding\": [{\"system\": \"urn:oid:1.2.752.116.1.1.1\", \"code\": \"S52.50\"}]},"
                                + " \"clinicalStatus\": {\"coding\": [{\"system\":"
                                + " \"http://terminology.hl7.org/CodeSystem/condition-clinical\", \"code\":"
                                + " \"active\"}]}, \"onsetDateTime\": \"2024-03-01\", \"subject\": {\"reference\":"
                                + " \"Patient/" + patient(Standing.OWN_UNIT) + "\"}");
        FhirHttp wrists = world.as(Role.INTEGRATION, world.north, "system/Condition.rs?code=S52.50");
        assertThat(Exported.get(wrists, "$export").ids("Condition")).containsExactly(wrist);
        world.writing(world.clinic);
        world.as(Role.INTEGRATION, world.north).delete("Condition/" + wrist).expect(200, 204);
    }

    private static String group(String organization, Standing... members) {
        return world.writing(organization)
                .put(
                        "Group",
                        "\"type\": \"person\", \"actual\": true, \"member\": ["
                                + String.join(
                                        ",",
                                        Stream.of(members)
                                                .map(standing -> "{\"entity\": {\"reference\": \"Patient/"
                                                        + patient(standing) + "\"}}")
                                                .toList())
                                + "]");
    }

    @Test
    void a_group_is_those_of_its_members_whom_the_caller_may_see() {
        String group = group(world.clinic, Standing.OWN_UNIT, Standing.OPTED_OUT, Standing.BLOCKED);
        Exported ofRegister = Exported.get(register(), "Group/" + group + "/$export");
        assertThat(ofRegister.ids("Patient")).containsExactlyInAnyOrder(patients(Standing.OWN_UNIT, Standing.BLOCKED));
        assertThat(ofRegister.ids("Condition")).containsExactly(fracture(Standing.OWN_UNIT));
        assertThat(Exported.get(system(), "Group/" + group + "/$export").ids("Condition"))
                .containsExactlyInAnyOrder(fractures(Standing.OWN_UNIT, Standing.OPTED_OUT, Standing.BLOCKED));
        String theirs = group(world.hospital, Standing.OTHER_REGION);
        String unknown = register().get("Group/none/$export", ASYNC).expect(404).body();
        assertThat(register()
                        .get("Group/" + theirs + "/$export", ASYNC)
                        .expect(404)
                        .body()
                        .replace(theirs, "none"))
                .isEqualTo(unknown);
        world.as(Role.INTEGRATION, world.north).delete("Group/" + group).expect(200, 204);
    }

    @Test
    void a_patient_whom_the_caller_may_not_see_cannot_be_named() {
        assertThat(Exported.post(register(), "Patient/$export", Exported.patient(patient(Standing.OWN_UNIT)))
                        .ids("Condition"))
                .containsExactly(fracture(Standing.OWN_UNIT));
        String unknown = named("none").expect(404).body();
        for (Standing standing : List.of(Standing.OPTED_OUT, Standing.OTHER_REGION)) {
            assertThat(named(patient(standing)).expect(404).body().replace(patient(standing), "none"))
                    .isEqualTo(unknown);
        }
    }

    private static FhirHttp.Answer named(String patient) {
        return register().post("Patient/$export", Exported.parameters(Exported.patient(patient)), ASYNC);
    }

    @Test
    void whoever_opts_out_is_in_no_later_export() {
        Care clinic = world.writing(world.clinic);
        String patient = clinic.patient();
        Exported before = Exported.get(register(), "Patient/$export?_type=Patient");
        assertThat(before.ids("Patient")).contains(patient);
        String refusal = clinic.optOut(patient, "active", null, null);
        assertThat(Exported.get(register(), "Patient/$export?_type=Patient").ids("Patient"))
                .doesNotContain(patient);
        clinic.put("Patient", patient, "\"birthDate\": \"1941-01-01\"");
        Exported since = Exported.get(register(), "Patient/$export?_type=Patient&_since=" + before.transactionTime());
        assertThat(since.ids("Patient")).doesNotContain(patient);
        FhirHttp writer = world.as(Role.INTEGRATION, world.north);
        writer.delete("Consent/" + refusal).expect(200, 204);
        writer.delete("Patient/" + patient).expect(200, 204);
    }

    @Test
    void of_what_was_deleted_each_region_is_told_its_own() {
        Instant since =
                Exported.get(system(), "Patient/$export?_type=Condition").transactionTime();
        String north = world.writing(world.clinic).fracture(patient(Standing.OWN_UNIT), "");
        String optedOut = world.writing(world.clinic).fracture(patient(Standing.OPTED_OUT), "");
        String south = world.writing(world.hospital).fracture(patient(Standing.OTHER_REGION), "");
        FhirHttp writer = world.as(Role.INTEGRATION, world.north);
        writer.delete("Condition/" + north).expect(200, 204);
        writer.delete("Condition/" + optedOut).expect(200, 204);
        world.as(Role.INTEGRATION, world.south).delete("Condition/" + south).expect(200, 204);
        String path = "Patient/$export?_type=Condition&_since=" + since;
        assertThat(Exported.get(system(), path).deleted())
                .contains("Condition/" + north, "Condition/" + optedOut)
                .doesNotContain("Condition/" + south);
        assertThat(Exported.get(register(), path).deleted())
                .contains("Condition/" + north)
                .doesNotContain("Condition/" + optedOut, "Condition/" + south);
    }

    @Test
    void nothing_is_exported_for_a_caller_whose_organizations_are_in_no_region() {
        FhirHttp nowhere = world.as(Role.INTEGRATION, "no-such-organization", SCOPES);
        assertThat(Exported.get(nowhere, "$export").manifest().get("output")).isEmpty();
    }
}
