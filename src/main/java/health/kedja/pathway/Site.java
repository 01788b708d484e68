package health.kedja.pathway;

import java.util.List;

/**
 * A fracture site of the pathway.
 *
 * @param id code in answers, such as {@code hip}
 * @param title words for people
 * @param rule the rule that takes the site in
 * @param codes beginnings of ICD-10 codes of the site, without dot; {@code ?} stands for any one character
 * @param bodySites body sites that mean this site where the code leaves it open
 * @param anyAge whether the age limit does not apply
 */
public record Site(String id, String title, Rule rule, List<String> codes, List<String> bodySites, boolean anyAge) {

    public Site {
        codes = CodeList.checked(codes);
        bodySites = List.copyOf(bodySites);
    }

    boolean hasCode(String code) {
        return CodeList.anyMatches(codes, code);
    }
}
