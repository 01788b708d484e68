package health.kedja.pathway.density;

import health.kedja.pathway.Event;
import health.kedja.pathway.Guideline;
import health.kedja.pathway.Kind;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The T-score that decides whether there is osteoporosis: the lowest of the regions that the guideline names. */
public final class LowestTScore {

    private LowestTScore() {}

    /**
     * The lowest T-score of the regions that decide; where none of them was measured, of those that the guideline names
     * for that case.
     *
     * @param events with the T-scores of {@link DecidingTScores}
     */
    public static Optional<Event> of(Collection<Event> events, Guideline guideline) {
        Optional<Event> lowest = lowest(events, guideline.treatment().tScoreRegions());
        return lowest.isPresent()
                ? lowest
                : lowest(events, guideline.density().tScores().otherwise());
    }

    /** As {@link #of}, of the newest scan that has one. */
    public static Optional<Event> ofNewestScan(List<Event> events, Guideline guideline) {
        return events.stream()
                .filter(event -> event.kind() == Kind.T_SCORE && event.day() != null)
                .map(Event::day)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .map(day -> of(
                        events.stream().filter(event -> day.equals(event.day())).toList(), guideline))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Event> lowest(Collection<Event> events, Collection<String> regions) {
        return events.stream()
                .filter(event -> event.kind() == Kind.T_SCORE
                        && event.hasValue()
                        && event.qualifier() != null
                        && regions.contains(event.qualifier()))
                .min(Comparator.comparingDouble(Event::value).thenComparing(Event::source));
    }
}
