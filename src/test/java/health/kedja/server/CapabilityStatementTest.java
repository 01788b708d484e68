package health.kedja.server;

import static health.kedja.history.Records.hipFracture;
import static health.kedja.history.Records.newId;
import static health.kedja.history.Records.patient;
import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.FhirHttp;
import health.kedja.KedjaServerExtension;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceOperationComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceSearchParamComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@link ResourceTypesTest} and its neighbours show that the stated interactions work. */
class CapabilityStatementTest {

    private static final List<String> INTERACTIONS = List.of(
            "create", "delete", "history-instance", "history-type", "patch", "read", "search-type", "update", "vread");
    private static final Set<String> ON_EVERY_TYPE = Set.of("expunge", "meta", "meta-add", "meta-delete", "validate");

    @RegisterExtension
    static final KedjaServerExtension SERVER = new KedjaServerExtension();

    private final FhirHttp http = new FhirHttp(SERVER.fhirBase());

    private CapabilityStatementRestComponent stated() {
        return http.get("metadata").expect(200).as(CapabilityStatement.class).getRestFirstRep();
    }

    private static Set<String> names(List<CapabilityStatementRestResourceOperationComponent> operations) {
        Set<String> names = new TreeSet<>();
        operations.forEach(operation -> names.add(operation.getName()));
        return names;
    }

    @Test
    void it_says_what_this_server_is() {
        CapabilityStatement statement = http.get("metadata").expect(200).as(CapabilityStatement.class);
        assertThat(statement.getSoftware().getName()).isEqualTo("Kedja");
        assertThat(statement.getSoftware().getVersion()).isEqualTo("0.1.0");
        assertThat(statement.getPublisher()).isEqualTo("Kedja");
        assertThat(statement.getFhirVersion().toCode()).isEqualTo("4.0.1");
    }

    @Test
    void it_states_the_stored_types_and_no_other() {
        assertThat(stated().getResource())
                .extracting(CapabilityStatementRestResourceComponent::getType)
                .containsExactlyInAnyOrderElementsOf(MinimalResources.about("").keySet());
    }

    @Test
    void it_states_every_interaction_of_every_type() {
        for (CapabilityStatementRestResourceComponent type : stated().getResource()) {
            assertThat(type.getInteraction())
                    .as(type.getType())
                    .extracting(interaction -> interaction.getCode().toCode())
                    .containsExactlyInAnyOrderElementsOf(INTERACTIONS);
            assertThat(type.getConditionalCreate()).isTrue();
            assertThat(type.getConditionalUpdate()).isTrue();
            assertThat(type.getConditionalDelete().toCode()).isEqualTo("multiple");
        }
        assertThat(stated().getInteraction())
                .extracting(interaction -> interaction.getCode().toCode())
                .containsExactlyInAnyOrder("transaction", "batch", "history-system");
        http.get("_history?_count=1").expect(200);
    }

    @Test
    void it_states_the_operations_that_are_offered() {
        assertThat(names(stated().getOperation()))
                .contains("fracture-chain", "import", "import-poll-status", "expunge", "get-resource-counts", "meta");
        for (CapabilityStatementRestResourceComponent type : stated().getResource()) {
            Set<String> further = names(type.getOperation());
            assertThat(further).as(type.getType()).containsAll(ON_EVERY_TYPE);
            further.removeAll(ON_EVERY_TYPE);
            further.removeAll(offered(type.getType()));
            assertThat(further).as(type.getType()).isEmpty();
        }
    }

    /** Beyond those on every type. */
    private static Set<String> offered(String type) {
        return switch (type) {
            case "Patient" -> Set.of("everything", "export", "fracture-chain", "next-actions");
            case "Group" -> Set.of("export");
            case "Observation" -> Set.of("harmonise-bmd");
            case "Encounter" -> Set.of("everything");
            case "CodeSystem" -> Set.of("lookup", "validate-code");
            case "ValueSet" -> Set.of("expand", "validate-code");
            case "ConceptMap" -> Set.of("translate");
            case "Measure" ->
                Set.of("evaluate-measure", "evaluate-measure-status", "care-gaps", "collect-data", "submit-data");
            case "StructureDefinition" -> Set.of("snapshot");
            default -> Set.of();
        };
    }

