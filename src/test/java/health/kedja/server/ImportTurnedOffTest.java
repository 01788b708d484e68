package health.kedja.server;

import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.FhirHttp;
import health.kedja.GuardedServerExtension;
import java.util.List;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceOperationComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Without a source to import from, nothing is imported. */
class ImportTurnedOffTest {

    /** Its settings name none. */
    @RegisterExtension
    static final GuardedServerExtension SERVER = new GuardedServerExtension();

    private static final String BODY = """
            {"resourceType": "Parameters", "parameter": [
                {"name": "inputFormat", "valueCode": "application/fhir+ndjson"},
                {"name": "input", "part": [{"name": "type", "valueCode": "Patient"},
                    {"name": "url", "valueUri": "http://127.0.0.1:9/any"}]}]}""";

    @Test
    void an_import_is_refused_with_the_setting_that_turns_it_on() {
        FhirHttp system = SERVER.http(SERVER.systemToken());
        for (String body : List.of(BODY, "{\"resourceType\": \"Parameters\"}")) {
            assertThat(system.post("$import", body, "Prefer", "respond-async")
                            .expect(403)
                            .diagnostics())
                    .contains("kedja.import.sources");
        }
    }

    @Test
    void whoever_may_not_import_is_told_that_and_not_the_setting() {
        FhirHttp coordinator = SERVER.http(SERVER.token(
                health.kedja.access.Role.COORDINATOR, List.of("any"), "user/*.cruds", "Practitioner/any", null));
        assertThat(coordinator
                        .post("$import", BODY, "Prefer", "respond-async")
                        .expect(403)
                        .diagnostics())
                .contains("role")
                .doesNotContain("kedja.import.sources");
    }

    @Test
    void the_operation_is_not_stated() {
        assertThat(SERVER.http()
                        .get("metadata")
                        .expect(200)
                        .as(CapabilityStatement.class)
                        .getRestFirstRep()
                        .getOperation())
                .extracting(CapabilityStatementRestResourceOperationComponent::getName)
                .contains("expunge")
                .doesNotContain("import");
    }
}
