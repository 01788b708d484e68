package health.kedja.pathway;

import java.time.LocalDate;
import java.util.List;

/** The risk of a new fracture, and what it rests on. */
final class RiskAssessment {

    private final boolean highBySite;
    private final Event vertebralFracture;
    private final Event frax;
    private final RiskLevel level;

    RiskAssessment(Course course) {
        RiskRules rules = course.guideline().risk();
        highBySite = course.episode().sites().stream().anyMatch(rules.highRiskSites()::contains);
        vertebralFracture = rules.vertebralFractureOnImaging() ? firstVertebralFracture(course) : null;
        frax = decidingFrax(course);
        if (highBySite || vertebralFracture != null) {
            level = RiskLevel.HIGH;
        } else {
            level = frax == null ? RiskLevel.UNKNOWN : rules.ofFrax(frax.value());
        }
    }

    RiskLevel level() {
        return level;
    }

    /** Whether the site of the fracture alone makes the risk high. */
    boolean highBySite() {
        return highBySite;
    }

    /** The first vertebral fracture found on imaging that makes the risk high, or null. */
    Event vertebralFracture() {
        return vertebralFracture;
    }

    /** The FRAX result that counts, major osteoporotic fracture; or null. */
    Event frax() {
        return frax;
    }

    /** FRAX, major osteoporotic fracture, in percent; NaN when there is none. */
    double fraxPercent() {
        return frax == null ? Double.NaN : frax.value();
    }

    private static Event firstVertebralFracture(Course course) {
        // Looked for with the bone density scan, and so within its look-back.
        List<Event> found = course.since(
                course.lookBackOf(StepCode.BONE_DENSITY),
                event -> event.kind() == Kind.VERTEBRAL_FRACTURE_ASSESSMENT && "fracture".equals(event.code()));
        return found.isEmpty() ? null : found.get(0);
    }

    private static Event decidingFrax(Course course) {
        LocalDate first = course.lookBackOf(StepCode.RISK_ASSESSMENT);
        Event deciding = null;
        for (Event event : course.events()) {
            if (event.kind() == Kind.FRAX_MAJOR
                    && event.hasValue()
                    && !event.day().isBefore(first)) {
                deciding = deciding == null || outweighs(event, deciding) ? event : deciding;
            }
        }
        return deciding;
    }

    /** The later one; of one day the one with bone density; of two such the higher. */
    private static boolean outweighs(Event one, Event other) {
        int later = one.day().compareTo(other.day());
        if (later != 0) {
            return later > 0;
        }
        int withDensity = Boolean.compare("with-bmd".equals(one.code()), "with-bmd".equals(other.code()));
        return withDensity != 0 ? withDensity > 0 : one.value() > other.value();
    }
}
