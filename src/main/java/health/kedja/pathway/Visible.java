package health.kedja.pathway;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What a day lets one see of a history. */
final class Visible {

    private Visible() {}

    /**
     * The events dated on or before the day, in their order; of those without a day, only the kinds for which that
     * says something.
     */
    static List<Event> until(LocalDate day, List<Event> events) {
        List<Event> visible = new ArrayList<>(events.size());
        for (Event event : events) {
            if (event.day() == null
                    ? saysSomethingWithoutDay(event.kind())
                    : !event.day().isAfter(day)) {
                visible.add(event);
            }
        }
        return visible;
    }

    private static boolean saysSomethingWithoutDay(Kind kind) {
        return switch (kind) {
            // An allergy without a day is an allergy all the same.
            case FRACTURE, UNCONFIRMED_FRACTURE, DEATH, NOT_UNDERSTOOD, ALLERGY_OR_INTOLERANCE -> true;
            default -> false;
        };
    }
}
