package health.kedja.access;

import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.FhirHttp;
import health.kedja.GuardedServerExtension;
import health.kedja.access.TwoRegions.Person;
import health.kedja.access.TwoRegions.Standing;
import health.kedja.history.Records;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is not the caller's does not exist, however it is asked for. */
class ReadAccessTest {

    private static final String NOTHING = "{\"resourceType\": \"Parameters\"}";

    @RegisterExtension
    static final GuardedServerExtension SERVER = new GuardedServerExtension();

    private static TwoRegions world;
    private static Person own;
    private static Person elsewhere;
    private static Person other;
    private static Person blocked;

    @BeforeAll
    static void store() {
        world = new TwoRegions(SERVER);
        own = world.of(Standing.OWN_UNIT);
        other = world.of(Standing.OTHER_UNIT);
        elsewhere = world.of(Standing.OTHER_REGION);
        blocked = world.of(Standing.BLOCKED);
    }

    private static FhirHttp coordinator() {
        return world.as(Role.COORDINATOR, world.clinic);
    }

    private static FhirHttp system() {
        return world.as(Role.INTEGRATION, world.north);
    }

    private static List<String> found(FhirHttp http, String path) {
        return http.get(path).expect(200).as(Bundle.class).getEntry().stream()
                .map(BundleEntryComponent::getResource)
                .map(resource ->
                        resource.fhirType() + "/" + resource.getIdElement().getIdPart())
                .toList();
    }

    private static String anonymous(FhirHttp http, String path, String id) {
        FhirHttp.Answer answer = http.get(path.formatted(id));
        return answer.status() + " " + answer.body().replace(id, "[id]").replaceAll("\\s+", " ");
    }

    @Test
    void a_hidden_id_is_answered_as_one_that_never_was() {
        for (String path : List.of(
                "Patient/%s",
                "Patient/%s/_history",
                "Patient/%s/_history/1",
                "Patient/%s/$everything",
                "Patient/%s/$fracture-chain",
                "Patient/%s/$next-actions",
                "Patient/%s/$meta")) {
            assertThat(anonymous(system(), path, elsewhere.patient()))
                    .as(path)
                    .isEqualTo(anonymous(system(), path, "never-was"))
                    .startsWith("404");
            assertThat(anonymous(coordinator(), path, other.patient()))
                    .as(path)
                    .isEqualTo(anonymous(coordinator(), path, "never-was"))
                    .startsWith("404");
            coordinator().get(path.formatted(own.patient())).expect(200);
        }
    }

    @Test
    void a_deleted_resource_of_another_region_is_no_more_known_than_before() {
        String gone = world.writing(world.hospital).patient();
        world.as(Role.INTEGRATION, world.south).delete("Patient/" + gone).expect(200, 204);
        assertThat(anonymous(system(), "Patient/%s", gone)).isEqualTo(anonymous(system(), "Patient/%s", "never-was"));
        system().get("Patient/" + gone + "/_history").expect(404);
        Bundle batch = system().post("", """
                        {"resourceType": "Bundle", "type": "batch", "entry": [
                            {"request": {"method": "GET", "url": "Patient/%s"}},
                            {"request": {"method": "GET", "url": "Patient/%s"}}]}""".formatted(gone, elsewhere.patient()))
                .expect(200)
                .as(Bundle.class);
        assertThat(batch.getEntry()).hasSize(2).allSatisfy(entry -> {
            assertThat(entry.getResponse().getStatus()).startsWith("404");
            assertThat(entry.getResource()).isNull();
        });
    }

    @Test
    void the_history_of_what_was_deleted_is_for_its_region() {
        String gone = world.writing(world.clinic).patient();
        system().delete("Patient/" + gone).expect(200, 204);
        assertThat(system().get("Patient/" + gone + "/_history")
                        .expect(200)
                        .as(Bundle.class)
                        .getEntry())
                .hasSize(2);
        world.as(Role.INTEGRATION, world.south)
                .get("Patient/" + gone + "/_history")
                .expect(404);
    }

