package health.kedja.pathway;

import java.util.List;
import java.util.regex.Pattern;

/**
 * ICD-10 codes that a rule is about.
 *
 * @param rule the rule
 * @param codes beginnings of codes, without dot, in capitals; {@code ?} stands for any one character
 */
public record CodeList(Rule rule, List<String> codes) {

    private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9?]*");

    public CodeList {
        codes = checked(codes);
    }

    /** Whether the code begins as one of the list. */
    public boolean contains(String code) {
        return anyMatches(codes, code);
    }

    static List<String> checked(List<String> codes) {
        for (String code : codes) {
            if (!FORM.matcher(code).matches()) {
                throw new IllegalArgumentException("'" + code
                        + "' is no ICD-10 code as guidelines write it: capitals, no dot, ? for any one character");
            }
        }
        return List.copyOf(codes);
    }

    static boolean anyMatches(List<String> beginnings, String code) {
        if (code == null) {
            return false;
        }
        for (int i = 0; i < beginnings.size(); i++) {
            if (begins(code, beginnings.get(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean begins(String code, String beginning) {
        if (code.length() < beginning.length()) {
            return false;
        }
        for (int i = 0; i < beginning.length(); i++) {
            char expected = beginning.charAt(i);
            if (expected != '?' && expected != code.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
