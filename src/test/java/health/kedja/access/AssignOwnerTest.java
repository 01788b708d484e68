package health.kedja.access;

import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.FhirHttp;
import health.kedja.FhirHttp.Answer;
import health.kedja.GuardedServerExtension;
import health.kedja.history.Care;
import health.kedja.history.Records;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.JdbcTemplate;

/** What was stored without an owner is given to a region by {@code $assign-owner}. */
class AssignOwnerTest {

    private static final String OWNER = "https://kedja.health/fhir/CodeSystem/kedja-owner";

    @RegisterExtension
    static final GuardedServerExtension SERVER = new GuardedServerExtension();

    private final JdbcTemplate jdbc = new JdbcTemplate(SERVER.dataSource());
    private final FhirHttp wholeServer = SERVER.http(SERVER.systemToken());
    private final Care storing = new Care(wholeServer);
    private String north;
    private String south;

    @BeforeEach
    void two_regions() {
        Care tree = new Care(administrator());
        north = tree.organization(null);
        south = tree.organization(null);
    }

    private static FhirHttp administrator(String... organizations) {
        return SERVER.http(SERVER.token(Role.ADMINISTRATOR, List.of(organizations), "system/*.cruds", null, null));
    }

    private static FhirHttp system(String region) {
        return SERVER.http(SERVER.token(Role.INTEGRATION, List.of(region), "system/*.cruds", null, null));
    }

    /** As if they had been stored before access was controlled. */
    private void forgetOwners(String... names) {
        for (String name : names) {
            jdbc.update("""
                    with gone as (select res_id, fhir_id from hfj_resource where res_type || '/' || fhir_id = ?),
                    patient as (delete from kedja.patient_owner using gone where patient = fhir_id),
                    now as (delete from hfj_res_tag using gone where hfj_res_tag.res_id = gone.res_id)
                    delete from hfj_history_tag using gone where hfj_history_tag.res_id = gone.res_id
                    """, name);
        }
    }

    private static String of(String owner, String more) {
        return """
                {"resourceType": "Parameters", "parameter": [
                    {"name": "owner", "valueReference": {"reference": "Organization/%s"}}%s]}""".formatted(owner, more);
    }

    private static String about(String... patients) {
        return Stream.of(patients)
                .map(patient ->
                        ", {\"name\": \"patient\", \"valueReference\": {\"reference\": \"Patient/" + patient + "\"}}")
                .reduce("", String::concat);
    }

    private static String type(String type) {
        return ", {\"name\": \"_type\", \"valueCode\": \"" + type + "\"}";
    }

    private Map<String, Integer> assign(String owner, String more, String counted) {
        Parameters answer =
                wholeServer.post("$assign-owner", of(owner, more)).expect(200).as(Parameters.class);
        return counts(answer, counted);
    }

    private static Map<String, Integer> counts(Parameters answer, String counted) {
        Map<String, Integer> counts = new TreeMap<>();
        for (ParametersParameterComponent one : answer.getParameter()) {
            if (one.getName().equals(counted)) {
                counts.put(
                        one.getPart().get(0).getValue().primitiveValue(),
                        Integer.valueOf(one.getPart().get(1).getValue().primitiveValue()));
            }
        }
        return counts;
    }

    private static List<String> owners(FhirHttp http, String name) {
        return ((Resource) http.get(name).expect(200).as(Resource.class))
                .getMeta().getSecurity().stream()
                        .filter(label -> label.getSystem().equals(OWNER))
                        .map(label -> label.getCode())
                        .toList();
    }

    private static List<String> found(FhirHttp http, String search) {
        return http.get(search).expect(200).as(Bundle.class).getEntry().stream()
                .map(entry -> entry.getResource().getIdElement().toUnqualified().getValue())
                .toList();
    }

    @Test
    void what_was_nobodys_is_the_regions_and_seen_by_its_callers() {
        String patient = storing.patient();
        String fracture = storing.fracture(patient, "");
        FhirHttp system = system(north);
        system.get("Patient/" + patient).expect(404);
        assertThat(found(system, "Condition?patient=" + patient)).isEmpty();

        assertThat(assign(north, about(patient), "assigned")).isEqualTo(Map.of("Condition", 1, "Patient", 1));

        assertThat(owners(system, "Patient/" + patient)).containsExactly(north);
        assertThat(owners(system, "Condition/" + fracture)).containsExactly(north);
        assertThat(found(system, "Condition?patient=" + patient))
                .containsExactly("Condition/" + fracture + "/_history/1");
        assertThat(found(system, "Patient?_id=" + patient + "&_security=" + OWNER + "|" + north))
                .hasSize(1);
        system.get("Patient/" + patient + "/$fracture-chain").expect(200);
        system(south).get("Patient/" + patient).expect(404);
        system.put("Patient/" + patient, Records.patient(patient, "1941-01-01")).expect(200);
        assertThat(owners(system, "Patient/" + patient)).containsExactly(north);
    }

