package health.kedja.pathway;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How ongoing treatment is followed.
 *
 * @param rule the rule for courses as such
 * @param gapDays uncovered days in a row that are no gap and do not make a supply overdue
 * @param capPossessionRatio whether a medication possession ratio above 1 is given as 1
 * @param lowAdherenceRule the rule for low adherence
 * @param lowAdherencePercent proportion of days covered, in percent over the last year of the course, that is low
 * @param adherenceJudgedAfterDays days of a course before its adherence is judged
 * @param firstSupplyWithinDays days from a prescription within which something must be supplied
 * @param switchWithinDays days after the end of coverage within which another drug is a switch and not a new start
 * @param failure when a fracture says that the treatment failed
 * @param controlDensity bone density measured to control the treatment; empty where the programme asks for none
 * @param supplement calcium and vitamin D
 * @param regimens the drugs
 */
public record CourseRules(
        Rule rule,
        int gapDays,
        boolean capPossessionRatio,
        Rule lowAdherenceRule,
        Limit lowAdherencePercent,
        int adherenceJudgedAfterDays,
        int firstSupplyWithinDays,
        int switchWithinDays,
        FailureRule failure,
        Optional<ControlDensity> controlDensity,
        SupplementRules supplement,
        List<Regimen> regimens) {

    public CourseRules {
        Check.range("gap-days", gapDays, 0, 3660);
        Check.range("adherence-judged-after-days", adherenceJudgedAfterDays, 0, 3660);
        Check.range("first-supply-within-days", firstSupplyWithinDays, 0, 3660);
        Check.range("switch-within-days", switchWithinDays, 0, 3660);
        regimens = List.copyOf(regimens);
    }

    /**
     * Makes sure that every drug of the list is in one regimen.
     *
     * @throws IllegalArgumentException if not
     */
    void mustFit(DrugRules drugs) {
        Set<String> open = new HashSet<>();
        drugs.list().forEach(drug -> open.add(drug.name()));
        for (Regimen regimen : regimens) {
            for (String drug : regimen.drugs()) {
                if (!open.remove(drug)) {
                    throw new IllegalArgumentException("course.regimens names '" + drug
                            + "', which drugs.list lacks or another regimen names as well");
                }
            }
        }
        if (!open.isEmpty()) {
            throw new IllegalArgumentException("course.regimens lacks " + open);
        }
    }
}
