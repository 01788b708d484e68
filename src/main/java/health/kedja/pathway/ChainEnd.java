package health.kedja.pathway;

import java.time.LocalDate;
import java.util.List;

/**
 * What stops a chain before its steps are done.
 *
 * @param reason death or a new fracture
 * @param lastDay last day whose events count, or null when it is not known
 * @param firstDayOff first day on which a step that is due then no longer applies, or null when none applies
 * @param stepReason reason of the steps that no longer apply
 * @param rule the rule
 */
record ChainEnd(EndReason reason, LocalDate lastDay, LocalDate firstDayOff, StepReason stepReason, Rule rule) {

    /** The end of a chain, or null when it goes on. Of death and a new fracture on one day, death ends it. */
    static ChainEnd of(LocalDate fracture, Death death, LocalDate newFracture, Guideline guideline) {
        boolean diesFirst = death != null
                && (newFracture == null || (death.day() != null && !death.day().isAfter(newFracture)));
        if (diesFirst) {
            LocalDate day = death.day();
            // A fracture recorded after the death has no time at all.
            LocalDate lastDay = day != null && day.isBefore(fracture) ? fracture : day;
            Rule rule = guideline.decisions().deathRule();
            return new ChainEnd(EndReason.DEATH, lastDay, day, StepReason.DEATH, rule);
        }
        if (newFracture != null) {
            Rule rule = guideline.episode().newFractureRule();
            return new ChainEnd(
                    EndReason.NEW_FRACTURE, newFracture, newFracture.plusDays(1), StepReason.NEW_FRACTURE, rule);
        }
        return null;
    }

    /** The step as the end leaves it: what was not done and not due before does not apply. */
    Step leaves(Step step, LocalDate asOf) {
        if (step.status() == StepStatus.DONE || step.status() == StepStatus.NOT_APPLICABLE) {
            return step;
        }
        if (firstDayOff == null || !step.due().isBefore(firstDayOff)) {
            return Steps.notApplicable(step.code(), List.of(), stepReason, rule);
        }
        StepStatus status = asOf.isAfter(step.due()) ? StepStatus.OVERDUE : StepStatus.DUE;
        return new Step(
                step.code(),
                status,
                step.due(),
                null,
                null,
                step.evidence(),
                step.reason(),
                step.rule(),
                step.certainty());
    }
}