    @Test
    void older_versions_stay_nobodys_and_are_not_seen() {
        String patient = storing.patient();
        wholeServer
                .put("Patient/" + patient, Records.patient(patient, "1941-01-01"))
                .expect(200);
        assign(north, about(patient), "assigned");
        FhirHttp system = system(north);
        system.get("Patient/" + patient + "/_history/1").expect(404);
        system.get("Patient/" + patient + "/_history/2").expect(200);
        assertThat(found(system, "Patient/" + patient + "/_history"))
                .containsExactly("Patient/" + patient + "/_history/2");
        system.put("Patient/" + patient, Records.patient(patient, "1942-01-01")).expect(200);
        assertThat(found(system, "Patient/" + patient + "/_history"))
                .containsExactly("Patient/" + patient + "/_history/3", "Patient/" + patient + "/_history/2");
        wholeServer.get("Patient/" + patient + "/_history/1").expect(200);
    }

    @Test
    void a_second_call_finds_nothing_more_and_what_has_an_owner_keeps_it() {
        String patient = storing.patient();
        assign(north, about(patient), "assigned");
        assertThat(assign(north, about(patient), "assigned")).isEmpty();
        assertThat(assign(south, about(patient), "assigned")).isEmpty();
        assertThat(assign(south, about(patient), "left")).isEmpty();
        assertThat(owners(wholeServer, "Patient/" + patient)).containsExactly(north);
        assertThat(jdbc.queryForList("select region from kedja.patient_owner where patient = ?", String.class, patient))
                .containsExactly(north);
    }

    @Test
    void without_a_filter_everything_that_is_nobodys_is_given_but_definitions() {
        String patient = storing.patient();
        String practitioner = storing.practitioner();
        String set = administrator()
                .post("ValueSet", "{\"resourceType\": \"ValueSet\", \"status\": \"draft\"}")
                .expect(201)
                .id();
        assertThat(assign(north, "", "assigned"))
                .containsKeys("Patient", "Practitioner")
                .doesNotContainKey("ValueSet");
        assertThat(owners(system(north), "Practitioner/" + practitioner)).containsExactly(north);
        assertThat(owners(system(north), "Patient/" + patient)).containsExactly(north);
        assertThat(owners(system(north), "ValueSet/" + set)).isEmpty();
        assertThat(assign(north, "", "assigned")).isEmpty();
    }

    @Test
    void the_organizations_of_the_region_are_given_and_others_left_with_all_that_names_them() {
        String clinic = new Care(administrator()).organization(north);
        String hospital = new Care(administrator()).organization(north);
        Care open = new Care(system(north), north + ".");
        String patient = open.patient();
        String here = open.contact(patient, clinic, "2024-01-01", "2024-01-02");
        String there = open.contact(patient, hospital, "2024-01-01", "2024-01-02");
        String fracture = open.fracture(patient, ", \"encounter\": {\"reference\": \"Encounter/" + there + "\"}");
        // Nothing refused that before access was controlled.
        forgetOwners("Organization/" + hospital);
        new Care(administrator())
                .put(
                        "Organization",
                        hospital,
                        "\"name\": \"any\", \"partOf\": {\"reference\": \"Organization/" + south + "\"}");
        String[] names = {
            "Organization/" + north, "Organization/" + clinic, "Organization/" + south, "Organization/" + hospital,
            "Patient/" + patient, "Encounter/" + here, "Encounter/" + there, "Condition/" + fracture
        };
        forgetOwners(names);
        system(north).get("Encounter/" + here).expect(404);

        Parameters answer =
                wholeServer.post("$assign-owner", of(north, "")).expect(200).as(Parameters.class);

        assertThat(counts(answer, "assigned").get("Organization")).isGreaterThanOrEqualTo(2);
        assertThat(counts(answer, "left").get("Encounter")).isGreaterThanOrEqualTo(1);
        assertThat(Stream.of(names).filter(name -> owners(wholeServer, name).contains(north)))
                .containsExactlyInAnyOrder(
                        "Organization/" + north, "Organization/" + clinic, "Patient/" + patient, "Encounter/" + here);
        assertThat(Stream.of(names).filter(name -> owners(wholeServer, name).isEmpty()))
                .containsExactlyInAnyOrder(
                        "Organization/" + south,
                        "Organization/" + hospital,
                        "Encounter/" + there,
                        "Condition/" + fracture);
        assign(south, "", "assigned");
        assertThat(owners(wholeServer, "Organization/" + hospital)).containsExactly(south);
        // Of the north by its patient, of the south by its hospital.
        assertThat(owners(wholeServer, "Encounter/" + there)).isEmpty();
    }

