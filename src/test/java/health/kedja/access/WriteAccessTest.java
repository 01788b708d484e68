package health.kedja.access;

import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.FhirHttp;
import health.kedja.GuardedServerExtension;
import health.kedja.access.TwoRegions.Person;
import health.kedja.access.TwoRegions.Standing;
import health.kedja.history.Care;
import health.kedja.history.Records;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What may be written, and whose it then is. */
class WriteAccessTest {

    @RegisterExtension
    static final GuardedServerExtension SERVER = new GuardedServerExtension();

    private static TwoRegions world;
    private static Person own;
    private static Person other;
    private static Person elsewhere;

    @BeforeAll
    static void store() {
        world = new TwoRegions(SERVER);
        own = world.of(Standing.OWN_UNIT);
        other = world.of(Standing.OTHER_UNIT);
        elsewhere = world.of(Standing.OTHER_REGION);
    }

    private static FhirHttp system() {
        return world.as(Role.INTEGRATION, world.clinic);
    }

    private static FhirHttp south() {
        return world.as(Role.INTEGRATION, world.south);
    }

    private static FhirHttp coordinator() {
        return world.as(Role.COORDINATOR, world.clinic);
    }

    @Test
    void what_is_anothers_cannot_be_changed_or_deleted_and_is_not_known() {
        String name = "Patient/" + elsewhere.patient();
        system().put(name, Labelled.patient(elsewhere.patient(), world.north)).expect(404);
        system().patch(name, "application/json-patch+json", "[{\"op\": \"remove\", \"path\": \"/birthDate\"}]")
                .expect(404);
        system().delete(name).expect(404);
        system().delete("Patient/never-was").expect(404);
        system().put(name, Labelled.patient(elsewhere.patient(), world.north), "If-Match", "W/\"17\"")
                .expect(404);
        coordinator().delete("Condition/" + own.fracture()).expect(403);
        assertThat(south().get(name).expect(200).as(Patient.class).getMeta().getVersionId())
                .isEqualTo("1");
    }

    @Test
    void an_id_that_another_region_has_deleted_does_not_become_ones_own() {
        String gone = world.writing(world.hospital).patient();
        south().delete("Patient/" + gone).expect(200, 204);
        system().put("Patient/" + gone, Records.patient(gone, "1940-01-01")).expect(404);
        south().put("Patient/" + gone, Records.patient(gone, "1940-01-01")).expect(200, 201);
        assertThat(Labelled.labels(south(), "Patient/" + gone)).contains(Labelled.OWNER + "|" + world.south);
    }

    @Test
    void a_reference_across_regions_leads_nowhere() {
        String any = world.newId("c");
        String unknown = system().put("Condition/" + any, Records.hipFracture(any, "never-was", "2024-01-01"))
                .expect(400)
                .body();
        String hidden = system().put("Condition/" + any, Records.hipFracture(any, elsewhere.patient(), "2024-01-01"))
                .expect(400)
                .body();
        assertThat(hidden.replace(elsewhere.patient(), "[id]")).isEqualTo(unknown.replace("never-was", "[id]"));
        String notReached = coordinator()
                .put("Condition/" + any, Records.hipFracture(any, other.patient(), "2024-01-01"))
                .expect(400)
                .body();
        assertThat(notReached.replace(other.patient(), "[id]")).isEqualTo(unknown.replace("never-was", "[id]"));
        coordinator()
                .put(
                        "Condition/" + world.newId("c"),
                        Records.hipFracture("c", own.patient(), "2024-01-01").replace("\"id\": \"c\",", ""))
                .expect(400, 422);
        String mine = world.newId("c");
        coordinator()
                .put("Condition/" + mine, Records.hipFracture(mine, own.patient(), "2024-01-01"))
                .expect(201);
        // What one may see is not moved to whom one may not see.
        coordinator()
                .put("Condition/" + mine, Records.hipFracture(mine, other.patient(), "2024-01-01"))
                .expect(400);
    }

