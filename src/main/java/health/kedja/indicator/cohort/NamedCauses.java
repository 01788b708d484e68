package health.kedja.indicator.cohort;

import health.kedja.pathway.Event;
import health.kedja.pathway.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Gives a cause that a fracture names by its Condition the code of that Condition. Columns do not hold which resource an
 * event is from, and a dictionary that held every Condition named would have no end.
 */
final class NamedCauses {

    private NamedCauses() {}

    /** The events, in the same order; a cause whose Condition says no code is left out. */
    static List<Event> resolved(List<Event> events) {
        if (events.stream().noneMatch(NamedCauses::names)) {
            return events;
        }
        List<Event> resolved = new ArrayList<>(events.size());
        for (Event event : events) {
            if (names(event)) {
                for (String code : codes(event.qualifier(), events)) {
                    resolved.add(event.withCode(code).withQualifier(null));
                }
            } else {
                resolved.add(event);
            }
        }
        return resolved;
    }

    private static boolean names(Event event) {
        return event.kind() == Kind.CIRCUMSTANCE && event.qualifier() != null;
    }

    private static Set<String> codes(String condition, List<Event> events) {
        Set<String> codes = new LinkedHashSet<>();
        for (Event event : events) {
            if (event.kind() == Kind.CIRCUMSTANCE
                    && event.code() != null
                    && event.source().equals(condition)) {
                codes.add(event.code());
            }
        }
        return codes;
    }
}
