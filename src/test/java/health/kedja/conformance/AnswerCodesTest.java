package health.kedja.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import health.kedja.pathway.AdviceKind;
import health.kedja.pathway.AdviceStatus;
import health.kedja.pathway.CareLevel;
import health.kedja.pathway.Certainty;
import health.kedja.pathway.ChainStatus;
import health.kedja.pathway.ChainType;
import health.kedja.pathway.CourseEnd;
import health.kedja.pathway.CourseStatus;
import health.kedja.pathway.DrugOption;
import health.kedja.pathway.EndReason;
import health.kedja.pathway.ExclusionReason;
import health.kedja.pathway.Finding;
import health.kedja.pathway.FramoQuestion;
import health.kedja.pathway.FramoRisk;
import health.kedja.pathway.Guideline;
import health.kedja.pathway.Kind;
import health.kedja.pathway.MeasureRule;
import health.kedja.pathway.MeasureStatus;
import health.kedja.pathway.NeededData;
import health.kedja.pathway.NextAction;
import health.kedja.pathway.NoticeCode;
import health.kedja.pathway.ReferralRule;
import health.kedja.pathway.Regimen;
import health.kedja.pathway.RiskLevel;
import health.kedja.pathway.RiskReasonCode;
import health.kedja.pathway.Route;
import health.kedja.pathway.StepCode;
import health.kedja.pathway.StepReason;
import health.kedja.pathway.StepStatus;
import health.kedja.pathway.Strength;
import health.kedja.pathway.density.Maker;
import health.kedja.pathway.density.NotComparable;
import health.kedja.server.GuidelineFiles;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the server answers is what is published. */
class AnswerCodesTest {

    static Stream<Arguments> answers() {
        return Stream.of(
                Arguments.of("kedja-step", tokens(StepCode.values(), StepCode::token)),
                Arguments.of("kedja-step-status", tokens(StepStatus.values(), StepStatus::token)),
                Arguments.of("kedja-step-reason", tokens(StepReason.values(), StepReason::token)),
                Arguments.of("kedja-chain-status", tokens(ChainStatus.values(), ChainStatus::token)),
                Arguments.of("kedja-end-reason", tokens(EndReason.values(), EndReason::token)),
                Arguments.of("kedja-course-status", tokens(CourseStatus.values(), CourseStatus::token)),
                Arguments.of("kedja-course-end", tokens(CourseEnd.values(), CourseEnd::token)),
                Arguments.of("kedja-course-notice", tokens(NoticeCode.values(), NoticeCode::token)),
                Arguments.of("kedja-measure-status", tokens(MeasureStatus.values(), MeasureStatus::token)),
                Arguments.of("kedja-risk", tokens(RiskLevel.values(), RiskLevel::token)),
                Arguments.of("kedja-exclusion-reason", tokens(ExclusionReason.values(), ExclusionReason::token)),
                Arguments.of("kedja-not-comparable", tokens(NotComparable.values(), NotComparable::token)),
                Arguments.of("kedja-scanner-maker", tokens(Maker.values(), Maker::token)),
                Arguments.of("kedja-framo-risk", tokens(FramoRisk.values(), FramoRisk::token)),
                Arguments.of("kedja-framo-question", tokens(FramoQuestion.values(), FramoQuestion::token)),
                Arguments.of("kedja-risk-reason", tokens(RiskReasonCode.values(), RiskReasonCode::token)),
                Arguments.of("kedja-advice-kind", tokens(AdviceKind.values(), AdviceKind::token)),
                Arguments.of("kedja-advice-status", tokens(AdviceStatus.values(), AdviceStatus::token)),
                Arguments.of("kedja-advice-strength", tokens(Strength.values(), Strength::token)),
                Arguments.of("kedja-route", tokens(Route.values(), Route::token)),
                Arguments.of("kedja-care-level", tokens(CareLevel.values(), CareLevel::token)),
                Arguments.of("kedja-next-action", tokens(NextAction.Type.values(), NextAction.Type::token)),
                Arguments.of("kedja-chain-type", tokens(ChainType.values(), ChainType::name)),
                Arguments.of(
                        "kedja-certainty",
                        tokens(Certainty.values(), one -> one.name().toLowerCase(Locale.ROOT))));
    }

