package health.kedja.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.indicator.Cell;
import health.kedja.indicator.Stratifier;
import health.kedja.indicator.statistics.Method;
import health.kedja.indicator.statistics.TargetStanding;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hl7.fhir.r4.model.CodeSystem;
import org.junit.jupiter.api.Test;

/** The published codes of reports are the tokens that reports use. */
class ReportCodesTest {

    private static final Map<String, Enum<?>[]> TOKENS = Map.of(
            "kedja-stratifier", Stratifier.values(),
            "kedja-interval-method", Method.values(),
            "kedja-cell-standing", Cell.Standing.values(),
            "kedja-target-standing", TargetStanding.values());

    @Test
    void every_token_is_published_and_no_other() {
        TOKENS.forEach((id, values) -> {
            String json = Published.read(Path.of("terminology/CodeSystem-" + id + ".json"));
            CodeSystem system = Published.R4.newJsonParser().parseResource(CodeSystem.class, json);
            List<String> tokens = Arrays.stream(values)
                    .map(value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .toList();
            assertThat(system.getConcept())
                    .extracting(CodeSystem.ConceptDefinitionComponent::getCode)
                    .containsExactlyElementsOf(tokens);
        });
    }
}
