package health.kedja.pathway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContactDaysTest {

    private static final LocalDate ADMITTED = LocalDate.of(2024, 3, 1);
    private static final LocalDate RECORDED = LocalDate.of(2024, 3, 9);
    private static final Event CONTACT = Event.of(Kind.ENCOUNTER, ADMITTED, "Encounter/9");
    private static final Event FRACTURE =
            Event.of(Kind.FRACTURE, RECORDED, "Condition/1").withEncounter("Encounter/9");

    @Test
    void the_first_day_of_the_contact_goes_before_the_day_of_recording() {
        assertThat(fracture(FRACTURE.withEnd(RECORDED), CONTACT))
                .isEqualTo(Event.of(Kind.FRACTURE, ADMITTED, "Condition/1").withEncounter("Encounter/9"));
    }

    @Test
    void a_fracture_without_any_date_has_that_of_its_contact() {
        assertThat(fracture(
                                new Event(
                                        Kind.FRACTURE,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        Double.NaN,
                                        "Condition/1",
                                        "Encounter/9"),
                                CONTACT)
                        .day())
                .isEqualTo(ADMITTED);
    }

    @Test
    void the_onset_stays() {
        assertThat(fracture(FRACTURE, CONTACT)).isEqualTo(FRACTURE);
    }

    @Test
    void without_the_contact_the_day_of_recording_stays() {
        assertThat(fracture(FRACTURE.withEnd(RECORDED))).isEqualTo(FRACTURE);
    }

    @Test
    void a_cause_without_a_date_has_that_of_its_contact() {
        Event cause =
                new Event(Kind.CIRCUMSTANCE, null, null, "V184", null, null, Double.NaN, "Condition/2", "Encounter/9");

        assertThat(History.of(List.of(cause, CONTACT)).events())
                .filteredOn(event -> event.kind() == Kind.CIRCUMSTANCE)
                .extracting(Event::day)
                .containsExactly(ADMITTED);
    }

    private static Event fracture(Event... events) {
        return History.of(List.of(events)).events().stream()
                .filter(event -> event.kind() == Kind.FRACTURE)
                .findFirst()
                .orElseThrow();
    }
}
