package health.kedja.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.pathway.AdviceRules;
import health.kedja.pathway.Guideline;
import health.kedja.pathway.RiskReasonCode;
import health.kedja.pathway.StepCode;
import health.kedja.server.GuidelineFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdviceWordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"_sv", "_da"})
    void every_language_has_the_same_keys_and_no_empty_text(String language) {
        Properties words = AdviceWords.read(language);

        assertThat(words.stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(AdviceWords.read("").stringPropertyNames());
        assertThat(words.values()).noneMatch(text -> text.toString().isBlank());
    }

    @Test
    void no_text_has_an_apostrophe_that_a_message_format_would_swallow() {
        assertThat(List.of("", "_sv", "_da"))
                .allSatisfy(language -> assertThat(AdviceWords.read(language).values())
                        .noneMatch(text -> text.toString().contains("'")));
    }

    @Test
    void there_are_words_for_every_reason_and_step_and_for_all_that_the_shipped_guidelines_name() {
        List<String> needed = new ArrayList<>();
        for (RiskReasonCode code : RiskReasonCode.values()) {
            needed.add("risk-reason." + code.token());
        }
        for (StepCode code : StepCode.values()) {
            needed.add("step." + code.token());
        }
        for (Guideline guideline :
                GuidelineFiles.load("se-psvf-2021", Optional.empty()).all()) {
            guideline.advice().ifPresent(advice -> needed.addAll(keys(advice)));
        }

        assertThat(AdviceWords.read("").stringPropertyNames()).containsAll(needed);
    }

    private static List<String> keys(AdviceRules advice) {
        List<String> keys = new ArrayList<>();
        advice.findings().forEach(one -> keys.add("finding." + one.id()));
        advice.needed().forEach(one -> keys.add("data." + one.id()));
        advice.referrals().forEach(one -> keys.add("to." + one.id()));
        advice.options().forEach(one -> {
            keys.add("option." + one.id());
            keys.add("route." + one.route().token());
            keys.add("level." + one.level().token());
            one.regimen()
                    .ifPresent(regimen -> keys.add("regimen." + regimen.every() + "-"
                            + regimen.unit().name().toLowerCase(Locale.ROOT)));
        });
        return keys;
    }

    @Test
    void what_a_region_adds_is_called_what_its_guideline_calls_it() {
        assertThat(new AdviceWords(Locale.forLanguageTag("sv")).of("option.own-drug", "own drug"))
                .isEqualTo("own drug");
    }

    @Test
    void numbers_are_written_as_the_reader_writes_them_and_other_languages_get_english() {
        assertThat(new AdviceWords(Locale.forLanguageTag("sv")).of("risk-reason.frax.value", "", 22.5))
                .isEqualTo("FRAX, större osteoporotisk fraktur: 22,5 %");
        assertThat(new AdviceWords(Locale.FRENCH).of("risk-reason.frax.value", "", 22.5))
                .isEqualTo("FRAX, major osteoporotic fracture: 22.5 %");
    }
}
