package health.kedja.fhir;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** The words of advice and worklists in the language of the reader: Swedish, Danish, else English. */
final class AdviceWords {

    private static final Properties ENGLISH = read("");
    private static final Map<String, Properties> LANGUAGES =
            Map.of("sv", read("_sv"), "da", read("_da"), "en", ENGLISH);

    private final Properties words;
    private final Locale language;

    AdviceWords(Locale reader) {
        this.words = LANGUAGES.getOrDefault(reader.getLanguage(), ENGLISH);
        this.language = LANGUAGES.containsKey(reader.getLanguage()) ? reader : Locale.ENGLISH;
    }

    /**
     * The text of a key.
     *
     * @param otherwise words of the guideline, for what a region has added and Kedja has no words for
     * @param values what stands in the text for {@code {0}} and so on
     */
    String of(String key, String otherwise, Object... values) {
        String text = words.getProperty(key);
        if (text == null) {
            return otherwise;
        }
        return values.length == 0 ? text : new MessageFormat(text, language).format(values);
    }

    /** The text of a key that all languages have. */
    String of(String key) {
        return of(key, key);
    }

    static Properties read(String suffix) {
        return TextFile.read("advice", suffix);
    }
}