    /** Every word that an answer can hold has a published meaning: no enumeration with tokens is left out above. */
    @Test
    void every_enumeration_with_tokens_is_compared() {
        Set<List<String>> compared = new HashSet<>();
        answers().forEach(arguments -> compared.add(tokensOf(arguments)));

        assertThat(new ClassFileImporter()
                                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                                .importPackages("health.kedja.pathway")
                                .stream()
                                .filter(type -> type.isEnum()
                                        && type.tryGetMethod("token").isPresent())
                                .map(type -> type.reflect())
                                .filter(type ->
                                        type != Kind.class) // the events that go in; its codes are of kedja-event
                                .toList())
                .hasSizeGreaterThan(15)
                .allSatisfy(type -> assertThat(compared).contains(tokensOf(type)));
    }

    @SuppressWarnings("unchecked")
    private static List<String> tokensOf(Arguments arguments) {
        return (List<String>) arguments.get()[1];
    }

    private static List<String> tokensOf(Class<?> type) {
        return Stream.of(type.getEnumConstants())
                .map(one -> {
                    try {
                        return (String) type.getMethod("token").invoke(one);
                    } catch (ReflectiveOperationException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }

    /** What the guidelines that ship with Kedja name themselves is published as well, with words in three languages. */
    @Test
    void what_the_shipped_guidelines_name_is_published() {
        for (Guideline guideline :
                GuidelineFiles.load("se-psvf-2021", Optional.empty()).all()) {
            assertThat(Terminology.codes("kedja-drug-class"))
                    .contains(guideline.course().supplement().drugClass())
                    .containsAll(guideline.course().regimens().stream()
                            .map(Regimen::drugClass)
                            .toList());
            assertThat(Terminology.codes("kedja-measure"))
                    .containsAll(guideline.prevention().measures().stream()
                            .map(MeasureRule::id)
                            .toList());
            guideline.advice().ifPresent(advice -> {
                assertThat(Terminology.codes("kedja-advice"))
                        .containsAll(
                                advice.options().stream().map(DrugOption::id).toList())
                        .containsAll(advice.referrals().stream()
                                .map(ReferralRule::id)
                                .toList());
                assertThat(Terminology.codes("kedja-drug-finding"))
                        .containsAll(advice.findings().stream().map(Finding::id).toList());
                assertThat(Terminology.codes("kedja-needed-data"))
                        .containsAll(
                                advice.needed().stream().map(NeededData::id).toList());
            });
        }
    }

    /** The words of an answer and the published ones, in every language. */
    @ParameterizedTest
    @CsvSource({
        "advice, risk-reason., kedja-risk-reason",
        "advice, data., kedja-needed-data",
        "advice, finding., kedja-drug-finding",
        "advice, route., kedja-route",
        "advice, level., kedja-care-level",
        "density, framo.question., kedja-framo-question",
        "density, not-comparable., kedja-not-comparable",
        "course, '', kedja-course-notice",
        "prevention, '', kedja-measure",
        "reasons, '', kedja-step-reason",
    })
    void the_words_of_answers_are_those_of_the_code_system(String file, String prefix, String codeSystem)
            throws IOException {
        for (ConceptDefinitionComponent concept :
                Terminology.codeSystem(codeSystem).getConcept()) {
            String key = prefix + concept.getCode();
            assertThat(words(file, "").getProperty(key)).isEqualToIgnoringCase(concept.getDisplay());
            assertThat(concept.getDesignation())
                    .allSatisfy(designation -> assertThat(
                                    words(file, "_" + designation.getLanguage()).getProperty(key))
                            .isEqualToIgnoringCase(designation.getValue()));
        }
    }

    private static Properties words(String file, String suffix) throws IOException {
        Properties words = new Properties();
        try (Reader reader = Files.newBufferedReader(
                Path.of("src/main/resources/health/kedja/fhir", file + suffix + ".properties"))) {
            words.load(reader);
        }
        return words;
    }

    @ParameterizedTest
    @MethodSource("answers")
    void a_code_system_of_answers_has_the_codes_of_the_server_in_their_order(String codeSystem, List<String> tokens) {
        assertThat(Terminology.codes(codeSystem)).containsExactlyElementsOf(tokens);
    }

    @Test
    void reasons_for_not_doing_are_those_that_an_event_can_carry() {
        assertThat(Terminology.codes("kedja-not-done-reason"))
                .containsExactlyInAnyOrder(
                        "declined", "contraindicated", "not-indicated", "limited-life-expectancy", "unable", "other");
    }

    private static <T> List<String> tokens(T[] values, Function<T, String> token) {
        return Stream.of(values).map(token).toList();
    }
}
