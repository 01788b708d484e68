package health.kedja.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.fhir.CompletenessMeasure;
import health.kedja.fhir.IndicatorMeasure;
import health.kedja.indicator.Indicator;
import health.kedja.indicator.Indicators;
import health.kedja.indicator.Stratifier;
import health.kedja.indicator.completeness.Completeness;
import health.kedja.indicator.definition.Improvement;
import health.kedja.indicator.definition.Scoring;
import health.kedja.pathway.Certainty;
import health.kedja.server.IndicatorFiles;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.Measure.MeasureGroupPopulationComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every indicator as a Measure: valid R4, and with what the universal-realm CQM profiles (2.0.0) ask for. */
class MeasuresTest {

    private static final String CQM = "http://hl7.org/fhir/uv/cqm/StructureDefinition/";
    private static final String LINK = "http://hl7.org/fhir/5.0/StructureDefinition/extension-Measure.";
    private static final Indicators ALL = IndicatorFiles.load();

    /** Populations that a profile allows, and how many of them: cqm-proportionmeasure and its sisters. */
    private static final Map<String, List<String>> REQUIRED = Map.of(
            "proportion", List.of("initial-population", "denominator", "numerator"),
            "ratio", List.of("initial-population", "denominator", "numerator", "measure-observation"),
            "continuous-variable", List.of("initial-population", "measure-population", "measure-observation"),
            "cohort", List.of("initial-population"));

    private static final Map<String, Integer> MOST =
            Map.of("proportion", 6, "ratio", 8, "continuous-variable", 4, "cohort", 1);

    static Stream<Indicator> indicators() {
        return ALL.all().stream();
    }

    @ParameterizedTest
    @MethodSource("indicators")
    void is_valid_as_a_measure(Indicator indicator) {
        Measure measure = IndicatorMeasure.of(indicator);
        measure.getMeta().getProfile().clear(); // Only the profiles that Kedja ships are known to the validator.

        assertThat(ProfileValidator.INSTANCE.errors(Published.R4.newJsonParser().encodeResourceToString(measure)))
                .filteredOn(error -> !isOfTheGuideItself(error.getMessage()))
                .isEmpty();
    }

    /**
     * The guide asks for extensions that carry elements of R5, which this validator knows nothing of; and the language
     * of an expression may be any media type (its binding is extensible), which it does not know either.
     */
    private static boolean isOfTheGuideItself(String error) {
        return error.startsWith("Extension url '" + LINK) || error.contains("expression-language#text/plain");
    }

    @ParameterizedTest
    @MethodSource("indicators")
    void has_what_the_publishable_profile_asks_for(Indicator indicator) {
        Measure measure = IndicatorMeasure.of(indicator);

        assertThat(measure.getUrl()).isEqualTo("https://kedja.health/fhir/Measure/" + indicator.id());
        assertThat(measure.getVersion()).isEqualTo(indicator.version());
        assertThat(measure.getName()).matches("[A-Z][A-Za-z0-9_]{1,254}");
        assertThat(measure.hasTitle() && measure.hasStatus() && measure.hasExperimental())
                .isTrue();
        assertThat(measure.hasDate() && measure.hasPublisher() && measure.hasContact())
                .isTrue();
        assertThat(measure.hasDescription() && measure.hasText()).isTrue();
        assertThat(measure.getIdentifier())
                .extracting(one -> one.getType().getCodingFirstRep().getCode())
                .contains("version-independent", "version-specific", "short-name");
    }

