package health.kedja.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.indicator.Cell;
import health.kedja.indicator.Coverage;
import health.kedja.indicator.Stratifier;
import health.kedja.indicator.comparison.Comparison;
import health.kedja.indicator.comparison.Series;
import health.kedja.indicator.statistics.Funnel;
import health.kedja.indicator.statistics.LevelBand;
import health.kedja.indicator.statistics.Method;
import health.kedja.indicator.statistics.RunChart;
import health.kedja.indicator.statistics.TargetStanding;
import health.kedja.indicator.statistics.Trend;
import health.kedja.server.IndicatorFiles;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.hl7.fhir.r4.model.CodeSystem;
import org.junit.jupiter.api.Test;

/** The published codes of reports are the tokens that reports use. */
class ReportCodesTest {

    private static final Map<String, Enum<?>[]> TOKENS = Map.ofEntries(
            Map.entry("kedja-stratifier", Stratifier.values()),
            Map.entry("kedja-interval-method", Method.values()),
            Map.entry("kedja-cell-standing", Cell.Standing.values()),
            Map.entry("kedja-target-standing", TargetStanding.values()),
            Map.entry("kedja-level-band", LevelBand.values()),
            Map.entry("kedja-comparison-basis", Comparison.Basis.values()),
            Map.entry("kedja-funnel-position", Funnel.Position.values()),
            Map.entry("kedja-trend-test", Trend.Test.values()),
            Map.entry("kedja-trend-change", Series.Change.values()),
            Map.entry("kedja-run-chart-rule", RunChart.Rule.values()),
            Map.entry("kedja-coverage-standing", Coverage.Standing.values()));

    @Test
    void every_token_is_published_and_no_other() {
        TOKENS.forEach((id, values) -> {
            List<String> tokens = Arrays.stream(values)
                    .map(value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .toList();
            assertThat(concepts(id))
                    .extracting(CodeSystem.ConceptDefinitionComponent::getCode)
                    .containsExactlyElementsOf(tokens);
        });
    }

    @Test
    void every_field_whose_completeness_is_told_is_published_in_its_words() {
        Map<String, String> words = new TreeMap<>();
        IndicatorFiles.loadCompleteness()
                .forEach(definition -> definition
                        .fields()
                        .forEach(field -> words.put(field.code(), field.words().en())));

        assertThat(concepts("kedja-record-field"))
                .extracting(concept -> Map.entry(concept.getCode(), concept.getDisplay()))
                .containsExactlyInAnyOrderElementsOf(words.entrySet());
    }

    private static List<CodeSystem.ConceptDefinitionComponent> concepts(String id) {
        String json = Published.read(Path.of("terminology/CodeSystem-" + id + ".json"));
        return Published.R4
                .newJsonParser()
                .parseResource(CodeSystem.class, json)
                .getConcept();
    }
}
