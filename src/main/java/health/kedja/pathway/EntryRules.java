package health.kedja.pathway;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which fractures open a chain.
 *
 * @param ageRule the rule of the age limit
 * @param minimumAgeYears lowest age in whole years on the day of the fracture, 0 to 120
 * @param sites the sites, in order of priority when several break at once
 * @param siteOpenCodes codes of a fracture that leave the site to the recorded body site
 * @param notANewFracture codes of sequelae, follow-up visits and fractures at implants
 * @param pathological codes of fractures from tumours, other bone disease or stress, and of those diseases
 * @param highEnergy external causes of high energy
 * @param leftOut codes of fractures at sites that never open a chain, where the programme names them
 */
public record EntryRules(
        Rule ageRule,
        int minimumAgeYears,
        List<Site> sites,
        CodeList siteOpenCodes,
        CodeList notANewFracture,
        CodeList pathological,
        CodeList highEnergy,
        Optional<CodeList> leftOut) {

    public EntryRules {
        Check.range("minimum-age-years", minimumAgeYears, 0, 120);
        sites = List.copyOf(sites);
        Set<String> ids = new HashSet<>();
        for (Site site : sites) {
            if (!ids.add(site.id())) {
                throw new IllegalArgumentException("Site '" + site.id() + "' is listed twice");
            }
        }
    }

    /**
     * Whether a fracture with this among its codes may open a chain because of it; the rest of the record decides whether
     * it does.
     *
     * @param code an ICD-10 code, or null for a fracture without code
     * @param young whether the patient is below the age limit, or of unknown age
     */
    public boolean canOpenChain(String code, boolean young) {
        boolean open = code == null || siteOpenCodes.contains(code);
        return sites.stream().anyMatch(site -> (!young || site.anyAge()) && (open || site.hasCode(code)));
    }
}