    @Test
    void a_search_finds_what_is_in_reach_and_nothing_else() {
        String all = Stream.of(Standing.values())
                .map(standing -> world.of(standing).patient())
                .collect(Collectors.joining(","));
        String optedOut = "Patient/" + world.of(Standing.OPTED_OUT).patient();
        assertThat(found(coordinator(), "Patient?_id=" + all))
                .containsExactlyInAnyOrder("Patient/" + own.patient(), optedOut, "Patient/" + blocked.patient());
        assertThat(found(system(), "Patient?_id=" + all)).hasSize(4);
        assertThat(found(world.as(Role.REGISTER, world.north), "Patient?_id=" + all))
                .hasSize(3)
                .doesNotContain(optedOut, "Patient/" + elsewhere.patient());
        assertThat(found(coordinator(), "Condition?patient=" + all))
                .containsExactlyInAnyOrder(
                        "Condition/" + own.fracture(),
                        "Condition/" + world.of(Standing.OPTED_OUT).fracture());
        world.as(Role.ANALYST, world.north).get("Patient?_id=" + all).expect(403);
        world.as(Role.ADMINISTRATOR, world.north).get("Patient?_id=" + all).expect(403);
    }

    @Test
    void totals_are_of_what_the_caller_may_see_or_are_not_told() {
        String all = own.patient() + "," + other.patient() + "," + elsewhere.patient();
        for (String asked : List.of("_summary=count", "_total=accurate")) {
            String path = "Patient?_id=" + all + "&" + asked;
            assertThat(system().get(path).expect(200).as(Bundle.class).getTotal())
                    .as(asked)
                    .isEqualTo(2);
            assertThat(coordinator().get(path).expect(200).as(Bundle.class).getTotal())
                    .as(asked)
                    .isEqualTo(1);
            world.as(Role.COORDINATOR, world.clinic, "user/Patient.rs?birthdate=1940-01-01")
                    .get(path)
                    .expect(403);
        }
    }

    @Test
    void what_a_client_asks_of_labels_opens_no_other_region() {
        String owner = "https://kedja.health/fhir/CodeSystem/kedja-owner|";
        assertThat(found(system(), "Patient?_security=" + owner + world.south)).isEmpty();
        assertThat(found(system(), "Patient?_id=" + elsewhere.patient() + "&_security:not=" + owner + world.north))
                .isEmpty();
    }

    @Test
    void includes_do_not_reach_where_the_caller_may_not() {
        for (String path : List.of(
                "Organization?_id=" + world.south + "&_revinclude=Encounter:service-provider",
                "Patient?_id=" + elsewhere.patient() + "&_revinclude=Condition:subject",
                "Condition?_id=" + elsewhere.fracture() + "&_include=Condition:subject")) {
            assertThat(found(system(), path)).as(path).isEmpty();
        }
        assertThat(found(system(), "Patient?_id=" + own.patient() + "&_revinclude=Condition:subject"))
                .containsExactlyInAnyOrder("Patient/" + own.patient(), "Condition/" + own.fracture());
        assertThat(found(coordinator(), "Patient?_id=" + blocked.patient() + "&_revinclude=Condition:subject"))
                .containsExactly("Patient/" + blocked.patient());
        assertThat(found(coordinator(), "Organization?_id=" + world.ward + "&_revinclude=Encounter:service-provider"))
                .containsExactly("Organization/" + world.ward);
        world.as(Role.INTEGRATION, world.north, "system/Patient.rs")
                .get("Patient?_revinclude=Condition:subject")
                .expect(403);
    }

    @Test
    void chains_and_has_do_not_look_where_the_caller_may_not() {
        FhirHttp onlyConditions = world.as(Role.INTEGRATION, world.north, "system/Condition.rs");
        onlyConditions.get("Condition?subject:Patient.birthdate=1940-01-01").expect(403);
        onlyConditions.get("Condition?_has:Provenance:target:agent=x").expect(403);
        onlyConditions.get("Condition?_sort=patient.birthdate").expect(400, 403);
        coordinator().get("Patient?_has:Condition:patient:code=S72.00").expect(403);
        coordinator()
                .get("Organization?_has:Encounter:service-provider:status=finished")
                .expect(403);
        assertThat(found(coordinator(), "Condition?_id=" + own.fracture() + "&patient.birthdate=1940-01-01"))
                .hasSize(1);
        String chain = "&patient.birthdate=1940-01-01";
        assertThat(found(system(), "Condition?_id=" + own.fracture() + chain)).hasSize(1);
        assertThat(found(system(), "Condition?_id=" + elsewhere.fracture() + chain))
                .isEmpty();
        String has = "&_has:Condition:patient:code=urn:oid:1.2.752.116.1.1.1|S72.00";
        assertThat(found(system(), "Patient?_id=" + own.patient() + has)).hasSize(1);
        assertThat(found(system(), "Patient?_id=" + elsewhere.patient() + has)).isEmpty();
    }

