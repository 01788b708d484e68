package health.kedja.fhir;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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

    // Not ResourceBundle: it falls back to the locale of the server, which is not the reader's.
    private static Properties read(String suffix) {
        String file = "density" + suffix + ".properties";
        try (InputStream in = DensityWords.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is not on the class path");
            }
            Properties properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
