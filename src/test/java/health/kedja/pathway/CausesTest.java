package health.kedja.pathway;

import static health.kedja.pathway.Patient.born1950;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which external cause belongs to which fracture. */
class CausesTest {

    private static final String LATER = "2024-02-01";
    private static final List<String> HIGH_ENERGY = List.of("Condition/1 high-energy");

    @ParameterizedTest
    @ValueSource(strings = {"W11", "W1500", "W17", "V134", "V4990"})
    void falls_from_height_and_transport_are_high_energy(String cause) {
        assertThat(wristOn1January(e -> e)
                        .has("circumstance:" + cause, "2024-01-01")
                        .excluded(LATER))
                .isEqualTo(HIGH_ENERGY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"W010", "W1809", "W06", "W10", "W19", "X59", "W18"})
    void falls_on_the_same_level_and_on_stairs_are_not(String cause) {
        assertThat(wristOn1January(e -> e)
                        .has("circumstance:" + cause, "2024-01-01")
                        .indexFractures(LATER))
                .hasSize(1);
    }

    @Test
    void a_fracture_without_cause_is_taken_as_low_energy() {
        assertThat(wristOn1January(event -> event).indexFractures(LATER)).hasSize(1);
    }

    @Test
    void of_a_high_and_a_low_cause_the_high_one_counts() {
        assertThat(wristOn1January(e -> e)
                        .has("circumstance:W01", "2024-01-01")
                        .has("circumstance:V13", "2024-01-01")
                        .excluded(LATER))
                .isEqualTo(HIGH_ENERGY);
    }

    @Test
    void a_cause_coded_in_the_same_condition_counts() {
        assertThat(wristOn1January(event -> event.withEncounter("Encounter/1"))
                        .has("circumstance", "2024-01-01", event -> cause(event, "Condition/1", "V13", "Encounter/2"))
                        .excluded(LATER))
                .isEqualTo(HIGH_ENERGY);
    }

    @Test
    void a_cause_that_the_fracture_names_counts_whatever_its_day_and_contact() {
        assertThat(wristOn1January(event -> event.withEncounter("Encounter/1"))
                        .has(
                                "circumstance",
                                "2024-01-01",
                                event -> new Event(
                                        Kind.CIRCUMSTANCE,
                                        event.day(),
                                        null,
                                        null,
                                        "Condition/9",
                                        null,
                                        Double.NaN,
                                        "Condition/1",
                                        null))
                        .has("circumstance", "2023-12-31", event -> cause(event, "Condition/9", "V13", "Encounter/2"))
                        .excluded(LATER))
                .isEqualTo(HIGH_ENERGY);
    }

    @Test
    void a_cause_of_the_same_contact_counts_whatever_its_day() {
        assertThat(wristOn1January(event -> event.withEncounter("Encounter/1"))
                        .has("circumstance:V13", "2024-01-04", event -> event.withEncounter("Encounter/1"))
                        .excluded(LATER))
                .isEqualTo(HIGH_ENERGY);
    }

    @Test
    void a_cause_of_another_contact_does_not_count_even_on_the_same_day() {
        assertThat(wristOn1January(event -> event.withEncounter("Encounter/1"))
                        .has("circumstance:V13", "2024-01-01", event -> event.withEncounter("Encounter/2"))
                        .indexFractures(LATER))
                .hasSize(1);
    }

    @Test
    void a_cause_of_the_same_day_counts_where_either_has_no_contact() {
        assertThat(wristOn1January(event -> event.withEncounter("Encounter/1"))
                        .has("circumstance:V13", "2024-01-01")
                        .excluded(LATER))
                .isEqualTo(HIGH_ENERGY);
        assertThat(wristOn1January(event -> event)
                        .has("circumstance:V13", "2024-01-02")
                        .indexFractures(LATER))
                .hasSize(1);
    }

    private static Patient wristOn1January(UnaryOperator<Event> more) {
        return born1950().breaks("S525", "2024-01-01", more);
    }

    private static Event cause(Event event, String source, String code, String encounter) {
        return new Event(Kind.CIRCUMSTANCE, event.day(), null, code, null, null, Double.NaN, source, encounter);
    }
}
