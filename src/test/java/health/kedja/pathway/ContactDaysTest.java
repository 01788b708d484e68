package health.kedja.pathway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContactDaysTest {

    private static final LocalDate SEEN = LocalDate.of(2024, 5, 6);
    private static final LocalDate RECORDED = LocalDate.of(2024, 5, 9);
    private static final Event CONTACT = Event.of(Kind.ENCOUNTER, SEEN, "Encounter/1");

    @Test
    void a_fracture_without_a_date_has_the_day_of_its_contact() {
        Event fracture = fracture(null);
        assertThat(dayOf(fracture, CONTACT)).isEqualTo(SEEN);
    }

    @Test
    void the_contact_gives_a_better_day_than_the_record() {
        Event fracture = fracture(RECORDED).withEnd(RECORDED);
        assertThat(dayOf(fracture, CONTACT)).isEqualTo(SEEN);
        assertThat(dayOf(fracture)).as("contact not known").isEqualTo(RECORDED);
    }

    @Test
    void an_onset_is_kept() {
        LocalDate onset = LocalDate.of(2024, 5, 1);
        assertThat(dayOf(fracture(onset), CONTACT)).isEqualTo(onset);
    }

    @Test
    void a_cause_without_a_date_has_the_day_of_its_contact() {
        Event cause = Event.of(Kind.CIRCUMSTANCE, null, "Condition/1").withEncounter("Encounter/1");
        assertThat(dayOf(cause, CONTACT)).isEqualTo(SEEN);
    }

    private static Event fracture(LocalDate day) {
        return Event.of(Kind.FRACTURE, day, "Condition/1").withCode("S525").withEncounter("Encounter/1");
    }

    private static LocalDate dayOf(Event event, Event... others) {
        List<Event> all = new ArrayList<>(List.of(others));
        all.add(event);
        return ContactDays.filledIn(all).stream()
                .filter(e -> e.source().equals(event.source()))
                .findFirst()
                .orElseThrow()
                .day();
    }
}