    @ParameterizedTest
    @MethodSource("indicators")
    void has_what_the_computable_profiles_ask_for(Indicator indicator) {
        Measure measure = IndicatorMeasure.of(indicator);
        String scoring = measure.getScoring().getCodingFirstRep().getCode();
        List<MeasureGroupPopulationComponent> populations =
                measure.getGroupFirstRep().getPopulation();

        assertThat(measure.getExtensionByUrl(CQM + "cqm-populationBasis")).isNotNull();
        boolean claimed = measure.getMeta().getProfile().size() == 2;
        assertThat(claimed)
                .isEqualTo(indicator.improvement() != Improvement.NEUTRAL || indicator.scoring() == Scoring.COHORT);
        if (claimed && !scoring.equals("cohort")) {
            assertThat(measure.hasImprovementNotation()).isTrue();
        }
        assertThat(measure.getGroup()).hasSize(1);
        assertThat(measure.getGroupFirstRep().getExtensionByUrl(LINK + "group.linkId"))
                .isNotNull();
        assertThat(populations)
                .extracting(one -> one.getCode().getCodingFirstRep().getCode())
                .containsAll(REQUIRED.get(scoring));
        assertThat(populations).hasSizeLessThanOrEqualTo(MOST.get(scoring));
        assertThat(populations).allSatisfy(population -> {
            assertThat(population.getExtensionByUrl(LINK + "group.population.linkId"))
                    .isNotNull();
            assertThat(population.getCriteria().getExpression()).isNotBlank();
        });
        assertThat(measure.getGroupFirstRep().getStratifier())
                .extracting(one -> one.getCode().getCodingFirstRep().getCode())
                .containsExactlyElementsOf(Arrays.stream(Stratifier.values())
                        .map(Stratifier::token)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("indicators")
    void what_is_not_confirmed_is_a_parameter_of_its_module(Indicator indicator) {
        Measure measure = IndicatorMeasure.of(indicator);
        Library module = (Library) measure.getContained().get(0);

        assertThat(module.getType().getCodingFirstRep().getCode()).isEqualTo("module-definition");
        assertThat(module.getDataRequirement())
                .extracting(one -> one.getType())
                .contains("Patient")
                .doesNotContain("Resource");
        boolean population = indicator.population().basis().certainty() == Certainty.UNCONFIRMED;
        assertThat(module.getParameter().stream().anyMatch(one -> one.getName().equals("population")))
                .isEqualTo(population);
    }

    @Test
    void the_completeness_of_fields_is_a_valid_measure_with_ids_that_differ() {
        for (Completeness definition : IndicatorFiles.loadCompleteness()) {
            Measure measure = CompletenessMeasure.of(definition);

            assertThat(measure.getUrl()).isEqualTo("https://kedja.health/fhir/Measure/" + definition.id());
            assertThat(measure.getMeta().getProfile()).hasSize(2);
            assertThat(measure.getGroup())
                    .hasSize(definition.shareOfFields().size()
                            + definition.shareOfIndicators().size());
            assertThat(measure.getGroup().stream()
                            .flatMap(group -> group.getPopulation().stream())
                            .map(population -> population.getId()))
                    .doesNotHaveDuplicates();
            measure.getMeta().getProfile().clear();
            assertThat(ProfileValidator.INSTANCE.errors(
                            Published.R4.newJsonParser().encodeResourceToString(measure)))
                    .filteredOn(error -> !isOfTheGuideItself(error.getMessage()))
                    .isEmpty();
        }
    }

    @Test
    void a_rate_says_that_it_is_one_per_person_time() {
        Indicator rate = ALL.all().stream()
                .filter(one -> one.scoring() == Scoring.RATE)
                .findFirst()
                .orElseThrow();
        Measure measure = IndicatorMeasure.of(rate);

        assertThat(measure.getScoring().getCodingFirstRep().getCode()).isEqualTo("ratio");
        CodeableConcept unit = (CodeableConcept)
                measure.getExtensionByUrl(CQM + "cqm-scoringUnit").getValue();
        assertThat(unit.getText()).isEqualTo("per 100,000 person-years");
        assertThat(measure.getText().getDivAsString()).contains("death, emigration or the last day of data");
    }

    @Test
    void populations_windows_caveats_and_codes_are_there_in_words() {
        Measure measure = IndicatorMeasure.of(ALL.find("SOS-07").orElseThrow());

        assertThat(measure.getGroupFirstRep().getPopulationFirstRep().getDescription())
                .contains("fracture [fracture-hip, fracture-vertebra")
                .contains("in specialised care")
                .contains("aged 50 years or more")
                .contains("in the 10 years before");
        assertThat(measure.getText().getDivAsString())
                .contains("from the index day to 12 months after the index day")
                .contains("S720, S721, S722")
                .contains("treatment is underestimated");
        assertThat(measure.getRelatedArtifact())
                .anyMatch(one -> "https://kedja.health/fhir/Measure/SOS-07-K".equals(one.getResource()));
    }

    @Test
    void the_hash_tells_two_definitions_apart_and_is_the_same_each_time() {
        Indicators again = IndicatorFiles.load();
        List<String> hashes =
                ALL.all().stream().map(health.kedja.indicator.Indicator::hash).toList();

        assertThat(hashes).doesNotHaveDuplicates().allMatch(hash -> hash.matches("[0-9a-f]{64}"));
        assertThat(again.all().stream().map(health.kedja.indicator.Indicator::hash))
                .containsExactlyElementsOf(hashes);
    }
}
