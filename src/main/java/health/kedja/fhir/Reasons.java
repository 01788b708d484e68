package health.kedja.fhir;

import health.kedja.pathway.StepReason;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
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

    // Not ResourceBundle: it falls back to the locale of the server, which is not the reader's.
    private static Map<StepReason, String> read(String suffix) {
        String file = "reasons" + suffix + ".properties";
        try (InputStream in = Reasons.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is not on the class path");
            }
            Properties properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            Map<StepReason, String> words = new EnumMap<>(StepReason.class);
            for (StepReason reason : StepReason.values()) {
                words.put(reason, properties.getProperty(reason.token()));
            }
            return words;
        } catch (IOException e) {
            throw new IllegalStateException(file + " cannot be read", e);
        }
    }
}
