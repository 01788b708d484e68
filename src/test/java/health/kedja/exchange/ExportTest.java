package health.kedja.exchange;

import static health.kedja.history.Records.hipFracture;
import static health.kedja.history.Records.newId;
import static health.kedja.history.Records.patient;
import static health.kedja.history.Records.wristFracture;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import health.kedja.Exported;
import health.kedja.FhirHttp;
import health.kedja.KedjaServerExtension;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceOperationComponent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.JdbcTemplate;

/** Bulk export of a server that asks nobody who they are. */
class ExportTest {

    @RegisterExtension
    static final KedjaServerExtension SERVER = new KedjaServerExtension();

    private final FhirHttp http = new FhirHttp(SERVER.fhirBase());
    private final JdbcTemplate database = new JdbcTemplate(SERVER.dataSource());
    private final String anna = newId("anna");
    private final String bo = newId("bo");

    @BeforeEach
    void two_patients() {
        http.put("Patient/" + anna, patient(anna, "1940-01-01")).expect(201);
        http.put("Condition/" + anna, hipFracture(anna, anna, "2024-03-01")).expect(201);
        http.put("Patient/" + bo, patient(bo, "1950-01-01")).expect(201);
        http.put("Condition/" + bo, wristFracture(bo, bo, "2024-03-01")).expect(201);
    }

    /** Here everybody is the same caller, and keeps no more than a caller may. */
    @AfterEach
    void forget() {
        database.update("update kedja.export set expires = '-infinity'");
    }

    private String group(String... members) {
        String id = newId("group");
        List<String> member = new ArrayList<>();
        for (String patient : members) {
            member.add("{\"entity\": {\"reference\": \"Patient/" + patient + "\"}}");
        }
        http.put(
                        "Group/" + id,
                        "{\"resourceType\": \"Group\", \"id\": \"" + id + "\", \"type\": \"person\", \"actual\": true,"
                                + " \"member\": [" + String.join(",", member) + "]}")
                .expect(201);
        return id;
    }

    private Exported export(String path) {
        return Exported.get(http, path);
    }

    @Test
    void an_export_holds_what_a_search_finds_and_as_it_finds_it() {
        Exported export = export("Patient/$export?_type=Patient,Condition");
        assertThat(export.types()).containsExactly("Condition", "Patient");
        for (String name : List.of("Patient/" + anna, "Condition/" + anna, "Patient/" + bo)) {
            String type = name.split("/")[0];
            JsonNode found = Exported.read(http.get(type + "?_id=" + name.split("/")[1])
                            .expect(200)
                            .body())
                    .at("/entry/0/resource");
            List<JsonNode> lines = export.lines(type).stream()
                    .map(Exported::read)
                    .filter(line -> line.get("id").asText().equals(name.split("/")[1]))
                    .toList();
            assertThat(lines).containsExactly(found);
        }
        int all = http.get("Condition?_summary=count").as(Bundle.class).getTotal();
        assertThat(export.lines("Condition")).hasSizeBetween(2, all);
    }

    @Test
    void the_manifest_says_what_the_specification_asks_for() {
        Instant before = Instant.now().minusSeconds(1);
        Exported export = export("$export?_type=Patient");
        JsonNode manifest = export.manifest();
        assertThat(export.transactionTime()).isBetween(before, Instant.now());
        assertThat(manifest.get("request").asText()).isEqualTo(SERVER.fhirBase() + "/$export?_type=Patient");
        assertThat(manifest.get("requiresAccessToken").asBoolean()).isFalse();
        assertThat(manifest.get("error")).isEmpty();
        assertThat(manifest.get("deleted")).isEmpty();
        assertThat(manifest.get("output")).hasSize(1);
        assertThat(manifest.at("/output/0/count").asInt())
                .isEqualTo(export.lines("Patient").size());
        assertThat(http.get(export.status()).header("Expires")).endsWith("GMT");
    }

    @Test
    void the_whole_system_is_more_than_its_patients() {
        http.put(
                        "Organization/" + anna,
                        "{\"resourceType\": \"Organization\", \"id\": \"" + anna + "\", \"name\": \"a\"}")
                .expect(201);
        Exported all = export("$export");
        assertThat(all.types()).contains("Patient", "Condition", "Organization", "Measure", "ValueSet");
        assertThat(all.ids("Organization")).contains(anna);
        assertThat(export("Patient/$export").types())
                .contains("Patient", "Condition")
                .doesNotContain("Organization", "Measure", "Group");
    }

