package health.kedja.fhir;

import health.kedja.pathway.TreatmentAdherence;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** Adherence in a sentence in the language of the reader: Swedish, Danish, else English. */
final class AdherenceText {

    private static final Map<String, Properties> LANGUAGES = Map.of(
            "sv", TextFile.read("adherence", "_sv"),
            "da", TextFile.read("adherence", "_da"),
            "en", TextFile.read("adherence", ""));

    private final Properties words;

    AdherenceText(Locale reader) {
        this.words = LANGUAGES.getOrDefault(reader.getLanguage(), LANGUAGES.get("en"));
    }

    /** A class that a region has added is named as in its guideline. */
    String of(TreatmentAdherence adherence) {
        String drugs = adherence.drugClass() == null
                ? words.getProperty("any-drug")
                : words.getProperty("class." + adherence.drugClass(), adherence.drugClass());
        int covered = adherence.whole().covered();
        int days = adherence.whole().days();
        // Numbers as text: no separators for thousands, whatever the language.
        return new MessageFormat(words.getProperty("covered"), Locale.ROOT)
                .format(new Object[] {drugs, String.valueOf(covered), String.valueOf(days)});
    }
}