    @Test
    void every_stated_operation_of_the_server_leads_to_a_definition_and_to_an_answer() {
        for (CapabilityStatementRestResourceOperationComponent operation : stated().getOperation()) {
            String definition = operation.getDefinition();
            String id = definition.substring(definition.lastIndexOf('/') + 1);
            if (operation.getName().equals("export")) {
                // Published by HL7, and not here.
                assertThat(definition).startsWith("http://hl7.org/fhir/uv/bulkdata/");
            } else {
                http.get("OperationDefinition/" + id).expect(200);
            }
            if (operation.getName().equals("import-poll-status")) {
                assertThat(http.get("$import-poll-status").expect(400).diagnostics())
                        .contains("_jobId");
                assertThat(http.get("$import-poll-status?_jobId=nosuch")
                                .expect(404)
                                .diagnostics())
                        .contains("nosuch");
                continue;
            }
            FhirHttp.Answer answer = http.get("$" + operation.getName());
            if (answer.status() == 405) {
                answer = http.post("$" + operation.getName(), "{\"resourceType\": \"Parameters\"}");
            }
            assertThat(answer.status()).as(operation.getName()).isNotIn(404, 405, 501);
            assertThat(answer.status())
                    .as("%s: %s", operation.getName(), answer.body())
                    .isLessThan(500);
            assertThat(answer.body()).doesNotContain("does not know how to handle");
        }
    }

    @Test
    void every_stated_operation_of_a_type_answers() {
        String id = newId("p");
        http.put("Patient/" + id, patient(id, "1940-01-01")).expect(201);
        for (CapabilityStatementRestResourceComponent type : stated().getResource()) {
            for (String operation : ON_EVERY_TYPE) {
                String body = operation.equals("validate")
                        ? MinimalResources.json(
                                type.getType(), null, MinimalResources.about(id).get(type.getType()), "sv")
                        : "{\"resourceType\": \"Parameters\"}";
                String path = operation.startsWith("meta-") ? type.getType() + "/nosuch/$" : type.getType() + "/$";
                FhirHttp.Answer answer =
                        operation.equals("meta") ? http.get(path + operation) : http.post(path + operation, body);
                assertThat(answer.body()).doesNotContain("does not know how to handle");
                assertThat(answer.status())
                        .as("%s: %s", path + operation, answer.body())
                        .isLessThan(500);
            }
        }
    }

    @Test
    void every_stated_search_parameter_is_understood() {
        for (CapabilityStatementRestResourceComponent type : stated().getResource()) {
            for (CapabilityStatementRestResourceSearchParamComponent parameter : type.getSearchParam()) {
                if (parameter.getName().equals("_has")) {
                    continue;
                }
                String search = type.getType() + "?_count=1&" + parameter.getName() + "="
                        + value(parameter.getType().toCode());
                int status = http.get(search).status();
                assertThat(status)
                        .as(search)
                        .isIn(200, parameter.getType().toCode().equals("composite") ? 400 : 200);
            }
        }
    }

    private static String value(String type) {
        return switch (type) {
            case "date" -> "2024-01-01";
            case "number", "quantity" -> "1";
            case "reference" -> "Patient/1";
            case "special" -> "55.6|13.0|10|km";
            case "composite" -> "x$1";
            default -> "x";
        };
    }

    @Test
    void includes_that_are_stated_are_understood() {
        for (CapabilityStatementRestResourceComponent type : stated().getResource()) {
            for (var include : type.getSearchInclude()) {
                http.get(type.getType() + "?_count=1&_include="
                                + include.getValue().replace("*", "%2A"))
                        .expect(200);
            }
        }
    }

