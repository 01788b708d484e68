package health.kedja.fhir;

import java.util.Locale;

/**
 * The many spellings of one ICD-10 code, brought to the form that events use: {@code S7200}, without dot, without the
 * D of the Danish SKS, in capitals.
 *
 * <p>Danish records join add-on codes with a plus sign ({@code DS721+TUL1}). The add-on says more about the diagnosis
 * (its side, for one) and is cut off here: which add-on means which side was not confirmed in a text, so none is read.
 */
final class IcdCode {

    private IcdCode() {}

    /**
     * The canonical form.
     *
     * @param code as recorded: {@code S72.0}, {@code s720}, {@code DS72.0}, {@code DS721+TUL1}, {@code M49.5*}
     * @param danish whether the system is Danish, where every diagnosis begins with D
     */
    static String canonical(String code, boolean danish) {
        int end = code.length();
        for (char addOn : new char[] {'+', '(', ':', ' '}) {
            int at = code.trim().indexOf(addOn);
            if (at > 0 && at < end) {
                end = at;
            }
        }
        String bare = code.trim();
        bare = bare.substring(0, Math.min(end, bare.length()));
        StringBuilder canonical = new StringBuilder(bare.length());
        for (int i = 0; i < bare.length(); i++) {
            char c = bare.charAt(i);
            // A dagger or asterisk marks cause and manifestation; it is no part of the code.
            if (c != '.' && c != '*' && c != '†' && c != '-') {
                canonical.append(c);
            }
        }
        String upper = canonical.toString().toUpperCase(Locale.ROOT);
        return isDanish(upper, danish) ? upper.substring(1) : upper;
    }

    /**
     * A Danish code has a letter after the D ({@code DS720}); chapter D of ICD-10 has a digit there ({@code D640}).
     * That holds in any system, so Danish codes under the international URI are read as well.
     */
    private static boolean isDanish(String code, boolean danish) {
        return code.length() > 3
                && code.charAt(0) == 'D'
                && Character.isLetter(code.charAt(1))
                && (danish || Character.isDigit(code.charAt(2)));
    }
}
