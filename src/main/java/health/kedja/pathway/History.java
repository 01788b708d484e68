package health.kedja.pathway;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Everything known of one patient, in order of day. The order of input and exact duplicates make no difference.
 *
 * <p>Immutable and safe to share between threads.
 */
public final class History {

    private static final Comparator<String> TEXT = Comparator.nullsFirst(Comparator.naturalOrder());
    private static final Comparator<Event> ORDER = Comparator.comparing(
                    Event::day, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Event::kind)
            .thenComparing(Event::source)
            .thenComparing(Event::code, TEXT)
            .thenComparing(Event::qualifier, TEXT)
            .thenComparing(Event::laterality, TEXT)
            .thenComparing(Event::end, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Event::encounter, TEXT)
            .thenComparing(Event::device, TEXT)
            .thenComparingDouble(Event::value);

    private final List<Event> events;

    private History(List<Event> events) {
        this.events = events;
    }

    /** A history of these events. */
    public static History of(Collection<Event> events) {
        return new History(
                ContactDays.dated(events).stream().distinct().sorted(ORDER).toList());
    }

    /** All events; those without a day first, then by day, kind and source. */
    public List<Event> events() {
        return events;
    }
}
