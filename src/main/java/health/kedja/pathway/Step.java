package health.kedja.pathway;

import java.time.LocalDate;
import java.util.List;

/**
 * One step of a chain as it stands on the day asked for.
 *
 * @param code which step
 * @param status where it stands
 * @param due last day on which it is on time; null when not applicable
 * @param done day it was done; null unless done
 * @param onTime whether {@code done} is not after {@code due}; null unless done
 * @param evidence the resources that show it, such as {@code Observation/123}; in order of day, then name
 * @param reason why it does not apply or what it waits for, or null
 * @param rule id of the rule in the guideline file that decided
 * @param certainty how well that rule is known
 */
public record Step(
        StepCode code,
        StepStatus status,
        LocalDate due,
        LocalDate done,
        Boolean onTime,
        List<String> evidence,
        StepReason reason,
        String rule,
        Certainty certainty) {

    public Step {
        evidence = List.copyOf(evidence);
    }
}
