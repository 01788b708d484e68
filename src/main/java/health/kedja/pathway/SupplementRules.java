package health.kedja.pathway;

import java.time.LocalDate;
import java.util.List;

/**
 * Calcium and vitamin D, which after a fracture go with a bone-specific drug and not alone.
 *
 * @param rule the rule
 * @param name name in answers
 * @param drugClass class in answers
 * @param calcium beginnings of ATC codes that hold calcium
 * @param vitaminD beginnings of ATC codes that hold vitamin D
 * @param dispensingCoversDays days that a dispensing covers when its days supplied are not stated
 * @param stopAfterDays uncovered days in a row after which the course has ended
 * @param allowedWith beginnings of ATC codes beside which it may be given alone
 * @param allowedWithinDays days before, in which such a drug counts
 * @param deficiencyVitaminD vitamin D in nmol/l at which it may be given alone
 * @param deficiencyWithinDays days before, in which such a result counts
 */
public record SupplementRules(
        Rule rule,
        String name,
        String drugClass,
        List<String> calcium,
        List<String> vitaminD,
        int dispensingCoversDays,
        int stopAfterDays,
        List<String> allowedWith,
        int allowedWithinDays,
        Limit deficiencyVitaminD,
        int deficiencyWithinDays) {

    public SupplementRules {
        calcium = List.copyOf(calcium);
        vitaminD = List.copyOf(vitaminD);
        allowedWith = List.copyOf(allowedWith);
        Check.range("dispensing-covers-days", dispensingCoversDays, 1, 3660);
        Check.range("stop-after-days", stopAfterDays, 0, 3660);
        Check.range("allowed-within-days", allowedWithinDays, 0, 36600);
        Check.range("deficiency-within-days", deficiencyWithinDays, 0, 36600);
    }

    static boolean isOneOf(List<String> beginnings, String atc) {
        return atc != null && beginnings.stream().anyMatch(atc::startsWith);
    }

    /** Whether it shows a vitamin D so low that it is treated. */
    boolean isDeficiency(Event event, LocalDate first) {
        return event.kind() == Kind.LABORATORY_RESULT
                && "vitamin-d".equals(event.code())
                && event.day() != null
                && !event.day().isBefore(first)
                && event.hasValue()
                && deficiencyVitaminD.holds(event.value());
    }
}
