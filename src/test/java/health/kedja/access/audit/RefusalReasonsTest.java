package health.kedja.access.audit;

import static health.kedja.history.Records.bundle;
import static health.kedja.history.Records.hipFracture;
import static health.kedja.history.Records.newId;
import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.FhirHttp;
import health.kedja.GuardedServerExtension;
import health.kedja.access.Role;
import health.kedja.history.Care;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The trail says why something was refused, wherever it was. */
class RefusalReasonsTest {

    @RegisterExtension
    static final GuardedServerExtension SERVER = new GuardedServerExtension();

    private static String region;
    private static String clinic;
    private static String own;
    private static String other;
    private static String elsewhere;

    private final String request = Trail.newRequest();
    private final Trail trail = new Trail(SERVER.dataSource());

    @BeforeAll
    static void two_regions() {
        Care server = new Care(SERVER.http(SERVER.token(Role.ADMINISTRATOR, List.of(), "system/*.cruds", null, null)));
        region = server.organization(null);
        clinic = server.organization(region);
        String south = server.organization(null);
        own = of(region).patient();
        of(region)
                .contact(
                        own, clinic, LocalDate.now().toString(), LocalDate.now().toString());
        other = of(region).patient();
        elsewhere = of(south).patient();
    }

    private static Care of(String organization) {
        return new Care(as(Role.INTEGRATION, organization, "system/*.cruds"), organization + ".");
    }

    private static FhirHttp as(Role role, String organization, String scopes) {
        return SERVER.http(SERVER.token(role, List.of(organization), scopes, null, null));
    }

    private static FhirHttp coordinator() {
        return as(Role.COORDINATOR, clinic, "user/*.cruds");
    }

    private List<String> recorded() {
        return trail.column("concat_ws('|', interaction, coalesce(patient, '-'), reason)", request);
    }

    private void refused(FhirHttp http, String path, int status, String... expected) {
        http.get(path, "X-Request-ID", request).expect(status);
        assertThat(recorded()).containsExactly(expected);
    }

    @Test
    void a_search_into_what_is_not_all_theirs() {
        refused(coordinator(), "Patient?_has:Condition:patient:code=S72.00", 403, "search-type|-|denied: no relation");
    }

    @Test
    void a_search_that_needs_a_scope_without_constraint() {
        refused(
                as(Role.INTEGRATION, region, "system/Condition.rs system/Patient.rs?birthdate=1940-01-01"),
                "Condition?subject:Patient.birthdate=1940-01-01",
                403,
                "search-type|-|denied: out of scope");
    }

    @Test
    void an_include_of_a_type_without_scope() {
        refused(
                as(Role.INTEGRATION, region, "system/Patient.rs"),
                "Patient?_revinclude=Condition:subject",
                403,
                "search-type|-|denied: scope");
    }

    @Test
    void a_total_that_is_not_told() {
        refused(
                as(Role.COORDINATOR, clinic, "user/Condition.rs?clinical-status=active"),
                "Condition?_summary=count",
                403,
                "search-type|-|denied: no relation");
    }

    @Test
    void a_record_that_is_written_for_another_units_patient() {
        String id = region + "." + newId("c");
        coordinator()
                .put("Condition/" + id, hipFracture(id, other, "2024-01-01"), "X-Request-ID", request)
                .expect(400);
        assertThat(recorded()).containsExactly("update|" + other + "|denied: no relation");
    }

    @Test
    void a_record_that_is_written_for_another_regions_patient() {
        String id = region + "." + newId("c");
        as(Role.INTEGRATION, region, "system/*.cruds")
                .put("Condition/" + id, hipFracture(id, elsewhere, "2024-01-01"), "X-Request-ID", request)
                .expect(400);
        assertThat(recorded()).containsExactly("update|" + elsewhere + "|denied: region");
    }

    @Test
    void an_entry_that_writes_what_is_anothers() {
        as(Role.INTEGRATION, region, "system/*.cruds")
                .post(
                        "",
                        bundle(
                                "transaction",
                                "PUT Patient/" + elsewhere,
                                "{\"resourceType\": \"Patient\", \"id\": \"" + elsewhere + "\"}"),
                        "X-Request-ID",
                        request)
                .expect(404);
        assertThat(recorded())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("update|")
                .endsWith("|denied: region");
    }

    @Test
    void an_entry_for_which_there_is_no_role() {
        coordinator()
                .post("", bundle("transaction", "DELETE Patient/" + own, null), "X-Request-ID", request)
                .expect(403);
        assertThat(recorded()).containsExactly("delete|" + own + "|denied: role");
    }

    @Test
    void an_operation_within_a_bundle() {
        coordinator()
                .post("", bundle("batch", "GET Patient/" + own + "/$everything", null), "X-Request-ID", request)
                .expect(403);
        assertThat(recorded()).hasSize(1).first().asString().endsWith("|denied: no rule");
    }

    @Test
    void an_operation_without_the_scopes_that_it_is_worked_out_from() {
        refused(
                as(Role.COORDINATOR, clinic, "user/Patient.r"),
                "Patient/" + own + "/$fracture-chain",
                403,
                "operation|" + own + "|denied: scope");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Measure/SOS-07/$evaluate-measure?reportType=subject&",
                "Measure/SOS-07/$evaluate-measure?",
                "Measure/SOS-07/$collect-data?",
                "Measure/$care-gaps?status=open-gap&"
            })
    void a_question_of_a_measure_about_somebody_elses_patient(String question) {
        String path = question + "periodStart=2024&periodEnd=2024&subject=Patient/";
        coordinator().get(path + other, "X-Request-ID", request).expect(404);
        assertThat(recorded()).containsExactly("operation|" + other + "|denied: no relation");
        String far = Trail.newRequest();
        coordinator().get(path + elsewhere, "X-Request-ID", far).expect(404);
        assertThat(trail.column("concat_ws('|', coalesce(patient, '-'), reason)", far))
                .containsExactly(elsewhere + "|denied: region");
        String never = newId("never");
        String missing = Trail.newRequest();
        coordinator().get(path + never, "X-Request-ID", missing).expect(404);
        assertThat(trail.column("concat_ws('|', coalesce(patient, '-'), reason)", missing))
                .containsExactly(never + "|HTTP 404");
    }

    @Test
    void a_report_of_one_who_refuses_the_register() {
        Care care = of(region);
        String optedOut = care.patient();
        care.optOut(optedOut, "active", null, null);
        refused(
                as(Role.REGISTER, region, "system/*.rs"),
                "Measure/SOS-07/$evaluate-measure?reportType=subject&periodStart=2024&periodEnd=2024&subject=Patient/"
                        + optedOut,
                404,
                "operation|" + optedOut + "|denied: opted out");
    }

    @Test
    void an_id_that_never_was_is_no_denial() {
        String never = newId("never");
        refused(coordinator(), "Patient/" + never, 404, "read|" + never + "|HTTP 404");
    }
}
