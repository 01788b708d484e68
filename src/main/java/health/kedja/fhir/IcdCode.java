package health.kedja.fhir;

import java.util.Locale;

/**
 * The many spellings of one ICD-10 code, brought to the form that events use: {@code S7200}, without dot, without the
 * D of the Danish SKS, in capitals.
 *
 * <p>Danish records join add-on codes with a plus sign ({@code DS721+TUL1}). The add-on says more about the diagnosis
 * (its side, for one) and is cut off here: which add-on means which side was not confirmed in a text, so none is read.
 * The letter that SKS adds after the fourth character is cut off as well: it does not mean what a letter there means in
 * ICD-10-SE.
 */
final class IcdCode {

    private static final String ADD_ON = "+(: ";
    /** A dagger or asterisk marks cause and manifestation; a hyphen stands for any character. */
    private static final String MARKS = ".*†-";
    /** Characters of a code that are the same in every edition. */
    private static final int CATEGORY = 4;

    private IcdCode() {}

    /**
     * The canonical form.
     *
     * @param code as recorded: {@code S72.0}, {@code s720}, {@code DS72.0}, {@code DS721+TUL1}, {@code M49.5*}
     * @param danish whether the system is Danish, where every diagnosis begins with D
     */
    static String canonical(String code, boolean danish) {
        StringBuilder characters = new StringBuilder(code.length());
        for (char c : code.trim().toCharArray()) {
            if (ADD_ON.indexOf(c) >= 0) {
                break;
            }
            if (MARKS.indexOf(c) < 0) {
                characters.append(c);
            }
        }
        String upper = characters.toString().toUpperCase(Locale.ROOT);
        boolean prefixed = isDanish(upper, danish);
        String bare = prefixed ? upper.substring(1) : upper;
        boolean danishLetter =
                (danish || prefixed) && bare.length() > CATEGORY && Character.isLetter(bare.charAt(CATEGORY));
        return danishLetter ? bare.substring(0, CATEGORY) : bare;
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