    @Test
    void what_is_not_stated_is_refused() {
        for (String type : List.of("Medication", "Binary", "Subscription", "Foo")) {
            assertThat(http.get(type).expect(404).diagnostics()).contains(type);
            http.get(type + "/1").expect(404);
            http.post(type, "{\"resourceType\": \"" + type + "\"}").expect(404, 400);
        }
        for (String operation : List.of(
                "$graphql?query=x",
                "$partition-management-create-partition",
                "$hapi.fhir.replace-references",
                "Patient/$hapi.fhir.merge",
                "Patient/$merge",
                "Patient/$match",
                "Observation/$lastn?max=1",
                "CodeSystem/$subsumes?system=a&codeA=b&codeB=c",
                "ImplementationGuide/$install",
                "Patient/$nosuch",
                "Patient?_filter=x",
                "Patient?_text=x",
                "Patient?_content=x",
                "Patient?_list=x")) {
            assertThat(http.get(operation).expect(400, 404).diagnostics())
                    .as(operation)
                    .isNotBlank();
        }
    }

    @Test
    void the_terminology_that_is_stated_answers_from_kedjas_own() {
        String activity = "https://kedja.health/fhir/CodeSystem/kedja-activity";
        assertThat(http.get("CodeSystem/$lookup?system=" + activity + "&code=training")
                        .expect(200)
                        .body())
                .contains("Balance and strength training");
        http.get("CodeSystem/$lookup?system=" + activity + "&code=nosuch").expect(404);
        assertThat(http.get("CodeSystem/$validate-code?url=" + activity + "&code=training")
                        .expect(200)
                        .body())
                .contains("\"valueBoolean\":true");
        assertThat(http.get("ConceptMap/$translate?url=https://kedja.health/fhir/ConceptMap/kedja-code-to-event"
                                + "&system=urn:oid:1.2.752.116.1.3.2.1.4&code=NFJ79")
                        .expect(200)
                        .body())
                .contains("hip-fracture-surgery");
        assertThat(http.get("StructureDefinition/kedja-patient/$snapshot")
                        .expect(200)
                        .body())
                .contains("\"snapshot\"");
    }

    @Test
    void meta_tags_are_added_and_removed_and_leave_the_rest() {
        String id = newId("p");
        http.put("Patient/" + id, patient(id, "1940-01-01")).expect(201);
        String tag = """
                {"resourceType": "Parameters", "parameter": [{"name": "meta", "valueMeta": {
                    "tag": [{"system": "urn:example:tag", "code": "seen"}]}}]}""";
        http.post("Patient/" + id + "/$meta-add", tag).expect(200);
        assertThat(http.get("Patient?_id=" + id + "&_tag=urn:example:tag|seen")
                        .as(Bundle.class)
                        .getEntry())
                .hasSize(1);
        http.post("Patient/" + id + "/$meta-delete", tag).expect(200);
        assertThat(http.get("Patient?_id=" + id + "&_tag=urn:example:tag|seen")
                        .as(Bundle.class)
                        .getEntry())
                .isEmpty();
        assertThat(http.get("Patient/" + id).body()).contains("1940-01-01");
    }

    @Test
    void validate_names_what_is_wrong_and_stores_nothing() {
        String id = newId("c");
        String before = http.get("Condition?_summary=count").body().replaceAll(".*\"total\":", "");
        assertThat(http.post(
                                "Condition/$validate",
                                "{\"resourceType\": \"Condition\", \"onsetDateTime\": \"2024-01-01\"}")
                        .expect(200, 400, 412, 422)
                        .diagnostics())
                .contains("Condition.subject");
        http.post("Condition/$validate", hipFracture(id, "any", "2024-01-01")).expect(200);
        http.get("Condition/" + id).expect(404);
        assertThat(http.get("Condition?_summary=count").body().replaceAll(".*\"total\":", ""))
                .isEqualTo(before);
    }
}
