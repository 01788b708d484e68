package health.kedja.pathway;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Days that only the health care contact tells: of a fracture without onset, and of a cause without any date
 * ({@code docs/spec-clarifications.md} 5).
 *
 * <p>A fracture whose {@code day} is merely the day it was recorded carries that day as {@code end} as well; the start
 * of a known contact is the better day.
 */
final class ContactDays {

    private ContactDays() {}

    /** The events with those days filled in, in order. */
    static List<Event> filledIn(List<Event> events) {
        if (events.stream().noneMatch(ContactDays::mayBeFilledIn)) {
            return events;
        }
        Map<String, LocalDate> contacts = new HashMap<>();
        for (Event event : events) {
            if (event.kind() == Kind.ENCOUNTER && event.day() != null) {
                contacts.putIfAbsent(event.source(), event.day());
            }
        }
        List<Event> filled = new ArrayList<>(events.size());
        for (Event event : events) {
            LocalDate day = mayBeFilledIn(event) ? contacts.get(event.encounter()) : null;
            filled.add(day == null ? event : on(day, event));
        }
        return History.of(filled).events();
    }

    private static boolean mayBeFilledIn(Event event) {
        if (event.encounter() == null) {
            return false;
        }
        return switch (event.kind()) {
            case FRACTURE, UNCONFIRMED_FRACTURE -> event.day() == null || event.end() != null;
            case CIRCUMSTANCE -> event.day() == null;
            default -> false;
        };
    }

    private static Event on(LocalDate day, Event event) {
        return new Event(
                event.kind(),
                day,
                null,
                event.code(),
                event.qualifier(),
                event.laterality(),
                event.value(),
                event.source(),
                event.encounter());
    }
}
