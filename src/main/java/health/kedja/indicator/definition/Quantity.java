package health.kedja.indicator.definition;

import java.util.List;
import java.util.Optional;

/**
 * A number of a unit of analysis.
 *
 * @param what which number
 * @param until for times: the first of any of these events after the index
 * @param of for sums: the events that are summed
 */
public record Quantity(What what, Optional<Criterion> until, List<EventTest> of) {

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