    @Test
    void in_no_element_a_reference_tells_whether_another_region_has_what_it_names() {
        String id = world.newId("c");
        for (String theirs : List.of(
                "Patient/" + elsewhere.patient(),
                "Condition/" + elsewhere.fracture(),
                "Encounter/" + elsewhere.contact(),
                "Organization/" + world.hospital)) {
            String nobodys = theirs.substring(0, theirs.indexOf('/') + 1) + world.south + ".never-was";
            for (FhirHttp http : List.of(system(), coordinator())) {
                for (String reference : List.of(theirs, nobodys)) {
                    assertThat(http.put("Condition/" + id, noting(id, reference))
                                    .expect(400)
                                    .diagnostics())
                            .isEqualTo("HAPI-1094: Resource " + reference + " not found");
                }
            }
        }
        system().put("Condition/" + id, noting(id, "Condition/" + other.fracture()))
                .expect(201);
        for (String hidden : List.of("Condition/" + other.fracture(), "Encounter/" + other.contact())) {
            String any = world.newId("c");
            assertThat(coordinator()
                            .put("Condition/" + any, noting(any, hidden))
                            .expect(400)
                            .diagnostics())
                    .isEqualTo("HAPI-1094: Resource " + hidden + " not found");
        }
        String seen = world.newId("c");
        coordinator()
                .put("Condition/" + seen, noting(seen, "Encounter/" + own.contact()))
                .expect(201);
    }

    private static String noting(String id, String reference) {
        return Records.hipFractureNoting(id, own.patient(), "2024-03-01", reference);
    }

    @Test
    void a_transaction_writes_nothing_when_one_entry_may_not_be() {
        String id = world.newId("p");
        for (String bad : List.of(
                "PUT Patient/" + elsewhere.patient(),
                "DELETE Patient/" + elsewhere.patient(),
                "PUT Patient/" + id + "-2")) {
            boolean deletes = bad.startsWith("DELETE");
            String body = Records.patient(bad.substring(bad.indexOf('/') + 1), "1940-01-01");
            FhirHttp http = bad.endsWith("-2") ? world.as(Role.COORDINATOR, world.clinic) : system();
            http.post(
                            "",
                            Records.bundle(
                                    "transaction",
                                    "PUT Patient/" + id,
                                    Records.patient(id, "1940-01-01"),
                                    bad,
                                    deletes ? null : body))
                    .expect(403, 404);
            system().get("Patient/" + id).expect(404);
        }
        FhirHttp narrow = world.as(Role.INTEGRATION, world.north, "system/Patient.c");
        narrow.post(
                        "",
                        Records.bundle(
                                "transaction",
                                "POST Patient",
                                Records.patient("x", "1940-01-01"),
                                "POST Condition",
                                Records.hipFracture("x", own.patient(), "2024-01-01")))
                .expect(403);
        narrow.post("", Records.bundle("batch", "GET Patient/" + own.patient(), null))
                .expect(403);
        system().post("", Records.bundle("batch", "GET Patient/" + own.patient() + "/$everything", null))
                .expect(403);
        system().post("", Records.bundle("batch", "GET _history", null)).expect(403);
    }

    @Test
    void a_condition_matches_only_what_the_caller_may_see() {
        String number = Records.newId("nr");
        String patient = """
                {"resourceType": "Patient", "birthDate": "1940-01-01",
                 "identifier": [{"system": "urn:example:number", "value": "%s"}]}""".formatted(number);
        String criteria = "identifier=urn:example:number%7C" + number;
        String inSouth = south().post("Patient", patient, "If-None-Exist", criteria)
                .expect(201)
                .id();
        String inNorth = system().post("Patient", patient, "If-None-Exist", criteria)
                .expect(201)
                .id();
        assertThat(inNorth).isNotEqualTo(inSouth);
        assertThat(system().post("Patient", patient, "If-None-Exist", criteria)
                        .expect(200)
                        .id())
                .isEqualTo(inNorth);
        assertThat(system().put("Patient?" + criteria, patient.replace("1940", "1950"))
                        .expect(200)
                        .id())
                .isEqualTo(inNorth);
        String third = world.as(Role.INTEGRATION, world.north)
                .post("", """
                        {"resourceType": "Bundle", "type": "transaction", "entry": [{"resource": %s,
                          "request": {"method": "POST", "url": "Patient", "ifNoneExist": "%s"}}]}""".formatted(patient, criteria))
                .expect(200)
                .as(Bundle.class)
                .getEntryFirstRep()
                .getResponse()
                .getLocation();
        assertThat(third).contains(inNorth);
        system().delete("Patient?" + criteria).expect(200, 204);
        system().get("Patient/" + inNorth).expect(404);
        assertThat(south().get("Patient/" + inSouth)
                        .expect(200)
                        .as(Patient.class)
                        .getMeta()
                        .getVersionId())
                .isEqualTo("1");
    }

