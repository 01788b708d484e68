package health.kedja.fhir;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Countries by ISO 3166-1, with two or three letters. */
final class Country {

    private static final Map<String, String> CODES = codes();

    private Country() {}

    private static Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>();
        for (String two : Locale.getISOCountries()) {
            codes.put(two, two);
            codes.put(new Locale("", two).getISO3Country(), two);
        }
        return codes;
    }

    /** The two letters of a country written as two or three; null when it is neither. */
    static String code(String written) {
        return written == null ? null : CODES.get(written.trim().toUpperCase(Locale.ROOT));
    }
}
