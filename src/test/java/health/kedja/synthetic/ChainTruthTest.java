package health.kedja.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.indicator.Counts;
import health.kedja.pathway.Kind;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Chains of which it can be said by hand which steps are asked for and done. */
class ChainTruthTest {

    private static final LocalDate DAY = LocalDate.of(2018, 3, 10);
    private static final Counts DONE = new Counts(1, 0, 0, 1, 1, 0, 0, 0);
    private static final Counts NOT_DONE = new Counts(1, 0, 0, 1, 0, 0, 0, 0);
    private static final Counts NOT_ASKED_FOR = new Counts(1, 1, 0, 0, 0, 0, 0, 0);
    private static final String ALENDRONATE = "M05BA04";

    private final Recorded person = new Recorded();

    @Test
    void a_broken_hip_asks_for_a_drug_whatever_frax_says() {
        person.fracture(DAY, Bone.HIP).frax(DAY.plusDays(5), 3);

        assertThat(steps("treatment")).isEqualTo(NOT_DONE);
        assertThat(steps("monitoring")).isEqualTo(NOT_DONE);
        person.dispensed(DAY.plusDays(200), ALENDRONATE, 90);
        assertThat(steps("treatment")).as("late is done").isEqualTo(DONE);
    }

    @Test
    void a_wrist_at_a_frax_of_15_asks_for_no_drug_and_nothing_that_follows_it() {
        person.fracture(DAY, Bone.WRIST).frax(DAY.plusDays(5), 15);

        assertThat(steps("treatment")).isEqualTo(NOT_ASKED_FOR);
        assertThat(steps("handover")).isEqualTo(NOT_ASKED_FOR);
        assertThat(steps("monitoring")).isEqualTo(NOT_ASKED_FOR);
        assertThat(steps("adherence")).isEqualTo(NOT_ASKED_FOR);
    }

    @Test
    void a_frax_of_30_is_not_above_30_and_waits_for_bone_density() {
        person.fracture(DAY, Bone.WRIST).frax(DAY.plusDays(5), 30);
        assertThat(steps("treatment")).as("no scan yet").isEqualTo(NOT_DONE);

        person.tScore(DAY.plusDays(40), -2.4);
        assertThat(steps("treatment")).isEqualTo(NOT_ASKED_FOR);
        person.tScore(DAY.plusDays(40), -2.5);
        assertThat(steps("treatment")).as("the lowest decides").isEqualTo(NOT_DONE);
    }

    @Test
    void a_frax_above_30_asks_for_a_drug_whatever_the_t_score_is() {
        person.fracture(DAY, Bone.WRIST).frax(DAY.plusDays(5), 30.1).tScore(DAY.plusDays(40), 0);

        assertThat(steps("treatment")).isEqualTo(NOT_DONE);
    }

    @Test
    void where_the_scan_was_decided_against_the_clinician_decides_on_the_drug_without_it() {
        person.fracture(DAY, Bone.WRIST)
                .frax(DAY.plusDays(5), 20)
                .decision(DAY.plusDays(9), Kind.BONE_DENSITY_SCAN, "declined");

        assertThat(steps("bone-density")).isEqualTo(NOT_ASKED_FOR);
        assertThat(steps("treatment")).isEqualTo(NOT_DONE);
        assertThat(steps("handover")).isEqualTo(NOT_DONE);
    }

    @Test
    void known_osteoporosis_asks_for_a_drug_at_intermediate_risk_whatever_the_t_score_is() {
        person.fracture(DAY, Bone.WRIST).frax(DAY.plusDays(5), 20).tScore(DAY.plusDays(9), -1);
        assertThat(steps("treatment")).isEqualTo(NOT_ASKED_FOR);

        person.diagnosed(DAY.minusYears(3));
        assertThat(steps("treatment")).isEqualTo(NOT_DONE);
    }

    @Test
    void three_months_of_cortisone_ask_for_a_drug_at_intermediate_risk_only() {
        person.fracture(DAY, Bone.WRIST)
                .frax(DAY.plusDays(5), 20)
                .tScore(DAY.plusDays(9), -1)
                .dispensed(DAY.minusDays(60), "H02AB06", 89);
        assertThat(steps("treatment")).isEqualTo(NOT_ASKED_FOR);

        person.dispensed(DAY.minusDays(60), "H02AB06", 100);
        assertThat(steps("treatment")).isEqualTo(NOT_DONE);
        person.frax(DAY.plusDays(6), 10);
        assertThat(steps("treatment")).as("low risk").isEqualTo(NOT_ASKED_FOR);
    }

    @Test
    void months_of_cortisone_are_added_up_when_some_of_it_goes_on_at_the_fracture() {
        person.fracture(DAY, Bone.WRIST)
                .frax(DAY.plusDays(5), 20)
                .tScore(DAY.plusDays(9), -1)
                .dispensed(DAY.minusYears(2), "H02AB06", 80);
        assertThat(steps("treatment")).isEqualTo(NOT_ASKED_FOR);

        person.dispensed(DAY.minusDays(11), "H02AB06", 11);
        assertThat(steps("treatment")).as("over on the day before").isEqualTo(NOT_ASKED_FOR);
        person.dispensed(DAY.minusDays(11), "H02AB06", 12);
        assertThat(steps("treatment")).as("on 92 days, the last the fracture's").isEqualTo(NOT_DONE);
    }