    @Test
    void nobody_merges_a_record_to_reach_another() {
        String merged = Records.replacedPatient(own.patient(), other.patient());
        coordinator().put("Patient/" + own.patient(), merged).expect(403);
        coordinator().get("Patient/" + other.patient()).expect(404);
        system().put("Patient/" + own.patient(), Records.replacedPatient(own.patient(), elsewhere.patient()))
                .expect(400);
    }

    @Test
    void a_delete_that_leaves_no_trace_is_for_the_whole_server() {
        system().delete("Condition?patient=" + own.patient() + "&_expunge=true").expect(403);
        system().post(
                        "",
                        Records.bundle("transaction", "DELETE Condition?_expunge=true&patient=" + own.patient(), null))
                .expect(403);
        system().get("Condition/" + own.fracture()).expect(200);
    }

    @Test
    void a_new_region_and_definitions_are_for_administrators() {
        FhirHttp administrator = world.as(Role.ADMINISTRATOR, world.north);
        administrator
                .post("Organization", "{\"resourceType\": \"Organization\", \"name\": \"any\"}")
                .expect(422);
        administrator.post("Organization", """
                        {"resourceType": "Organization", "name": "any", "partOf": {"reference": "Organization/%s"}}""".formatted(world.south)).expect(400);
        new Care(administrator, world.north + ".").organization(world.clinic);
        String definition = """
                {"resourceType": "ValueSet", "url": "urn:example:%s", "status": "draft"}""".formatted(Records.newId("v"));
        system().post("ValueSet", definition).expect(403);
        assertThat(administrator.post("ValueSet", definition).expect(403).diagnostics())
                .contains("administrator of the whole server");
        String id = world.ofTheServer(Role.ADMINISTRATOR)
                .post("ValueSet", definition)
                .expect(201)
                .id();
        assertThat(south().get("ValueSet/" + id).expect(200).body()).doesNotContain(Labelled.OWNER);
        south().delete("ValueSet/" + id).expect(403);
        administrator.delete("ValueSet/" + id).expect(403);
    }

    @Test
    void an_administrator_of_a_region_does_not_change_how_others_are_searched() {
        FhirHttp administrator = world.as(Role.ADMINISTRATOR, world.north);
        administrator.post("SearchParameter", """
                        {"resourceType": "SearchParameter", "url": "urn:example:%s", "name": "subject", "status": "active",
                         "description": "any", "code": "subject", "base": ["Condition"], "type": "reference",
                         "expression": "Condition.asserter"}""".formatted(Records.newId("s"))).expect(403);
        assertThat(south().get("Condition?subject=Patient/" + elsewhere.patient())
                        .body())
                .contains(elsewhere.fracture());
    }

    @Test
    void an_organization_that_is_part_of_nothing_stored_is_no_unit() {
        FhirHttp administrator = world.as(Role.ADMINISTRATOR, world.north);
        for (String parent :
                List.of("\"display\": \"North\"", "\"identifier\": {\"value\": \"1\"}", "\"reference\": \"#o\"")) {
            administrator.post("Organization", """
                            {"resourceType": "Organization", "name": "any", "partOf": {%s},
                             "contained": [{"resourceType": "Organization", "id": "o", "name": "any"}]}""".formatted(parent)).expect(422);
        }
    }

    @Test
    void a_caller_without_roles_organizations_or_scopes_writes_nothing() {
        String body = Records.patient("any-2", "1940-01-01");
        SERVER.http(SERVER.token(null, List.of(world.north), "system/*.cruds", null, null))
                .put("Patient/any-2", body)
                .expect(403);
        SERVER.http(SERVER.token(Role.INTEGRATION, List.of(world.north), "openid", null, null))
                .put("Patient/any-2", body)
                .expect(403);
        SERVER.http(SERVER.token(Role.INTEGRATION, List.of("no-such-organization"), "system/*.cruds", null, null))
                .put("Patient/any-2", body)
                .expect(403);
        SERVER.http(SERVER.token(Role.COORDINATOR, List.of(), "user/*.cruds", null, null))
                .get("Patient/" + own.patient())
                .expect(404);
    }
}