    @Test
    void what_was_changed_since_is_exported_and_what_was_deleted_is_told() {
        Instant since = export("Patient/$export?_type=Condition").transactionTime();
        http.put("Condition/" + anna, hipFracture(anna, anna, "2024-04-04")).expect(200);
        http.delete("Condition/" + bo).expect(200);
        Exported changed = export("Patient/$export?_type=Patient,Condition&_since=" + since);
        assertThat(changed.ids("Condition")).contains(anna).doesNotContain(bo);
        assertThat(changed.ids("Patient")).doesNotContain(anna, bo);
        assertThat(changed.deleted()).contains("Condition/" + bo).doesNotContain("Condition/" + anna);
        Exported later = export("Patient/$export?_type=Condition&_since=" + changed.transactionTime());
        assertThat(later.ids("Condition")).doesNotContain(anna);
        assertThat(later.deleted()).doesNotContain("Condition/" + bo);
    }

    @Test
    void an_instant_with_an_offset_is_understood_in_an_address() {
        Exported export = export("Patient/$export?_type=Patient&_since=2020-01-01T00:00:00+02:00");
        assertThat(export.ids("Patient")).contains(anna);
    }

    @Test
    void a_group_is_its_members_and_each_resource_comes_once() {
        http.put(
                        "Patient/" + bo,
                        patient(bo, "1950-01-01")
                                .replaceFirst(
                                        "\\}$",
                                        ", \"link\": [{\"type\": \"seealso\", \"other\": {\"reference\": \"Patient/"
                                                + anna + "\"}}]}"))
                .expect(200);
        Exported ofAnna = export("Group/" + group(anna) + "/$export");
        assertThat(ofAnna.ids("Patient")).containsExactly(anna);
        assertThat(ofAnna.ids("Condition")).containsExactly(anna);
        Exported both = export("Group/" + group(anna, bo) + "/$export?_type=Patient,Condition");
        assertThat(both.ids("Patient")).containsExactlyInAnyOrder(anna, bo);
        assertThat(both.ids("Condition")).containsExactlyInAnyOrder(anna, bo);
        http.get("Group/" + newId("none") + "/$export", "Prefer", "respond-async")
                .expect(404);
    }

