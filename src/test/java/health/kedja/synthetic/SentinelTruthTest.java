package health.kedja.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.indicator.Counts;
import health.kedja.pathway.Kind;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The patient-level indicators of IOF and RCP of people of whom they can be said by hand. */
class SentinelTruthTest {

    private static final LocalDate DAY = LocalDate.of(2018, 3, 10);
    private static final Counts YES = new Counts(1, 0, 0, 1, 1, 0, 0, 0);
    private static final Counts NO = new Counts(1, 0, 0, 1, 0, 0, 0, 0);
    private static final Counts LEFT_OUT = new Counts(1, 1, 0, 0, 0, 0, 0, 0);
    private static final Counts NOT_AMONG_THEM = Counts.NOTHING;
    private static final String ALENDRONATE = "M05BA04";

    private final Recorded person = new Recorded().fracture(DAY, Bone.WRIST);

    @Test
    void an_assessment_on_day_84_counts_for_iof_and_one_on_day_90_for_rcp_only() {
        person.frax(DAY.plusDays(85), 20);
        assertThat(counts("IOF-3")).isEqualTo(NO);
        assertThat(counts("RCP-4")).isEqualTo(YES);

        person.frax(DAY.plusDays(84), 20);
        assertThat(counts("IOF-3")).isEqualTo(YES);
        assertThat(new Recorded()
                        .fracture(DAY, Bone.WRIST)
                        .frax(DAY.plusDays(91), 9)
                        .counts("RCP-4", 2018))
                .isEqualTo(NO);
    }

    @Test
    void being_seen_by_the_coordinator_is_an_assessment_for_rcp_and_not_for_iof() {
        person.care(DAY.plusDays(10), Kind.COORDINATOR_ASSESSMENT);

        assertThat(counts("RCP-4")).isEqualTo(YES);
        assertThat(counts("IOF-3")).isEqualTo(NO);
    }

    @Test
    void who_dies_within_the_time_is_left_out_by_iof_and_counted_by_rcp() {
        person.died(DAY.plusDays(84));
        assertThat(counts("IOF-3")).isEqualTo(LEFT_OUT);
        assertThat(counts("IOF-4")).isEqualTo(LEFT_OUT);
        assertThat(counts("RCP-4")).isEqualTo(NO);

        person.died(DAY.plusDays(85));
        assertThat(counts("IOF-3")).isEqualTo(NO);
        assertThat(counts("IOF-7")).as("sixteen weeks").isEqualTo(LEFT_OUT);
    }

    @Test
    void a_scan_recorded_as_not_indicated_leaves_out_and_one_declined_does_not() {
        person.decision(DAY.plusDays(10), Kind.BONE_DENSITY_SCAN, "declined");
        assertThat(counts("IOF-4")).isEqualTo(NO);

        person.decision(DAY.plusDays(85), Kind.BONE_DENSITY_SCAN, "not-indicated");
        assertThat(counts("IOF-4")).as("after the time").isEqualTo(NO);
        assertThat(counts("RCP-5")).as("within the time").isEqualTo(LEFT_OUT);
    }

    @Test
    void a_referral_to_the_falls_clinic_is_a_falls_assessment_and_one_to_primary_care_is_not() {
        person.referral(DAY.plusDays(5), "primary-care");
        assertThat(counts("IOF-5")).isEqualTo(NO);

        person.referral(DAY.plusDays(113), "falls-clinic");
        assertThat(counts("IOF-5")).isEqualTo(NO);
        assertThat(counts("RCP-6")).as("within a year").isEqualTo(YES);
    }

    @Test
    void a_prescription_is_a_recommendation_and_no_beginning() {
        person.care(DAY.plusDays(112), Kind.DRUG_ORDERED);

        assertThat(counts("IOF-6")).isEqualTo(YES);
        assertThat(counts("IOF-9")).isEqualTo(NO);
        assertThat(counts("RCP-10")).isEqualTo(NO);
        person.dispensed(DAY.plusDays(112), ALENDRONATE, 90);
        assertThat(counts("IOF-9")).isEqualTo(YES);
        assertThat(counts("RCP-10")).isEqualTo(YES);
    }

