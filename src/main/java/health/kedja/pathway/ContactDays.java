package health.kedja.pathway;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Dates fractures and their causes whose record gives no onset by their health care contact, when it is known
 * ({@code docs/spec-clarifications.md} 5). Such an event has no day, or its {@code end} is the day of recording.
 */
final class ContactDays {

    private ContactDays() {}

    static List<Event> dated(Collection<Event> events) {
        Map<String, LocalDate> contacts = new HashMap<>();
        for (Event event : events) {
            if (event.kind() == Kind.ENCOUNTER && event.day() != null) {
                contacts.merge(event.source(), event.day(), (one, other) -> one.isBefore(other) ? one : other);
            }
        }
        return events.stream().map(event -> dated(event, contacts)).toList();
    }

    private static Event dated(Event event, Map<String, LocalDate> contacts) {
        boolean datable = switch (event.kind()) {
            case FRACTURE, UNCONFIRMED_FRACTURE, CIRCUMSTANCE -> true;
            default -> false;
        };
        if (!datable || (event.day() != null && event.end() == null)) {
            return event;
        }
        LocalDate contact = event.encounter() == null ? null : contacts.get(event.encounter());
        return new Event(
                event.kind(),
                contact == null ? event.day() : contact,
                null,
                event.code(),
                event.qualifier(),
                event.laterality(),
                event.value(),
                event.source(),
                event.encounter(),
                event.device());
    }
}