    @Test
    void many_members_are_exported_page_by_page() {
        List<String> members = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String id = newId("member");
            http.put("Patient/" + id, patient(id, "1940-01-01")).expect(201);
            members.add(id);
        }
        Exported export = export("Group/" + group(members.toArray(String[]::new)) + "/$export?_type=Patient");
        assertThat(export.ids("Patient")).containsExactlyInAnyOrderElementsOf(members);
    }

    @Test
    void patients_are_named_in_a_post() {
        Exported export = Exported.post(
                http,
                "Patient/$export",
                Exported.patient(anna),
                "{\"name\": \"_type\", \"valueString\": \"Condition,Patient\"}",
                "{\"name\": \"_outputFormat\", \"valueString\": \"application/fhir+ndjson\"}");
        assertThat(export.ids("Patient")).containsExactly(anna);
        assertThat(export.ids("Condition")).containsExactly(anna);
        String group = group(anna);
        assertThat(Exported.post(http, "Group/" + group + "/$export", Exported.patient(anna))
                        .ids("Patient"))
                .containsExactly(anna);
        assertThat(post("Group/" + group + "/$export", Exported.patient(bo))
                        .expect(400)
                        .diagnostics())
                .contains("no member");
        post("Patient/$export", Exported.patient(newId("none"))).expect(404);
        assertThat(post("$export", Exported.patient(anna)).expect(400).diagnostics())
                .contains("whole system");
    }

    private FhirHttp.Answer post(String path, String... parameters) {
        return http.post(path, Exported.parameters(parameters), "Prefer", "respond-async");
    }

    @Test
    void a_filter_leaves_out_what_does_not_match_any_search_of_its_type() {
        String filter = "_typeFilter=Condition%3Fonset-date%3D2024-03-01%26subject%3DPatient%2F" + anna;
        Exported export = export("Patient/$export?_type=Patient,Condition&" + filter);
        assertThat(export.ids("Condition")).containsExactly(anna);
        assertThat(export.ids("Patient")).contains(anna, bo);
        String other = ",Condition%3Fsubject%3DPatient%2F" + bo;
        assertThat(export("Patient/$export?_type=Condition&" + filter + other).ids("Condition"))
                .containsExactlyInAnyOrder(anna, bo);
    }

    @Test
    void a_file_can_be_fetched_compressed() throws IOException, InterruptedException {
        Exported export = export("$export?_type=Measure");
        HttpResponse<InputStream> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(export.urls("Measure").get(0)))
                                .header("Accept-Encoding", "gzip")
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
        try (InputStream plain = new GZIPInputStream(answer.body())) {
            assertThat(new String(plain.readAllBytes(), StandardCharsets.UTF_8).lines())
                    .containsExactlyElementsOf(export.lines("Measure"));
        }
    }

    @Test
    void what_is_given_up_is_gone_with_its_files() throws InterruptedException {
        Exported export = export("Patient/$export?_type=Patient");
        String file = export.urls("Patient").get(0);
        http.delete(export.status()).expect(202);
        http.get(export.status()).expect(404);
        http.get(file).expect(404);
        http.delete(export.status()).expect(404);
        assertRemoved(id(export.status()));
    }

    @Test
    void an_export_under_way_can_be_given_up() throws InterruptedException {
        String status = Exported.kickedOff(http.get("$export", "Prefer", "respond-async"));
        http.delete(status).expect(202);
        http.get(status).expect(404);
        assertRemoved(id(status));
    }

    @Test
    void what_has_expired_is_gone_with_its_files() throws InterruptedException {
        Exported export = export("Patient/$export?_type=Patient");
        UUID id = id(export.status());
        database.update("update kedja.export set expires = clock_timestamp() where id = ?", id);
        http.get(export.status()).expect(404);
        http.get(export.urls("Patient").get(0)).expect(404);
        assertRemoved(id);
    }

    private static UUID id(String status) {
        return UUID.fromString(status.substring(status.indexOf('=') + 1));
    }

    private void assertRemoved(UUID id) throws InterruptedException {
        for (int i = 0; i < 300 && rows(id) > 0; i++) {
            Thread.sleep(100);
        }
        assertThat(rows(id)).isZero();
    }

    private int rows(UUID id) {
        return database.queryForObject("""
                select (select count(*) from kedja.export where id = ?)
                    + (select count(*) from kedja.export_file where export = ?)
                    + (select count(*) from kedja.export_part where export = ?)
                    + (select count(*) from kedja.export_patient where export = ?)
                    + (select count(*) from kedja.export_to_make where id = ?)
                """, Integer.class, id, id, id, id, id);
    }

    @Test
    void it_is_stated_as_what_it_is() {
        CapabilityStatement statement = http.get("metadata").expect(200).as(CapabilityStatement.class);
        assertThat(statement.getInstantiates())
                .extracting(canonical -> canonical.getValue())
                .containsExactly("http://hl7.org/fhir/uv/bulkdata/CapabilityStatement/bulk-data");
        assertThat(definition(statement.getRestFirstRep().getOperation()))
                .isEqualTo("http://hl7.org/fhir/uv/bulkdata/OperationDefinition/export");
        statement.getRestFirstRep().getResource().forEach(type -> {
            switch (type.getType()) {
                case "Patient" ->
                    assertThat(definition(type.getOperation()))
                            .isEqualTo("http://hl7.org/fhir/uv/bulkdata/OperationDefinition/patient-export");
                case "Group" ->
                    assertThat(definition(type.getOperation()))
                            .isEqualTo("http://hl7.org/fhir/uv/bulkdata/OperationDefinition/group-export");
                default -> assertThat(definition(type.getOperation())).isNull();
            }
        });
    }

    private static String definition(List<CapabilityStatementRestResourceOperationComponent> operations) {
        return operations.stream()
                .filter(operation -> operation.getName().equals("export"))
                .map(CapabilityStatementRestResourceOperationComponent::getDefinition)
                .findFirst()
                .orElse(null);
    }
}
