package health.kedja.fhir;

import health.kedja.pathway.StepReason;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.hl7.fhir.r4.model.CodeableConcept;

/**
 * Why a step does not apply or what it waits for, in words: the code with its English display, and a text in the
 * language of the reader.
 */
final class Reasons {

    static final String CODE_SYSTEM = Systems.CODE_SYSTEM + "kedja-step-reason";

    private static final Map<StepReason, String> ENGLISH = read("");
    private static final Map<String, Map<StepReason, String>> LANGUAGES =
            Map.of("sv", read("_sv"), "da", read("_da"), "en", ENGLISH);

    private final Map<StepReason, String> words;

    Reasons(Locale reader) {
        this.words = LANGUAGES.getOrDefault(reader.getLanguage(), ENGLISH);
    }

    CodeableConcept of(StepReason reason) {
        CodeableConcept concept = new CodeableConcept().setText(words.get(reason));
        concept.addCoding().setSystem(CODE_SYSTEM).setCode(reason.token()).setDisplay(ENGLISH.get(reason));
        return concept;
    }

    private static Map<StepReason, String> read(String suffix) {
        Properties texts = TextFile.read("reasons", suffix);
        Map<StepReason, String> words = new EnumMap<>(StepReason.class);
        for (StepReason reason : StepReason.values()) {
            words.put(reason, texts.getProperty(reason.token()));
        }
        return words;
    }
}