    @Test
    void a_scope_with_a_constraint_grants_what_matches_it() {
        FhirHttp planned =
                world.as(Role.INTEGRATION, world.north, "system/Encounter.rs?status=planned system/Patient.rs");
        planned.get("Encounter/" + own.contact()).expect(404);
        assertThat(found(planned, "Encounter?_id=" + own.contact())).isEmpty();
        assertThat(found(planned, "Patient?_id=" + own.patient() + "&_revinclude=Encounter:subject"))
                .containsExactly("Patient/" + own.patient());
        FhirHttp finished = world.as(Role.INTEGRATION, world.north, "system/Encounter.rs?status=finished");
        finished.get("Encounter/" + own.contact()).expect(200);
        assertThat(found(finished, "Encounter?_id=" + own.contact())).hasSize(1);
        finished.get("Condition/" + own.fracture()).expect(403);
    }

    @Test
    void a_launch_reaches_its_patient_only() {
        FhirHttp http = world.launched(Role.COORDINATOR, world.clinic, "patient/*.rs", own.patient());
        String colleague = world.of(Standing.OPTED_OUT).patient();
        http.get("Patient/" + own.patient()).expect(200);
        http.get("Patient/" + colleague).expect(404);
        assertThat(found(http, "Condition")).containsExactly("Condition/" + own.fracture());
        assertThat(found(http, "Patient")).containsExactly("Patient/" + own.patient());
        http.get("Patient/" + colleague + "/$fracture-chain").expect(404);
        http.get("Patient/" + own.patient() + "/$fracture-chain").expect(200);
    }

    @Test
    void a_blocked_record_is_not_there_and_does_not_count() {
        coordinator().get("Condition/" + blocked.fracture()).expect(404);
        String chain = "Patient/" + blocked.patient() + "/$fracture-chain";
        assertThat(coordinator().get(chain).expect(200).body()).doesNotContain(blocked.fracture());
        assertThat(system().get(chain).expect(200).body()).contains(blocked.fracture());
        system().get("Condition/" + blocked.fracture()).expect(200);
    }

    @Test
    void the_next_page_is_for_whoever_was_given_its_link() {
        Bundle first = system().get("Patient?_count=1").expect(200).as(Bundle.class);
        String next = first.getLink(Bundle.LINK_NEXT).getUrl();
        assertThat(system().get(next).expect(200).as(Bundle.class).getEntry()).hasSize(1);
        FhirHttp stranger = world.as(Role.INTEGRATION, world.south);
        stranger.get(next).expect(410);
        stranger.get(next.replaceAll("_getpages=[^&]*", "_getpages=never-was")).expect(410);
        system().get(next.replaceAll("(_getpages=[^.&]*)[^&]*", "$1")).expect(410);
        assertThat(first.getLink(Bundle.LINK_SELF).getUrl()).doesNotContain("_security");
    }

    @Test
    void what_the_table_has_no_row_for_is_refused() {
        for (String path : List.of(
                "_history",
                "Patient/_history",
                "Patient/$everything",
                "?_id=" + own.patient(),
                "$get-resource-counts")) {
            assertThat(system().get(path).status()).as(path).isIn(400, 403);
        }
        for (String operation : List.of("$expunge", "$import", "Patient/" + own.patient() + "/$expunge")) {
            coordinator().post(operation, NOTHING).expect(403);
            system().post(operation, NOTHING).expect(403);
        }
    }

    @Test
    void everything_of_a_patient_leaves_out_what_is_blocked() {
        assertThat(found(coordinator(), "Patient/" + blocked.patient() + "/$everything"))
                .contains("Patient/" + blocked.patient(), "Encounter/" + blocked.contact())
                .doesNotContain("Condition/" + blocked.fracture());
        assertThat(found(system(), "Patient/" + own.patient() + "/$everything"))
                .contains("Patient/" + own.patient(), "Condition/" + own.fracture());
    }

