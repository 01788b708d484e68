package health.kedja.access.audit;

import static health.kedja.history.Records.bundle;
import static health.kedja.history.Records.hipFracture;
import static health.kedja.history.Records.newId;
import static health.kedja.history.Records.patient;
import static health.kedja.history.Records.wristFracture;
import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.FhirHttp;
import health.kedja.FhirHttp.Answer;
import health.kedja.GuardedServerExtension;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Each kind of interaction leaves its records and no others. */
class EveryAccessIsRecordedTest {

    @RegisterExtension
    static final GuardedServerExtension SERVER = new GuardedServerExtension();

    private final String anna = newId("anna");
    private final String bo = newId("bo");
    private final String request = Trail.newRequest();
    private FhirHttp http;
    private Trail trail;

    @BeforeEach
    void two_patients() {
        http = SERVER.http(SERVER.systemToken());
        trail = new Trail(SERVER.dataSource());
        http.post(
                        "",
                        bundle(
                                "transaction",
                                "PUT Patient/" + anna,
                                patient(anna, "1940-01-01"),
                                "PUT Condition/" + anna,
                                hipFracture(anna, anna, "2021-03-01"),
                                "PUT Patient/" + bo,
                                patient(bo, "1941-01-01"),
                                "PUT Condition/" + bo,
                                wristFracture(bo, bo, "2021-03-02")))
                .expect(200);
    }

    private Answer get(String path) {
        return http.get(path, "X-Request-ID", request);
    }

    private Answer post(String path, String body) {
        return http.post(path, body, "X-Request-ID", request);
    }

    private List<String> recorded() {
        return trail.of(request);
    }

    @Test
    void a_read_names_the_version_that_was_read() {
        get("Patient/" + anna).expect(200);
        assertThat(recorded()).containsExactly("read|0|" + anna + "|Patient/" + anna + "/_history/1|-");
    }

    @Test
    void a_read_of_what_is_about_a_patient_names_the_patient() {
        get("Condition/" + anna).expect(200);
        assertThat(recorded()).containsExactly("read|0|" + anna + "|Condition/" + anna + "/_history/1|-");
    }

    @Test
    void who_asked_is_recorded_with_roles_and_client() {
        get("Patient/" + anna).expect(200);
        assertThat(trail.column("concat_ws('|', issuer, subject, client, roles, address)", request))
                .containsExactly(SERVER.issuer().name() + "|test-subject|test-client|integration|127.0.0.1");
    }

    @Test
    void a_read_of_an_earlier_version_is_a_vread() {
        get("Condition/" + anna + "/_history/1").expect(200);
        assertThat(recorded()).containsExactly("vread|0|" + anna + "|Condition/" + anna + "/_history/1|-");
    }

    @Test
    void a_history_names_the_resource_and_its_patient() {
        get("Condition/" + anna + "/_history").expect(200);
        assertThat(recorded())
                .containsExactly(
                        "history-instance|0|" + anna + "|Condition/" + anna + "|Condition/" + anna + "/_history");
    }

    @Test
    void a_search_leaves_the_query_once_for_each_patient_found() {
        String query = "Condition?_id=" + anna + "," + bo + "&_sort=onset-date";
        get(query).expect(200);
        assertThat(recorded())
                .containsExactlyInAnyOrder(
                        "search-type|0|" + anna + "|-|" + query, "search-type|0|" + bo + "|-|" + query);
    }

    @Test
    void a_search_that_finds_nothing_leaves_the_patient_it_asked_for() {
        String query = "Observation?patient=" + anna;
        get(query).expect(200);
        assertThat(recorded()).containsExactly("search-type|0|" + anna + "|-|" + query);
    }

    @Test
    void a_search_about_nobody_leaves_one_record() {
        get("Organization?name=nowhere").expect(200);
        assertThat(recorded()).containsExactly("search-type|0|-|-|Organization?name=nowhere");
    }

    @Test
    void a_count_by_patient_is_recorded_although_no_resource_leaves() {
        String query = "Condition?subject=Patient/" + bo + "&_summary=count";
        get(query).expect(200);
        assertThat(recorded()).containsExactly("search-type|0|" + bo + "|-|" + query);
    }

    @Test
    void what_is_included_counts_as_found() {
        String query = "Condition?_id=" + anna + "&_include=Condition:subject&_elements=code";
        get(query).expect(200);
        assertThat(recorded()).containsExactly("search-type|0|" + anna + "|-|" + query);
    }