    @Test
    void who_declined_the_drug_is_handed_over_all_the_same() {
        person.fracture(DAY, Bone.HIP).decision(DAY.plusDays(3), Kind.DRUG_ORDERED, "declined");

        assertThat(steps("treatment")).isEqualTo(NOT_ASKED_FOR);
        assertThat(steps("monitoring")).isEqualTo(NOT_ASKED_FOR);
        assertThat(steps("handover")).isEqualTo(NOT_DONE);
    }

    @Test
    void a_decision_31_days_before_the_fracture_is_about_something_else() {
        person.fracture(DAY, Bone.HIP).decision(DAY.minusDays(31), Kind.DRUG_ORDERED, "declined");
        assertThat(steps("treatment")).isEqualTo(NOT_DONE);

        person.decision(DAY.minusDays(30), Kind.DRUG_ORDERED, "declined");
        assertThat(steps("treatment")).isEqualTo(NOT_ASKED_FOR);
    }

    @Test
    void handover_is_done_when_the_later_of_primary_care_and_physiotherapist_is_told() {
        person.fracture(DAY, Bone.HIP).referral(DAY.plusDays(10), "primary-care");
        assertThat(steps("handover")).isEqualTo(NOT_DONE);

        person.referral(DAY.plusDays(30), "physiotherapy");
        assertThat(days("handover")).containsExactly(30);
        person.care(DAY.plusDays(20), Kind.DISCHARGE_NOTE);
        assertThat(days("handover")).as("a note tells both").containsExactly(20);
    }

    @Test
    void over_80_handover_is_asked_for_at_low_risk_too() {
        LocalDate at80 = LocalDate.of(2021, 4, 30);
        person.fracture(at80, Bone.WRIST).frax(at80, 5);
        assertThat(person.counts("CHAIN-handover", 2021)).isEqualTo(NOT_ASKED_FOR);

        LocalDate at81 = LocalDate.of(2021, 5, 1);
        Recorded older = new Recorded().fracture(at81, Bone.WRIST).frax(at81, 5);
        assertThat(older.counts("CHAIN-handover", 2021)).isEqualTo(NOT_DONE);
        assertThat(older.counts("CHAIN-treatment", 2021)).isEqualTo(NOT_ASKED_FOR);
    }

    @Test
    void who_breaks_a_bone_on_treatment_is_to_have_it_reviewed_and_a_refill_is_no_review() {
        person.fracture(DAY, Bone.WRIST)
                .frax(DAY.plusDays(5), 5)
                .dispensed(DAY.minusDays(60), ALENDRONATE, 90)
                .dispensed(DAY.plusDays(30), ALENDRONATE, 90);
        assertThat(steps("treatment")).as("whatever the risk").isEqualTo(NOT_DONE);

        person.referral(DAY.plusDays(90), "osteoporosis-clinic");
        assertThat(days("treatment")).containsExactly(90);
        person.dispensed(DAY.plusDays(80), "M05BX04", 183);
        assertThat(days("treatment")).as("another drug").containsExactly(80);
        person.care(DAY.plusDays(70), Kind.DRUG_ORDERED);
        assertThat(days("treatment")).as("prescribed anew").containsExactly(70);
    }

    @Test
    void a_supply_covers_its_days_and_thirty_more() {
        LocalDate before = DAY.minusDays(1);
        person.fracture(DAY, Bone.HIP)
                .dispensed(before.minusDays(120), ALENDRONATE, 90)
                .dispensed(DAY.plusDays(1), ALENDRONATE, 90);
        assertThat(days("treatment")).as("not covered on the day before").containsExactly(1);

        person.dispensed(before.minusDays(119), ALENDRONATE, 90);
        assertThat(steps("treatment")).as("covered: a refill is no review").isEqualTo(NOT_DONE);
    }

    @Test
    void on_treatment_means_covered_on_day_364() {
        person.fracture(DAY, Bone.HIP).dispensed(DAY.plusDays(364 - 120), ALENDRONATE, 90);
        assertThat(steps("adherence")).isEqualTo(NOT_DONE);

        person.dispensed(DAY.plusDays(364 - 119), ALENDRONATE, 90);
        assertThat(days("adherence")).containsExactly(364);
    }

    @Test
    void a_chain_that_the_next_fracture_ends_is_not_asked_for_what_falls_due_later() {
        person.fracture(DAY, Bone.HIP).fracture(DAY.plusDays(111), Bone.LUMBAR_SPINE);
        assertThat(steps("treatment").denominatorExclusion()).isEqualTo(1);
        assertThat(steps("treatment").initialPopulation()).isEqualTo(2);

        Recorded other = new Recorded().fracture(DAY, Bone.HIP).fracture(DAY.plusDays(112), Bone.LUMBAR_SPINE);
        assertThat(other.counts("CHAIN-treatment", 2018)).isEqualTo(new Counts(2, 0, 0, 2, 0, 0, 0, 0));
    }

    private Counts steps(String step) {
        return person.counts("CHAIN-" + step, 2018);
    }

    private int[] days(String step) {
        return person.truth(2018, LocalDate.of(2022, 12, 31))
                .get("CHAIN-" + step + "-TIME")
                .values(stratum -> true);
    }
}