    @Test
    void organizations_that_cannot_be_told_are_not_the_whole_server() {
        for (Role role : List.of(Role.INTEGRATION, Role.ADMINISTRATOR)) {
            for (String organization :
                    List.of("region_north", "https://elsewhere.example.org/Organization/" + world.north)) {
                FhirHttp http = SERVER.http(SERVER.token(role, List.of(organization), "system/*.cruds", null, null));
                http.get("Patient").expect(403);
                http.get("AuditEvent").expect(403);
                http.get("Organization/" + world.south).expect(403);
            }
        }
    }

    @Test
    void a_user_who_is_a_role_is_not_the_practitioner_with_the_same_id() {
        String patient = world.writing(world.clinic).patient();
        world.writing(world.clinic).put("CareTeam", """
                "status": "active", "subject": {"reference": "Patient/%s"},
                "participant": [{"member": {"reference": "Practitioner/%s"}}]""".formatted(patient, world.anna));
        for (String type : List.of("Practitioner", "PractitionerRole")) {
            SERVER.http(SERVER.token(Role.CLINICIAN, List.of(world.ward), "user/*.rs", type + "/" + world.anna, null))
                    .get("Patient/" + patient)
                    .expect(type.equals("Practitioner") ? 200 : 404);
        }
    }

    @Test
    void a_condition_of_a_write_does_not_match_what_is_blocked() {
        String identifier = Records.newId("i");
        String body = """
                {"resourceType": "Procedure", "status": "completed", "subject": {"reference": "Patient/%s"},
                 "identifier": [{"value": "%s"}]}""".formatted(blocked.patient(), identifier);
        String hidden = world.as(Role.INTEGRATION, world.ward)
                .post("Procedure", body)
                .expect(201)
                .id();
        String condition = "identifier=" + identifier;
        for (Role role : List.of(Role.CLINICIAN, Role.COORDINATOR)) {
            FhirHttp http = world.as(role, world.clinic);
            http.patch("Procedure?" + condition, "application/json-patch+json", "[]")
                    .expect(404);
            String own = http.post("Procedure", body, "If-None-Exist", condition)
                    .expect(201)
                    .id();
            assertThat(own).isNotEqualTo(hidden);
            assertThat(http.put("Procedure?" + condition, body).expect(200).body())
                    .contains(own);
            assertThat(http.post("", Records.bundle("transaction", "PUT Procedure?" + condition, body))
                            .expect(200)
                            .body())
                    .doesNotContain(hidden);
            world.as(Role.INTEGRATION, world.clinic).delete("Procedure/" + own).expect(200);
        }
    }

    @Test
    void what_a_condition_matches_is_shown_to_those_who_may_read_it() {
        String secret = Records.newId("s");
        String identifier = Records.newId("i");
        String body = """
                {"resourceType": "Procedure", "status": "completed", "subject": {"reference": "Patient/%s"},
                 "identifier": [{"value": "%s"}], "note": [{"text": "%s"}]}""".formatted(own.patient(), identifier, secret);
        world.as(Role.INTEGRATION, world.clinic).post("Procedure", body).expect(201);
        String sent = body.replace(secret, "any");
        for (String scopes : List.of("user/Procedure.c", "user/Procedure.cr")) {
            FhirHttp http = world.as(Role.CLINICIAN, world.clinic, scopes);
            String single = http.post("Procedure", sent, "If-None-Exist", "identifier=" + identifier)
                    .expect(200)
                    .body();
            String inBundle = http.post("", """
                            {"resourceType": "Bundle", "type": "transaction", "entry": [{"resource": %s, "request":
                                {"method": "POST", "url": "Procedure", "ifNoneExist": "identifier=%s"}}]}""".formatted(sent, identifier), "Prefer", "return=representation")
                    .expect(200)
                    .body();
            for (String answer : List.of(single, inBundle)) {
                assertThat(answer.contains(secret)).as(answer).isEqualTo(scopes.endsWith("r"));
            }
        }
    }
}
