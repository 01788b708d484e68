package health.kedja.pathway;

import static health.kedja.pathway.Patient.born1950;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which recorded fractures are one fracture. */
class EpisodeTest {

    @Test
    void two_wrist_codes_20_days_apart_are_one_fracture() {
        Patient patient = born1950().breaks("S525", "2024-01-01").breaks("S526", "2024-01-21");

        assertThat(patient.indexFractures("2024-03-01")).containsExactly("Condition/1 wrist 2024-01-01");
        assertThat(patient.excluded("2024-03-01")).containsExactly("Condition/2 same-episode");
        assertThat(patient.chain("2024-03-01").fractures()).containsExactly("Condition/1", "Condition/2");
    }

    @Test
    void the_same_site_breaks_anew_from_three_calendar_months_on() {
        assertThat(born1950()
                        .breaks("S525", "2024-01-15")
                        .breaks("S525", "2024-04-14")
                        .excluded("2024-05-01"))
                .containsExactly("Condition/2 same-episode");
        assertThat(born1950()
                        .breaks("S525", "2024-01-15")
                        .breaks("S525", "2024-04-15")
                        .indexFractures("2024-05-01"))
                .containsExactly("Condition/2 wrist 2024-04-15", "Condition/1 wrist 2024-01-15");
    }

    @Test
    void three_months_from_30_november_end_on_the_last_day_of_february() {
        assertThat(born1950()
                        .breaks("S525", "2023-11-30")
                        .breaks("S525", "2024-02-28")
                        .excluded("2024-05-01"))
                .containsExactly("Condition/2 same-episode");
        assertThat(born1950()
                        .breaks("S525", "2023-11-30")
                        .breaks("S525", "2024-02-29")
                        .excluded("2024-05-01"))
                .isEmpty();
    }

    @Test
    void the_months_count_from_the_previous_recorded_care() {
        assertThat(born1950()
                        .breaks("S525", "2024-01-01")
                        .breaks("S525", "2024-03-20")
                        .breaks("S525", "2024-06-19")
                        .excluded("2024-07-01"))
                .containsExactly("Condition/2 same-episode", "Condition/3 same-episode");
    }

    @Test
    void later_codes_of_an_excluded_fracture_open_no_chain_either() {
        assertThat(born1950()
                        .breaks("S525", "2024-01-01")
                        .has("circumstance:V13", "2024-01-01")
                        .breaks("S525", "2024-01-15")
                        .excluded("2024-07-01"))
                .containsExactly("Condition/1 high-energy", "Condition/2 same-episode");
    }

    @Test
    void left_and_right_are_two_sites_when_both_are_stated() {
        Patient patient = born1950()
                .breaks("S525", "2024-01-01", event -> event.withLaterality("left"))
                .breaks("S525", "2024-02-01", event -> event.withLaterality("right"));

        assertThat(patient.indexFractures("2024-03-01")).hasSize(2);
        assertThat(born1950()
                        .breaks("S525", "2024-01-01", event -> event.withLaterality("left"))
                        .breaks("S525", "2024-02-01")
                        .indexFractures("2024-03-01"))
                .hasSize(1);
        assertThat(born1950()
                        .breaks("S525", "2024-01-01", event -> event.withLaterality("left"))
                        .breaks("S525", "2024-02-01", event -> event.withLaterality("bilateral"))
                        .indexFractures("2024-03-01"))
                .hasSize(1);
    }

    @Test
    void a_side_learned_later_belongs_to_the_episode() {
        assertThat(born1950()
                        .breaks("S525", "2024-01-01")
                        .breaks("S525", "2024-01-10", event -> event.withLaterality("left"))
                        .breaks("S525", "2024-02-10", event -> event.withLaterality("right"))
                        .indexFractures("2024-03-01"))
                .hasSize(2);
    }

    @Test
    void different_sites_within_14_days_are_one_event_named_after_the_first_in_order() {
        Patient patient = born1950().breaks("S525", "2024-01-01").breaks("S720", "2024-01-15");

        assertThat(patient.indexFractures("2024-03-01")).containsExactly("Condition/2 hip 2024-01-01");
        assertThat(patient.excluded("2024-03-01")).containsExactly("Condition/1 same-episode");
        assertThat(patient.chain("2024-03-01").fractures()).containsExactly("Condition/2", "Condition/1");
    }

    @Test
    void different_sites_15_days_apart_are_two_fractures() {
        assertThat(born1950()
                        .breaks("S525", "2024-01-01")
                        .breaks("S720", "2024-01-16")
                        .indexFractures("2024-03-01"))
                .containsExactly("Condition/2 hip 2024-01-16", "Condition/1 wrist 2024-01-01");
    }

    @Test
    void the_14_days_count_from_the_first_fracture_of_the_event() {
        assertThat(born1950()
                        .breaks("S525", "2024-01-01")
                        .breaks("S422", "2024-01-10")
                        .breaks("S325", "2024-01-20")
                        .indexFractures("2024-03-01"))
                .containsExactly("Condition/3 pelvis 2024-01-20", "Condition/2 proximal-humerus 2024-01-01");
    }

    @Test
    void excluded_fractures_come_in_order_of_day() {
        assertThat(born1950()
                        .breaks("S626", "2024-01-20")
                        .breaks("S525", "2024-01-01")
                        .breaks("S720", "2024-01-02")
                        .breaks("S525", null)
                        .excluded("2024-03-01"))
                .containsExactly(
                        "Condition/4 date-unknown", "Condition/2 same-episode", "Condition/1 site-not-in-pathway");
    }
}
