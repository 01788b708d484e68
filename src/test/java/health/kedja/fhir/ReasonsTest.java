package health.kedja.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.pathway.StepReason;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReasonsTest {

    @ParameterizedTest
    @ValueSource(strings = {"reasons.properties", "reasons_sv.properties", "reasons_da.properties"})
    void every_language_has_words_for_every_reason_and_no_others(String file) throws Exception {
        Properties words = new Properties();
        try (var in = new InputStreamReader(Reasons.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            words.load(in);
        }

        assertThat(words.stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(StepReason.values())
                        .map(StepReason::token)
                        .toList());
        assertThat(words.values()).noneMatch(text -> text.toString().isBlank());
    }

    @Test
    void the_text_is_in_the_language_of_the_reader_and_the_display_in_english() {
        assertThat(new Reasons(Locale.forLanguageTag("sv-FI"))
                        .of(StepReason.DECLINED)
                        .getText())
                .isEqualTo("Patienten avböjde");
        assertThat(new Reasons(Locale.forLanguageTag("da"))
                        .of(StepReason.DECLINED)
                        .getText())
                .isEqualTo("Patienten afslog");
        assertThat(new Reasons(Locale.GERMAN).of(StepReason.DECLINED).getText()).isEqualTo("The patient declined");
        assertThat(new Reasons(Locale.forLanguageTag("sv"))
                        .of(StepReason.DECLINED)
                        .getCodingFirstRep()
                        .getDisplay())
                .isEqualTo("The patient declined");
    }
}