    @Test
    void what_is_about_two_patients_or_names_what_stays_nobodys_is_left_for_later() {
        String one = storing.patient();
        String other = storing.patient();
        String fracture = storing.fracture(one, "");
        String group = storing.put("Group", """
                "type": "person", "actual": true, "member": [{"entity": {"reference": "Patient/%s"}},
                    {"entity": {"reference": "Patient/%s"}}]""".formatted(one, other));
        assertThat(assign(north, about(one) + type("Condition"), "left")).isEqualTo(Map.of("Condition", 1));
        assertThat(assign(north, about(one), "assigned")).isEqualTo(Map.of("Condition", 1, "Patient", 1));
        assertThat(owners(wholeServer, "Condition/" + fracture)).containsExactly(north);
        assertThat(owners(wholeServer, "Group/" + group)).isEmpty();
        assertThat(owners(wholeServer, "Patient/" + other)).isEmpty();
        assertThat(assign(south, about(one, other), "left")).isEqualTo(Map.of("Group", 1));
        assertThat(owners(wholeServer, "Patient/" + other)).containsExactly(south);
    }

    @Test
    void more_than_one_transaction_holds_is_labelled_by_several() {
        String patient = storing.patient();
        List<String> entries = new ArrayList<>();
        for (int i = 0; i < 1005; i++) {
            entries.add("POST AllergyIntolerance");
            entries.add("{\"resourceType\": \"AllergyIntolerance\", \"patient\": {\"reference\": \"Patient/" + patient
                    + "\"}}");
        }
        wholeServer
                .post("", Records.bundle("transaction", entries.toArray(String[]::new)))
                .expect(200);
        long before = jdbc.queryForObject("select txid_current()", Long.class);
        assertThat(assign(north, about(patient), "assigned"))
                .isEqualTo(Map.of("AllergyIntolerance", 1005, "Patient", 1));
        assertThat(jdbc.queryForObject("""
                        select count(distinct tag.xmin::text) from hfj_history_tag tag join hfj_tag_def label using (tag_id)
                        where label.tag_system = ? and label.tag_code = ?
                            and tag.res_type in ('AllergyIntolerance', 'Patient') and tag.xmin::text::bigint > ?
                        """, Integer.class, OWNER, north, before))
                .isEqualTo(2);
    }

    @Test
    void it_is_for_callers_of_the_whole_server() {
        for (FhirHttp http : List.of(
                administrator(north),
                system(north),
                SERVER.http(SERVER.token(Role.COORDINATOR, List.of(north), "user/*.cruds", null, null)),
                SERVER.http(SERVER.token(Role.CLINICIAN, List.of(), "user/*.cruds", "Practitioner/any", null)))) {
            http.post("$assign-owner", of(north, about("none"))).expect(403);
        }
        administrator().post("$assign-owner", of(north, about("none"))).expect(200);
    }

    @Test
    void what_is_not_understood_assigns_nothing() {
        String unit = new Care(administrator()).organization(north);
        String patient = storing.patient();
        String only = about(patient);
        for (Answer answer : List.of(
                wholeServer.post("$assign-owner", "{\"resourceType\": \"Parameters\"}"),
                wholeServer.post("$assign-owner", of(unit, only)),
                wholeServer.post("$assign-owner", of("none", only)),
                wholeServer.post("$assign-owner", of("../" + north, only)),
                wholeServer.post("$assign-owner", of(north, only + type("ValueSet"))),
                wholeServer.post("$assign-owner", of(north, only + type("AuditEvent"))),
                wholeServer.post("$assign-owner", of(north, only + ", {\"name\": \"dryRun\", \"valueBoolean\": true}")),
                wholeServer.post("$assign-owner?_type=Patient", of(north, only)))) {
            assertThat(answer.expect(400).diagnostics()).startsWith("Parameter '");
        }
        assertThat(owners(wholeServer, "Patient/" + patient)).isEmpty();
    }

    @Test
    void two_at_a_time_are_refused() throws SQLException {
        try (Connection other = SERVER.dataSource().getConnection();
                Statement statement = other.createStatement()) {
            statement.execute("select pg_advisory_lock(x'6b65646a61'::bigint)");
            assertThat(wholeServer
                            .post("$assign-owner", of(north, about("none")))
                            .expect(409)
                            .diagnostics())
                    .contains("another request");
            statement.execute("select pg_advisory_unlock(x'6b65646a61'::bigint)");
        }
        wholeServer.post("$assign-owner", of(north, about("none"))).expect(200);
    }

    @Test
    void it_is_recorded_in_the_audit_trail() {
        String request = Records.newId("request");
        wholeServer
                .post("$assign-owner", of(north, about("none")), "X-Request-ID", request)
                .expect(200);
        assertThat(jdbc.queryForList(
                        "select interaction || ' ' || query from kedja_audit.access where request = ?",
                        String.class,
                        request))
                .containsExactly("operation $assign-owner?owner=Organization%2F" + north + "&patient=Patient%2Fnone");
    }

    @Test
    void it_is_stated_with_its_definition() {
        assertThat(SERVER.http().get("metadata").expect(200).body()).contains("OperationDefinition/assign-owner");
        assertThat(Set.of(200))
                .contains(wholeServer.get("OperationDefinition/assign-owner").status());
    }
}