    @Test
    void what_the_patient_declined_was_recommended_and_is_followed_up_by_nobody() {
        person.decision(DAY.plusDays(20), Kind.DRUG_ORDERED, "declined");

        assertThat(counts("IOF-6")).isEqualTo(YES);
        assertThat(counts("RCP-7")).isEqualTo(YES);
        assertThat(counts("IOF-8")).isEqualTo(NOT_AMONG_THEM);
        person.decision(DAY.plusDays(30), Kind.DRUG_ORDERED, "contraindicated");
        assertThat(counts("RCP-7")).isEqualTo(LEFT_OUT);
    }

    @Test
    void a_follow_up_in_the_eleventh_week_counts_for_iof_and_not_for_rcp() {
        person.dispensed(DAY.plusDays(9), ALENDRONATE, 90).care(DAY.plusDays(83), Kind.FOLLOW_UP_CONTACT);
        assertThat(counts("IOF-8")).isEqualTo(YES);
        assertThat(counts("RCP-9")).isEqualTo(NO);

        person.care(DAY.plusDays(84), Kind.FOLLOW_UP_CONTACT);
        assertThat(counts("RCP-9")).isEqualTo(YES);
    }

    @Test
    void on_the_drug_after_a_year_means_supplied_in_its_second_half() {
        person.dispensed(DAY.plusDays(9), ALENDRONATE, 90).dispensed(DAY.plusDays(181), ALENDRONATE, 90);
        assertThat(counts("IOF-10")).isEqualTo(NO);
        assertThat(counts("RCP-11")).isEqualTo(NO);

        person.dispensed(DAY.plusDays(365), ALENDRONATE, 90);
        assertThat(counts("IOF-10")).as("52 weeks are 364 days").isEqualTo(NO);
        assertThat(counts("RCP-11")).as("12 months are 365 days").isEqualTo(YES);
        person.dispensed(DAY.plusDays(182), ALENDRONATE, 90);
        assertThat(counts("IOF-10")).isEqualTo(YES);
    }

    @Test
    void the_spine_is_the_site_when_it_broke_on_the_day_of_the_first_fracture() {
        person.fracture(DAY.plusDays(200), Bone.LUMBAR_SPINE);
        assertThat(counts("RCP-3")).isEqualTo(NO);

        person.fracture(DAY, Bone.THORACIC_SPINE);
        assertThat(counts("RCP-3")).isEqualTo(YES);
    }

    @Test
    void training_after_a_hip_fracture_counts_for_iof_and_rcp_begins_with_the_next_bone() {
        Recorded hip = new Recorded()
                .fracture(DAY, Bone.HIP)
                .fracture(DAY.plusDays(120), Bone.WRIST)
                .care(DAY.plusDays(30), Kind.TRAINING);
        assertThat(hip.counts("IOF-7", 2018)).isEqualTo(YES);
        assertThat(hip.counts("RCP-8", 2018)).isEqualTo(NO);

        hip.care(DAY.plusDays(232), Kind.TRAINING);
        assertThat(hip.counts("RCP-8", 2018)).isEqualTo(YES);
    }

    @Test
    void who_cannot_yet_have_been_followed_is_pending() {
        Counts early = person.truth(2018, DAY.plusDays(83)).get("IOF-3").whole();

        assertThat(early).isEqualTo(new Counts(1, 0, 1, 0, 0, 0, 0, 0));
        assertThat(person.truth(2018, DAY).get("RCP-3").whole())
                .as("known at once")
                .isEqualTo(NO);
    }

    private Counts counts(String indicator) {
        return person.counts(indicator, 2018);
    }
}
