package health.kedja.pathway;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import java.util.function.Predicate;

/** The entry rules applied to one recorded fracture. */
final class Entry {

    private final EntryRules rules;
    private final Causes causes;
    private final LocalDate birth;

    Entry(EntryRules rules, Causes causes, LocalDate birth) {
        this.rules = rules;
        this.causes = causes;
        this.birth = birth;
    }

    /** The first reason that keeps the fracture out, or null when it may open a chain. */
    ExclusionReason reasonAgainst(RecordedFracture fracture) {
        if (!fracture.confirmed()) {
            return ExclusionReason.UNCONFIRMED;
        }
        if (fracture.day() == null) {
            return ExclusionReason.DATE_UNKNOWN;
        }
        if (fracture.hasCodeIn(rules.notANewFracture())) {
            return ExclusionReason.NOT_A_NEW_FRACTURE;
        }
        if (fracture.hasCodeIn(rules.pathological()) || causes.anyOf(fracture, rules.pathological())) {
            return ExclusionReason.PATHOLOGICAL;
        }
        if (fracture.hasCodeIn(rules.highEnergy()) || causes.anyOf(fracture, rules.highEnergy())) {
            return ExclusionReason.HIGH_ENERGY;
        }
        Site site = isLeftOut(fracture) ? null : siteOf(fracture);
        if (site == null) {
            return ExclusionReason.SITE_NOT_IN_PATHWAY;
        }
        if (site.anyAge()) {
            return null;
        }
        if (birth == null) {
            return ExclusionReason.UNCONFIRMED;
        }
        return ageOn(birth, fracture.day()) < rules.minimumAgeYears() ? ExclusionReason.BELOW_AGE_LIMIT : null;
    }

    /**
     * The site: by the codes that state one; where they leave it open, by the recorded body site; where none is
     * recorded, by what little the codes say of the site. Of several the one of highest priority; null when none fits.
     */
    Site siteOf(RecordedFracture fracture) {
        Site stated = siteOf(site -> fracture.codes().stream()
                .anyMatch(code -> site.hasCode(code) && !rules.siteOpenCodes().contains(code)));
        if (stated != null) {
            return stated;
        }
        if (!fracture.codes().stream().allMatch(rules.siteOpenCodes()::contains)) {
            return null;
        }
        Site recorded = siteOf(site -> fracture.bodySites().stream().anyMatch(site.bodySites()::contains));
        return recorded != null || !fracture.bodySites().isEmpty()
                ? recorded
                : siteOf(site -> fracture.codes().stream().anyMatch(site::hasCode));
    }

    /** Whether all its codes are of sites that the programme leaves out, whatever the sites that it lists. */
    private boolean isLeftOut(RecordedFracture fracture) {
        return !fracture.codes().isEmpty()
                && rules.leftOut()
                        .map(list -> fracture.codes().stream().allMatch(list::contains))
                        .orElse(false);
    }

    /** The rule behind a reason of {@link #reasonAgainst}; empty where there is none. */
    Optional<Rule> ruleOf(RecordedFracture fracture, ExclusionReason reason) {
        return switch (reason) {
            case NOT_A_NEW_FRACTURE -> Optional.of(rules.notANewFracture().rule());
            case PATHOLOGICAL -> Optional.of(rules.pathological().rule());
            case HIGH_ENERGY -> Optional.of(rules.highEnergy().rule());
            case BELOW_AGE_LIMIT -> Optional.of(rules.ageRule());
            case SITE_NOT_IN_PATHWAY ->
                rules.leftOut().filter(fracture::hasCodeIn).map(CodeList::rule);
            case UNCONFIRMED, DATE_UNKNOWN, SAME_EPISODE -> Optional.empty();
        };
    }

    private Site siteOf(Predicate<Site> fits) {
        return rules.sites().stream().filter(fits).findFirst().orElse(null);
    }

    /** Whole years; a birthday on 29 February is on 1 March in other years. */
    static int ageOn(LocalDate birth, LocalDate day) {
        return Period.between(birth, day).getYears();
    }
}
