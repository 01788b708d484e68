package health.kedja.pathway;

import java.time.LocalDate;
import java.util.List;

/** The forms that a step can take. */
final class Steps {

    private Steps() {}

    static Step done(
            StepCode code, LocalDate due, LocalDate done, List<String> evidence, StepReason reason, Rule rule) {
        return new Step(
                code, StepStatus.DONE, due, done, !done.isAfter(due), evidence, reason, rule.id(), rule.certainty());
    }

    static Step waiting(
            StepCode code, LocalDate due, LocalDate today, List<String> evidence, StepReason reason, Rule rule) {
        StepStatus status = today.isAfter(due) ? StepStatus.OVERDUE : StepStatus.DUE;
        return new Step(code, status, due, null, null, evidence, reason, rule.id(), rule.certainty());
    }

    static Step notApplicable(StepCode code, List<String> evidence, StepReason reason, Rule rule) {
        return new Step(
                code, StepStatus.NOT_APPLICABLE, null, null, null, evidence, reason, rule.id(), rule.certainty());
    }
}
