package health.kedja.indicator.definition;

import health.kedja.pathway.StepCode;
import java.time.Period;
import java.util.List;
import java.util.Optional;

/**
 * What fulfils the indicator.
 *
 * @param allOf everything of this must have happened
 * @param noneOf nothing of this may have happened
 * @param followUp how long after the anchor of the index must be seen before a unit is counted; until then it is pending
 * @param countedEvents in a rate, the events that count, while at risk
 * @param countedGap an event less than this after the previous one (or the index) is the same one
 * @param step of a chain: the step that must be done
 * @param basis where this comes from
 */
public record Outcome(
        List<Criterion> allOf,
        List<Criterion> noneOf,
        Optional<Period> followUp,
        Optional<EventTest> countedEvents,
        Optional<Period> countedGap,
        Optional<StepCode> step,
        Basis basis) {}
