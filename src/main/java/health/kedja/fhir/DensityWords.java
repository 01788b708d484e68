package health.kedja.fhir;

import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** The words on bone density and FRAMO in the language of the reader; English where there is no other. */
final class DensityWords {

    private static final Map<String, Properties> LANGUAGES =
            Map.of("sv", read("_sv"), "da", read("_da"), "en", read(""));

    private final Properties words;

    DensityWords(Locale reader) {
        this.words = LANGUAGES.getOrDefault(reader.getLanguage(), LANGUAGES.get("en"));
    }

    String of(String key) {
        return words.getProperty(key);
    }

    static String english(String key) {
        return LANGUAGES.get("en").getProperty(key);
    }

    private static Properties read(String suffix) {
        return TextFile.read("density", suffix);
    }
}
