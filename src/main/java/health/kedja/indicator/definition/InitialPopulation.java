package health.kedja.indicator.definition;

import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Whom or what the indicator is about.
 *
 * @param unit what is counted
 * @param index the event that makes somebody part of it; empty where everyone is (residents, stays)
 * @param alsoIndex further events that make somebody part of it, where one test cannot say all
 * @param minimumAgeYears whole years on the day of the index (or the last day of the period)
 * @param episodeGap an index event less than this after the last day of the previous one belongs to it; empty: every
 *     event counts
 * @param eventFree nobody counts who had an event of {@code eventFreeOf} in this time before the index
 * @param eventFreeOf which events that means; empty: those of the index
 * @param newly whether only somebody's first such event ever counts
 * @param having what must also be true, all of it; of a person, after the first index event of the period
 * @param basis where this comes from
 */
public record InitialPopulation(
        UnitOfAnalysis unit,
        Optional<EventTest> index,
        List<EventTest> alsoIndex,
        OptionalInt minimumAgeYears,
        Optional<Period> episodeGap,
        Optional<Period> eventFree,
        Optional<EventTest> eventFreeOf,
        boolean newly,
        List<Criterion> having,
        Basis basis) {}
