package health.kedja.pathway;

import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * What one step of the chain asks for, of whom and when.
 *
 * @param rule the rule that asks for the step within its time
 * @param dueWithinDays last day on time, counted from the day of the fracture; for {@link StepCode#ADHERENCE} the day
 *     that a drug must cover
 * @param lookBackDays days before the fracture from which evidence counts
 * @param doneBy what shows that the step was done: every group, by any of its evidence. Empty for {@link
 *     StepCode#ADHERENCE}, which days covered by drugs show
 * @param doneByAtLimitedLifeExpectancy the same at a limited life expectancy; empty when nothing is different
 * @param alsoDeclinedAs decisions against these are decisions against the step as well
 * @param applies for whom
 * @param appliesRule the rule that says for whom
 * @param appliesAboveAgeYears age in whole years at the fracture above which the step applies whatever the risk
 * @param appliesAtLimitedLifeExpectancy whether the step is asked for at a limited life expectancy
 */
public record StepRule(
        Rule rule,
        int dueWithinDays,
        int lookBackDays,
        List<EvidenceGroup> doneBy,
        List<EvidenceGroup> doneByAtLimitedLifeExpectancy,
        List<EvidenceToken> alsoDeclinedAs,
        Applicability applies,
        Rule appliesRule,
        OptionalInt appliesAboveAgeYears,
        boolean appliesAtLimitedLifeExpectancy) {

    public StepRule {
        Objects.requireNonNull(rule, "rule");
        Check.range("due-within-days", dueWithinDays, 0, 3660);
        Check.range("look-back-days", lookBackDays, 0, 36600);
        doneBy = List.copyOf(doneBy);
        doneByAtLimitedLifeExpectancy = List.copyOf(doneByAtLimitedLifeExpectancy);
        alsoDeclinedAs = List.copyOf(alsoDeclinedAs);
        Objects.requireNonNull(applies, "applies");
        Objects.requireNonNull(appliesRule, "applies-rule");
        Objects.requireNonNull(appliesAboveAgeYears, "applies-above-age-years");
    }

    /** Whether the step applies by age alone, whatever the risk. */
    boolean isForAgeOf(Course course) {
        return appliesAboveAgeYears.isPresent()
                && course.birth() != null
                && Entry.ageOn(course.birth(), course.fractureDay()) > appliesAboveAgeYears.getAsInt();
    }
}