    @Test
    void a_search_by_post_is_recorded_as_the_query_it_is() {
        http.send(
                        "POST",
                        "Condition/_search",
                        "patient=" + anna,
                        "Content-Type",
                        "application/x-www-form-urlencoded",
                        "X-Request-ID",
                        request)
                .expect(200);
        assertThat(recorded()).containsExactly("search-type|0|" + anna + "|-|Condition/_search?patient=" + anna);
    }

    @Test
    void the_second_page_is_recorded_with_its_patients() {
        Bundle first = http.get("Patient?_id=" + anna + "," + bo + "&_count=1&_sort=birthdate")
                .expect(200)
                .as(Bundle.class);
        String next = first.getLink("next").getUrl();
        get(next).expect(200);
        assertThat(recorded()).hasSize(1);
        assertThat(recorded().get(0)).startsWith("search|0|" + bo + "|-|").contains("_getpages=");
    }

    @Test
    void everything_of_a_patient_is_one_operation() {
        get("Patient/" + anna + "/$everything").expect(200);
        assertThat(recorded())
                .containsExactly("operation|0|" + anna + "|Patient/" + anna + "|Patient/" + anna + "/$everything");
    }

    @Test
    void the_fracture_chain_is_an_operation_with_its_parameters() {
        get("Patient/" + anna + "/$fracture-chain?asOf=2021-06-01").expect(200);
        assertThat(recorded())
                .containsExactly("operation|0|" + anna + "|Patient/" + anna + "|Patient/" + anna
                        + "/$fracture-chain?asOf=2021-06-01");
    }

    @Test
    void parameters_in_a_body_are_recorded_as_a_query() {
        post(
                        "Patient/" + anna + "/$fracture-chain",
                        "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"asOf\",\"valueDate\":\"2021-06-01\"}]}")
                .expect(200);
        assertThat(recorded())
                .containsExactly("operation|0|" + anna + "|Patient/" + anna + "|Patient/" + anna
                        + "/$fracture-chain?asOf=2021-06-01");
    }

    @Test
    void an_aggregate_is_recorded_without_patient() {
        String question = "Measure/sos-12/$evaluate-measure?periodStart=2021-01-01&periodEnd=2021-12-31";
        int status = get(question).status();
        assertThat(recorded()).hasSize(1);
        assertThat(recorded().get(0))
                .startsWith("operation|" + (status < 400 ? 0 : 4) + "|-|Measure/sos-12|" + question);
    }

    @Test
    void a_create_names_the_id_that_the_server_gave() {
        String id = post("Patient", "{\"resourceType\":\"Patient\",\"birthDate\":\"1950-01-01\"}")
                .expect(201)
                .id();
        assertThat(recorded()).containsExactly("create|0|" + id + "|Patient/" + id + "/_history/1|-");
    }

    @Test
    void an_update_names_the_new_version() {
        http.put("Patient/" + anna, patient(anna, "1940-01-02"), "X-Request-ID", request)
                .expect(200);
        assertThat(recorded()).containsExactly("update|0|" + anna + "|Patient/" + anna + "/_history/2|-");
    }

    @Test
    void an_update_that_changes_nothing_is_recorded() {
        http.put("Patient/" + anna, patient(anna, "1940-01-01"), "X-Request-ID", request)
                .expect(200);
        assertThat(recorded()).containsExactly("update|0|" + anna + "|Patient/" + anna + "/_history/1|-");
    }

    @Test
    void a_patch_is_a_patch() {
        http.send(
                        "PATCH",
                        "Patient/" + anna,
                        "[{\"op\":\"replace\",\"path\":\"/birthDate\",\"value\":\"1939-12-31\"}]",
                        "Content-Type",
                        "application/json-patch+json",
                        "X-Request-ID",
                        request)
                .expect(200);
        assertThat(recorded()).containsExactly("patch|0|" + anna + "|Patient/" + anna + "/_history/2|-");
    }

    @Test
    void a_delete_names_the_id_that_is_no_longer_there() {
        http.delete("Condition/" + anna, "X-Request-ID", request).expect(200, 204);
        assertThat(recorded()).containsExactly("delete|0|" + anna + "|Condition/" + anna + "|-");
    }

    @Test
    void a_delete_by_query_names_what_it_deleted() {
        http.delete("Condition?_id=" + anna + "," + bo, "X-Request-ID", request).expect(200, 204);
        assertThat(recorded())
                .containsExactlyInAnyOrder(
                        "delete|0|" + anna + "|Condition/" + anna + "|-", "delete|0|" + bo + "|Condition/" + bo + "|-");
    }

