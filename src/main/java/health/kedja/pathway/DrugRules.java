package health.kedja.pathway;

import java.util.List;

/**
 * The bone-specific drugs and how long they cover.
 *
 * @param rule the rule of the list
 * @param graceDays days added to every dispensing and dose before the patient counts as not covered
 * @param list the drugs; the longest fitting ATC code counts
 */
public record DrugRules(Rule rule, int graceDays, List<Drug> list) {

    public DrugRules {
        Check.range("grace-days", graceDays, 0, 3660);
        list = List.copyOf(list);
    }

    /** The drug of an ATC code, or null when it is not on the list. */
    Drug find(String atc) {
        Drug found = null;
        if (atc != null) {
            for (Drug drug : list) {
                if (atc.startsWith(drug.atc())
                        && (found == null || drug.atc().length() > found.atc().length())) {
                    found = drug;
                }
            }
        }
        return found;
    }
}
