package health.kedja.pathway;

import static health.kedja.pathway.Patient.born1950;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** D24: long treatment with glucocorticoids is a reason to treat the bones. The fracture is on 1 January 2024. */
class GlucocorticoidTest {

    private static final Guideline SKANE = Programmes.skane();
    private static final Guideline SVOS = Programmes.svos();

    @Test
    void d24_in_skane_more_than_90_days_are_a_reason_and_90_are_not() {
        assertThat(indicated(SKANE, wrist().dispensed("H02AB06", "2023-12-01", 91)))
                .isTrue();
        assertThat(indicated(SKANE, wrist().dispensed("H02AB06", "2023-12-01", 90)))
                .isFalse();
    }

    @Test
    void d24_in_the_national_pathway_90_days_at_raised_risk_are_a_reason_and_89_are_not() {
        assertThat(indicated(Programmes.psvf(), raised().dispensed("H02AB06", "2023-12-01", 90)))
                .isTrue();
        assertThat(indicated(Programmes.psvf(), raised().dispensed("H02AB06", "2023-12-01", 89)))
                .isFalse();
        assertThat(indicated(Programmes.psvf(), wrist().dispensed("H02AB06", "2023-12-01", 90)))
                .isFalse();
    }

    @Test
    void d24_a_day_that_two_dispensings_cover_counts_once() {
        Patient overlapping = wrist().dispensed("H02AB06", "2023-11-01", 60).dispensed("H02AB06", "2023-12-01", 60);
        Patient following = wrist().dispensed("H02AB06", "2023-11-01", 60).dispensed("H02AB06", "2023-12-31", 31);
        Patient within = wrist().dispensed("H02AB06", "2023-10-01", 90).dispensed("H02AB06", "2023-12-01", 5);

        assertThat(indicated(SKANE, overlapping)).isFalse();
        assertThat(indicated(SKANE, following)).isTrue();
        assertThat(indicated(lookingBack("366"), within)).isFalse();
    }

    @Test
    void d24_a_dispensing_without_its_days_counts_as_the_file_says() {
        Patient patient = wrist().has("drug-dispensed:H02AB06", "2023-12-01").dispensed("H02AB06", "2024-01-15", 60);

        assertThat(indicated(SKANE, patient)).isTrue();
        assertThat(indicated(
                        Programmes.with("se-skane-2018", "covers-days: 90        #", "covers-days: 30        #"),
                        patient))
                .isFalse();
    }

    @Test
    void d24_a_treatment_that_ended_before_the_fracture_counts_only_where_ever_is_enough() {
        Patient endedTheDayBefore = wrist().dispensed("H02AB06", "2023-09-01", 122);
        Patient endedOnTheDay = wrist().dispensed("H02AB06", "2023-09-01", 123);

        assertThat(indicated(SKANE, endedTheDayBefore)).isFalse();
        assertThat(indicated(SKANE, endedOnTheDay)).isTrue();
        assertThat(indicated(lookingBack("36600"), endedTheDayBefore)).isTrue();
    }

    @Test
    void d24_other_drugs_and_prescriptions_do_not_count() {
        assertThat(indicated(SKANE, wrist().dispensed("H03AA01", "2023-12-01", 100)))
                .isFalse();
        assertThat(indicated(SKANE, wrist().has("drug-ordered:H02AB06", "2023-09-01")))
                .isFalse();
    }

    @Test
    void d24_under_svos_more_than_5_milligrams_a_day_are_a_reason_and_5_are_not() {
        assertThat(indicated(SVOS, stated("H02AB06", 5.1))).isTrue();
        assertThat(indicated(SVOS, stated("H02AB06", 5))).isFalse();
        assertThat(indicated(
                        Programmes.with("se-svos-2021", "above, value: 5}", "at-or-above, value: 5}"),
                        stated("H02AB06", 5)))
                .isTrue();
    }

    @Test
    void d24_the_dose_of_another_glucocorticoid_is_not_known() {
        Guideline knownOnly =
                Programmes.with("se-svos-2021", "unknown-dose-counts: true", "unknown-dose-counts: false");

        assertThat(indicated(SVOS, stated("H02AB02", 1))).isTrue();
        assertThat(indicated(knownOnly, stated("H02AB02", 1))).isFalse();
        assertThat(indicated(knownOnly, stated("H02AB06", Double.NaN))).isFalse();
        assertThat(indicated(knownOnly, stated("H02AB06", 7.5))).isTrue();
        assertThat(indicated(knownOnly, wrist().dispensed("H02AB06", "2023-12-01", 100)))
                .isFalse();
    }

    @Test
    void d24_a_stated_treatment_without_end_lasts_until_the_day_asked_for() {
        Patient patient = wrist().has("drug-stated:H02AB06", "2023-12-01");

        assertThat(patient.step(SKANE, StepCode.TREATMENT, "2024-02-28").reason())
                .isEqualTo(StepReason.WAITS_FOR_RISK_ASSESSMENT);
        assertThat(patient.step(SKANE, StepCode.TREATMENT, "2024-02-29").reason())
                .isNull();
    }

    private static Guideline lookingBack(String days) {
        return Programmes.with("se-skane-2018", "        look-back-days: 0 ", "        look-back-days: " + days + " ");
    }

    private static boolean indicated(Guideline guideline, Patient patient) {
        Step step = patient.step(guideline, StepCode.TREATMENT, "2024-02-01");
        return step.status() == StepStatus.DUE && step.reason() == null;
    }

    private static Patient stated(String atc, double milligrams) {
        return wrist().has(
                        "drug-stated:" + atc,
                        "2023-12-01",
                        event -> event.withValue(milligrams).withEnd(LocalDate.parse("2024-06-01")));
    }

    private static Patient raised() {
        return wrist().frax(20, "2024-01-05");
    }

    private static Patient wrist() {
        return born1950().breaks("S525", "2024-01-01");
    }
}
