package health.kedja.pathway;

import java.time.LocalDate;
import java.util.List;

/**
 * One thing to do next for a patient.
 *
 * @param type what sort of thing
 * @param what the step, the data or the line of advice: its code
 * @param fracture the index fracture of the chain that it belongs to
 * @param due last day on time, or null
 * @param overdue whether that day has passed
 * @param rule the rule that asks for it
 * @param evidence the resources that it rests on
 * @param step the step, where it is one
 * @param missing the data, where it is data
 * @param line the line of advice, where it is one
 */
public record NextAction(
        Type type,
        String what,
        String fracture,
        LocalDate due,
        boolean overdue,
        Rule rule,
        List<String> evidence,
        Step step,
        MissingData missing,
        AdviceLine line) {

    /** What sort of thing, in the order in which those of one day are listed. */
    public enum Type {
        STEP,
        MISSING,
        ADVICE;

        /** The code in FHIR answers: lower case. */
        public String token() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public NextAction {
        evidence = List.copyOf(evidence);
    }
}
