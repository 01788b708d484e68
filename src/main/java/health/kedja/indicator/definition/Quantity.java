package health.kedja.indicator.definition;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A number of a unit of analysis.
 *
 * @param what which number
 * @param until for times: the first of any of these events after the index
 * @param of for sums: the events that are summed
 * @param daysPerDose for sums: days of treatment that one dose gives, by code list or beginning of a code, for events
 *     that do not state how long they last
 */
public record Quantity(What what, Optional<Criterion> until, List<EventTest> of, Map<String, Integer> daysPerDose) {

    /** Which number. */
    public enum What {
        /** Days from the index to the event. */
        DAYS_TO_EVENT,
        /** Hours from arrival to the event. */
        HOURS_TO_EVENT,
        /** Days from the fracture to the step of a chain that the outcome names. */
        DAYS_TO_STEP,
        /** Days of treatment that doses and supplies give. */
        TREATMENT_DAYS
    }
}
