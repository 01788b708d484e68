package health.kedja.pathway;

import java.util.List;
import java.util.Optional;

/**
 * Treatment with glucocorticoids that is long and strong enough to be a reason to treat the bones. Sources differ in
 * dose (over 5 mg, or 5 mg and over) and in whether only an ongoing treatment counts; both are fields.
 *
 * @param atc beginnings of the ATC codes
 * @param days days covered by dispensings and stated periods, each day once
 * @param dispensingCoversDays days that a dispensing covers when its days supplied are not stated
 * @param lookBackDays days before the fracture on which the treatment may have ended; 0 when it must still go on then
 * @param dailyDoseMilligrams milligrams a day, in the drugs of {@code doseOf}; left out when any dose counts
 * @param doseOf beginnings of the ATC codes whose milligrams are held against the limit
 * @param unknownDoseCounts whether treatment counts whose dose is not known
 */
public record Glucocorticoids(
        List<String> atc,
        Limit days,
        int dispensingCoversDays,
        int lookBackDays,
        Optional<Limit> dailyDoseMilligrams,
        List<String> doseOf,
        boolean unknownDoseCounts) {

    public Glucocorticoids {
        atc = List.copyOf(atc);
        doseOf = List.copyOf(doseOf);
        Check.range("dispensing-covers-days", dispensingCoversDays, 1, 3660);
        Check.range("look-back-days", lookBackDays, 0, 36600);
    }

    boolean countsAs(Event event) {
        return begins(atc, event.code())
                && switch (event.kind()) {
                    case DRUG_DISPENSED -> unknownDoseCounts || dailyDoseMilligrams.isEmpty();
                    case DRUG_STATED -> isStrongEnough(event);
                    default -> false;
                };
    }

    private boolean isStrongEnough(Event statement) {
        if (dailyDoseMilligrams.isEmpty()) {
            return true;
        }
        return statement.hasValue() && begins(doseOf, statement.code())
                ? dailyDoseMilligrams.get().holds(statement.value())
                : unknownDoseCounts;
    }

    private static boolean begins(List<String> beginnings, String code) {
        return code != null && beginnings.stream().anyMatch(code::startsWith);
    }
}