    @Test
    void a_bundle_leaves_a_record_for_each_entry() {
        String query = "Condition?patient=" + bo;
        post(
                        "",
                        bundle(
                                "transaction",
                                "PUT Patient/" + anna,
                                patient(anna, "1940-02-02"),
                                "DELETE Condition/" + anna,
                                null,
                                "GET Patient/" + bo,
                                null,
                                "GET " + query,
                                null))
                .expect(200);
        assertThat(recorded())
                .containsExactlyInAnyOrder(
                        "update|0|" + anna + "|Patient/" + anna + "/_history/2|-",
                        "delete|0|" + anna + "|Condition/" + anna + "|-",
                        "read|0|" + bo + "|Patient/" + bo + "/_history/1|-",
                        "search-type|0|" + bo + "|-|" + query);
    }

    @Test
    void a_transaction_that_fails_leaves_a_failure_for_each_entry_and_no_success() {
        post(
                        "",
                        bundle(
                                "transaction",
                                "PUT Patient/" + anna,
                                patient(anna, "1940-02-02"),
                                "PUT Condition/" + anna,
                                hipFracture(anna, anna, "2999-01-01")))
                .expect(422);
        assertThat(recorded())
                .containsExactly(
                        "update|4|" + anna + "|Patient/" + anna + "|-",
                        "update|4|" + anna + "|Condition/" + anna + "|-");
        assertThat(trail.column("reason", request)).containsOnly("HTTP 422");
    }

    @Test
    void of_a_batch_what_failed_and_what_succeeded_is_told_apart() {
        String nobody = newId("nobody");
        post(
                        "",
                        bundle(
                                "batch",
                                "PUT Condition/" + anna,
                                hipFracture(anna, anna, "2999-01-01"),
                                "PUT Patient/" + bo,
                                patient(bo, "1941-02-02"),
                                "GET Patient/" + nobody,
                                null))
                .expect(200);
        assertThat(recorded())
                .containsExactlyInAnyOrder(
                        "update|4|" + anna + "|Condition/" + anna + "|-",
                        "update|0|" + bo + "|Patient/" + bo + "/_history/2|-",
                        "read|4|" + nobody + "|Patient/" + nobody + "|-");
    }

    @Test
    void a_write_that_is_refused_leaves_a_failure_with_the_patient() {
        http.put("Condition/" + anna, hipFracture(anna, anna, "2999-01-01"), "X-Request-ID", request)
                .expect(422);
        assertThat(recorded()).containsExactly("update|4|" + anna + "|Condition/" + anna + "|-");
    }

    @Test
    void a_body_that_cannot_be_read_leaves_a_failure() {
        http.put("Patient/" + anna, "{", "X-Request-ID", request).expect(400);
        assertThat(recorded()).containsExactly("update|4|" + anna + "|Patient/" + anna + "|-");
    }

    @Test
    void a_create_that_found_what_it_would_have_made_is_recorded() {
        http.post(
                        "Condition",
                        hipFracture(anna, anna, "2021-03-01"),
                        "If-None-Exist",
                        "_id=" + anna,
                        "X-Request-ID",
                        request)
                .expect(200);
        assertThat(recorded()).hasSize(1);
        assertThat(recorded().get(0)).startsWith("create|0|" + anna + "|Condition/" + anna);
    }

    @Test
    void a_read_of_nothing_is_recorded_as_not_possible() {
        get("Condition/" + newId("none")).expect(404);
        assertThat(recorded()).hasSize(1);
        assertThat(recorded().get(0)).startsWith("read|4|-|Condition/none-");
    }

    @Test
    void who_has_no_token_is_recorded_as_nobody_and_denied() {
        SERVER.http().get("Patient/" + anna, "X-Request-ID", request).expect(401);
        assertThat(recorded()).containsExactly("read|4|" + anna + "|Patient/" + anna + "|-");
        assertThat(trail.column("concat_ws('|', reason, subject, address)", request))
                .containsExactly("HTTP 401|127.0.0.1");
    }

    @Test
    void what_is_public_is_not_recorded() {
        get("metadata").expect(200);
        get(".well-known/smart-configuration").expect(200);
        assertThat(recorded()).isEmpty();
    }

    @Test
    void an_answer_as_a_page_for_a_browser_is_recorded_once() {
        http.get("Patient/" + anna, "Accept", "text/html", "X-Request-ID", request)
                .expect(200);
        assertThat(recorded()).containsExactly("read|0|" + anna + "|Patient/" + anna + "/_history/1|-");
    }
}
