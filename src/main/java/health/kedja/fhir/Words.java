package health.kedja.fhir;

import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.hl7.fhir.r4.model.CodeableConcept;

/**
 * Codes with their English display and a text in the language of the reader: Swedish, Danish, else English. The words
 * are in {@code <name>.properties}, {@code <name>_sv.properties} and {@code <name>_da.properties}.
 */
final class Words {

    private final String system;
    private final Properties english;
    private final Properties own;

    /**
     * @param name of the files
     * @param codeSystem id of the code system that publishes the codes
     * @param reader language of the reader
     */
    Words(String name, String codeSystem, Locale reader) {
        this.system = Systems.CODE_SYSTEM + codeSystem;
        this.english = TextFile.read(name, "");
        this.own = switch (reader.getLanguage()) {
            case "sv", "da" -> TextFile.read(name, "_" + reader.getLanguage());
            default -> english;
        };
    }

    /** The code in words; one that is not published, such as of a guideline of a region, in the words given. */
    CodeableConcept of(String code, String otherwise) {
        if (!english.containsKey(code)) {
            return new CodeableConcept().setText(otherwise);
        }
        CodeableConcept concept = new CodeableConcept().setText(own.getProperty(code));
        concept.addCoding().setSystem(system).setCode(code).setDisplay(english.getProperty(code));
        return concept;
    }

    /** All words of all languages, read once. */
    static Map<String, Words> inAllLanguages(String name, String codeSystem) {
        return Map.of(
                "sv", new Words(name, codeSystem, Locale.forLanguageTag("sv")),
                "da", new Words(name, codeSystem, Locale.forLanguageTag("da")),
                "en", new Words(name, codeSystem, Locale.ENGLISH));
    }

    static Words forReader(Map<String, Words> languages, Locale reader) {
        return languages.getOrDefault(reader.getLanguage(), languages.get("en"));
    }
}
