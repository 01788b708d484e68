package health.kedja.access;

import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.FhirHttp;
import health.kedja.FhirHttp.Answer;
import health.kedja.GuardedServerExtension;
import health.kedja.access.TwoRegions.Standing;
import health.kedja.history.Care;
import health.kedja.history.Records;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Ids that clients choose, and that no answer tells which of them another region uses. */
class ChosenIdsTest {

    @RegisterExtension
    static final GuardedServerExtension SERVER = new GuardedServerExtension();

    private static TwoRegions world;
    private static String taken;
    private static String deleted;

    @BeforeAll
    static void store() {
        world = new TwoRegions(SERVER);
        taken = world.of(Standing.OTHER_REGION).patient();
        deleted = world.writing(world.hospital).patient();
        south().delete("Patient/" + deleted).expect(200, 204);
    }

    private static FhirHttp north() {
        return world.as(Role.INTEGRATION, world.north);
    }

    private static FhirHttp south() {
        return world.as(Role.INTEGRATION, world.south);
    }

    private static FhirHttp wholeServer() {
        return SERVER.http(SERVER.token(Role.ADMINISTRATOR, List.of(), "system/*.cruds", null, null));
    }

    private static String free() {
        return world.south + "." + Records.newId("p");
    }

    /** Everything of an answer that is not of the request alone. */
    private static String told(String id, Answer answer) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers());
        headers.keySet().removeAll(Set.of("date", "x-request-id", "content-length", "connection"));
        return (answer.status() + " " + headers + " " + answer.body()).replace(id, "[id]");
    }

    private static String patient(String id) {
        return Records.patient(id, "1940-01-01");
    }

    private static void answersAlike(Function<String, Answer> request) {
        String of = told(taken, request.apply(taken));
        assertThat(told(deleted, request.apply(deleted))).isEqualTo(of);
        String free = free();
        assertThat(told(free, request.apply(free))).isEqualTo(of);
        assertThat(of).contains("404", world.north + ".").doesNotContain(world.south);
    }

    @Test
    void a_put_tells_not_whether_another_region_uses_an_id_or_has_used_it() {
        answersAlike(id -> north().put("Patient/" + id, patient(id)));
        assertThat(south().get("Patient/" + taken).expect(200).body()).contains("\"versionId\":\"1\"");
    }

    @Test
    void nor_does_a_put_with_a_condition_on_the_version() {
        answersAlike(id -> north().put("Patient/" + id, patient(id), "If-Match", "W/\"1\""));
        answersAlike(id -> north().put("Patient/" + id, patient(id), "If-Match", "W/\"17\""));
        answersAlike(id -> north().put("Patient/" + id, patient(id), "If-None-Match", "*"));
        answersAlike(id -> north().put("Patient/" + id, patient(id), "X-Upsert-Extistence-Check", "disabled"));
    }

    /** Of a condition that nothing meets HAPI stores under an id of its own, whatever the body says. */
    @Test
    void nor_does_a_put_by_criteria_with_an_id_in_the_body() {
        for (String id : List.of(taken, deleted, free())) {
            String number = Records.newId("n");
            assertThat(north().put("Patient?identifier=urn:example:none%7C" + number, """
                            {"resourceType": "Patient", "id": "%s", "birthDate": "1940-01-01",
                             "identifier": [{"system": "urn:example:none", "value": "%s"}]}""".formatted(id, number))
                            .expect(201)
                            .id())
                    .isNotEqualTo(id);
        }
    }

    @Test
    void nor_does_an_entry_of_a_transaction_or_batch() {
        for (String type : List.of("transaction", "batch")) {
            answersAlike(id -> north().post("", Records.bundle(type, "PUT Patient/" + id, patient(id))));
        }
        String criteria = "PUT Patient?identifier=urn:example:none%7C";
        answersAlike(id -> north().post("", Records.bundle("transaction", criteria + Records.newId("n"), patient(id))));
    }

    @Test
    void nor_do_submitted_data() {
        answersAlike(id -> north().post("Measure/$submit-data", """
                        {"resourceType": "Parameters", "parameter": [
                            {"name": "measureReport", "resource": {"resourceType": "MeasureReport", "status": "complete",
                                "type": "data-collection", "period": {"start": "2021-01-01", "end": "2021-12-31"},
                                "measure": "https://kedja.health/fhir/Measure/SOS-07"}},
                            {"name": "resource", "resource": %s}]}""".formatted(patient(id))));
    }

    @Test
    void what_is_changed_or_deleted_in_a_bundle_is_unknown_whether_it_is_anothers_or_nobodys() {
        for (String entry : List.of("DELETE", "PATCH")) {
            String of = null;
            for (String id : List.of(taken, free())) {
                String body = entry.equals("DELETE") ? null : """
                        {"resourceType": "Parameters", "parameter": [{"name": "operation", "part": [
                            {"name": "type", "valueCode": "delete"}, {"name": "path", "valueString": "Patient.birthDate"}]}]}""";
                Answer answer = north().post("", Records.bundle("transaction", entry + " Patient/" + id, body));
                answer.expect(404);
                assertThat(of == null ? told(id, answer) : of).isEqualTo(told(id, answer));
                of = told(id, answer);
            }
        }
    }

    @Test
    void within_the_region_too_what_is_not_seen_is_answered_as_a_free_id() {
        FhirHttp coordinator = world.as(Role.COORDINATOR, world.clinic);
        // Given by the server, and so outside of the name space.
        String ofWard = world.as(Role.INTEGRATION, world.ward)
                .post("Patient", "{\"resourceType\": \"Patient\", \"birthDate\": \"1940-01-01\"}")
                .expect(201)
                .id();
        String free = free();
        String of = told(free, coordinator.put("Patient/" + free, patient(free)));
        assertThat(told(ofWard, coordinator.put("Patient/" + ofWard, patient(ofWard))))
                .isEqualTo(of);
        Function<String, Answer> inBundle =
                id -> coordinator.post("", Records.bundle("transaction", "PUT Patient/" + id, patient(id)));
        assertThat(told(ofWard, inBundle.apply(ofWard))).isEqualTo(told(free, inBundle.apply(free)));
    }

    @Test
    void ids_within_the_name_space_are_chosen_and_what_is_there_is_updated_whatever_its_id() {
        String chosen = world.newId("p");
        assertThat(north().put("Patient/" + chosen, patient(chosen)).expect(201).id())
                .isEqualTo(chosen);
        north().delete("Patient/" + chosen).expect(200, 204);
        north().put("Patient/" + chosen, patient(chosen)).expect(200, 201);
        String given = north().post("Patient", patient("any")).expect(201).id();
        assertThat(given).doesNotContain(".");
        north().put("Patient/" + given, Records.patient(given, "1941-01-01")).expect(200);
        north().post("", Records.bundle("transaction", "PUT Patient/" + given, Records.patient(given, "1942-01-01")))
                .expect(200);
        north().delete("Patient/" + given).expect(200, 204);
        north().put("Patient/" + given, patient(given)).expect(200, 201);
    }

    @Test
    void name_spaces_of_regions_whose_ids_begin_alike_do_not_meet() {
        String dalby = Records.newId("dalby");
        String dalby2 = dalby + "-2";
        Stream.of(dalby, dalby2).forEach(id -> new Care(wholeServer()).put("Organization", id, "\"name\": \"any\""));
        String id = dalby2 + ".1";
        world.as(Role.INTEGRATION, dalby).put("Patient/" + id, patient(id)).expect(404);
        world.as(Role.INTEGRATION, dalby2).put("Patient/" + id, patient(id)).expect(201);
        String bare = dalby + ".";
        world.as(Role.INTEGRATION, dalby).put("Patient/" + bare, patient(bare)).expect(201);
        world.as(Role.INTEGRATION, dalby)
                .put("Patient/" + dalby + "-1", patient(dalby + "-1"))
                .expect(404);
    }

    @Test
    void a_region_with_a_dot_in_its_id_lets_the_server_choose() {
        String region = "region." + Records.newId("r");
        new Care(wholeServer()).put("Organization", region, "\"name\": \"any\"");
        FhirHttp system = world.as(Role.INTEGRATION, region);
        String id = region + ".1";
        assertThat(system.put("Patient/" + id, patient(id)).expect(404).diagnostics())
                .contains("POST", "dot");
        system.post("Patient", patient("any")).expect(201);
    }

    @Test
    void units_are_named_within_the_name_space_and_definitions_anyhow() {
        FhirHttp administrator = world.as(Role.ADMINISTRATOR, world.north);
        String below = "\"name\": \"any\", \"partOf\": {\"reference\": \"Organization/" + world.north + "\"}";
        String organization = "{\"resourceType\": \"Organization\", \"id\": \"%s\", " + below + "}";
        String outside = Records.newId("unit");
        administrator
                .put("Organization/" + outside, organization.formatted(outside))
                .expect(404);
        String inside = world.newId("unit");
        administrator
                .put("Organization/" + inside, organization.formatted(inside))
                .expect(201);
        administrator
                .put("Organization/" + world.north, """
                        {"resourceType": "Organization", "id": "%s", "name": "North"}""".formatted(world.north))
                .expect(200);
        String set = Records.newId("v");
        world.ofTheServer(Role.ADMINISTRATOR)
                .put("ValueSet/" + set, """
                        {"resourceType": "ValueSet", "id": "%s", "url": "urn:example:%s", "status": "draft"}""".formatted(set, set))
                .expect(201);
    }

    @Test
    void callers_of_the_whole_server_choose_any_id_and_one_in_a_name_space_stays_unknown_there() {
        String id = world.newId("p");
        SERVER.http(SERVER.systemToken())
                .put("Patient/" + id, """
                        {"resourceType": "Patient", "id": "%s", "birthDate": "1940-01-01",
                         "managingOrganization": {"reference": "Organization/%s"}}""".formatted(id, world.south))
                .expect(201);
        south().get("Patient/" + id).expect(200);
        north().put("Patient/" + id, patient(id)).expect(404);
        assertThat(south().get("Patient/" + id)
                        .expect(200)
                        .as(org.hl7.fhir.r4.model.Patient.class)
                        .getMeta()
                        .getVersionId())
                .isEqualTo("1");
    }

    @Test
    void whoever_is_in_no_region_is_told_that_whatever_the_id() {
        FhirHttp nowhere = SERVER.http(
                SERVER.token(Role.INTEGRATION, List.of("no-such-organization"), "system/*.cruds", null, null));
        String free = free();
        String of = told(free, nowhere.put("Patient/" + free, patient(free)));
        assertThat(of).contains("403", "region");
        assertThat(told(taken, nowhere.put("Patient/" + taken, patient(taken)))).isEqualTo(of);
        assertThat(told(deleted, nowhere.put("Patient/" + deleted, patient(deleted))))
                .isEqualTo(of);
    }

    @Test
    void the_server_tells_what_a_transaction_stored_under_chosen_and_given_ids() {
        String chosen = world.newId("p");
        Bundle answer = north().post(
                        "",
                        Records.bundle(
                                "transaction", "PUT Patient/" + chosen, patient(chosen), "POST Patient", patient("x")))
                .expect(200)
                .as(Bundle.class);
        assertThat(answer.getEntryFirstRep().getResponse().getLocation()).startsWith("Patient/" + chosen + "/");
        assertThat(answer.getEntry().get(1).getResponse().getStatus()).startsWith("201");
    }
}
