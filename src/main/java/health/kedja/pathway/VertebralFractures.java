package health.kedja.pathway;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** How many vertebrae are recorded as broken, by the entry rules of the guideline. */
final class VertebralFractures {

    private final Set<String> evidence = new LinkedHashSet<>();
    private int count;

    VertebralFractures(Course course, RiskReasonRules.VertebralReason rules) {
        Guideline guideline = course.guideline();
        Entry entry = new Entry(guideline.entry(), new Causes(course.events()), course.birth());
        Map<String, LocalDate> lastCare = new HashMap<>();
        for (RecordedFracture fracture : RecordedFracture.of(course.events())) {
            ExclusionReason against = entry.reasonAgainst(fracture);
            boolean counts = against == null || against == ExclusionReason.BELOW_AGE_LIMIT;
            Site site = counts ? entry.siteOf(fracture) : null;
            if (site != null && site.id().equals(rules.site())) {
                add(fracture, guideline.episode().sameSiteMonths(), lastCare, rules);
            }
        }
    }

    /** Another code is another vertebra; the same code again is one only when it is a new fracture of the site. */
    private void add(
            RecordedFracture fracture,
            int sameSiteMonths,
            Map<String, LocalDate> lastCare,
            RiskReasonRules.VertebralReason rules) {
        evidence.add(fracture.source());
        if (fracture.codes().isEmpty()) {
            count++;
        }
        for (String code : fracture.codes()) {
            LocalDate last = lastCare.put(code, fracture.day());
            if (last == null || !fracture.day().isBefore(last.plusMonths(sameSiteMonths))) {
                count += CodeList.anyMatches(rules.codesOfSeveral(), code) ? rules.atLeast() : 1;
            }
        }
    }

    int count() {
        return count;
    }

    Set<String> evidence() {
        return evidence;
    }
}
