package health.kedja.pathway;

import static health.kedja.pathway.Patient.born1950;
import static health.kedja.pathway.StepCode.BONE_DENSITY;
import static health.kedja.pathway.StepCode.HANDOVER;
import static health.kedja.pathway.StepCode.LABORATORY;
import static health.kedja.pathway.StepCode.TREATMENT;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is scanned and treated, and the review of an ongoing treatment: rules D05 to D12, D18, D31 and D36. */
class TreatmentTest {

    private static final String DAY = "2024-03-01";

    private final Patient wrist = born1950().breaks("S525", "2024-01-01");

    @ParameterizedTest
    @EnumSource(names = {"BONE_DENSITY", "LABORATORY", "TREATMENT", "HANDOVER"})
    void before_the_risk_is_known_the_work_up_waits_for_it(StepCode code) {
        assertThat(wrist.step(code, DAY).status()).isEqualTo(StepStatus.DUE);
        assertThat(wrist.step(code, DAY).reason()).isEqualTo(StepReason.WAITS_FOR_RISK_ASSESSMENT);
    }

    @ParameterizedTest
    @CsvSource({
        "BONE_DENSITY, D06, CONFIRMED",
        "LABORATORY, D06, DERIVED",
        "TREATMENT, D05, CONFIRMED",
        "HANDOVER, D25, CONFIRMED"
    })
    void d05_d06_at_low_risk_there_is_no_work_up_and_no_treatment(StepCode code, String rule, Certainty certainty) {
        Step step = wrist.frax(15, "2024-01-10").step(code, DAY);

        assertThat(step)
                .isEqualTo(new Step(
                        code,
                        StepStatus.NOT_APPLICABLE,
                        null,
                        null,
                        null,
                        java.util.List.of(),
                        StepReason.LOW_RISK,
                        rule,
                        certainty));
    }

    @Test
    void what_was_done_at_low_risk_is_done_all_the_same() {
        wrist.frax(12, "2024-01-10").has("bone-density-scan", "2024-01-20");

        assertThat(wrist.step(BONE_DENSITY, DAY).status()).isEqualTo(StepStatus.DONE);
    }

    @Test
    void at_intermediate_risk_treatment_waits_for_bone_density() {
        wrist.frax(22, "2024-01-10");

        assertThat(wrist.step(BONE_DENSITY, DAY).reason()).isNull();
        assertThat(wrist.step(LABORATORY, DAY).reason()).isNull();
        assertThat(wrist.step(TREATMENT, DAY).reason()).isEqualTo(StepReason.WAITS_FOR_BONE_DENSITY);
        assertThat(wrist.step(HANDOVER, DAY).reason()).isEqualTo(StepReason.WAITS_FOR_BONE_DENSITY);
    }

    @Test
    void d12_a_t_score_of_minus_2_5_asks_for_treatment_and_minus_2_4_does_not() {
        Step without = born1950()
                .breaks("S525", "2024-01-01")
                .frax(22, "2024-01-10")
                .tScore(-2.4, "2024-02-01")
                .step(TREATMENT, DAY);
        assertThat(without.status()).isEqualTo(StepStatus.NOT_APPLICABLE);
        assertThat(without.reason()).isEqualTo(StepReason.NOT_INDICATED);

        wrist.frax(22, "2024-01-10").tScore(-2.5, "2024-02-01");
        assertThat(wrist.step(TREATMENT, DAY).status()).isEqualTo(StepStatus.DUE);
        assertThat(wrist.step(TREATMENT, DAY).reason()).isNull();
        assertThat(wrist.step(HANDOVER, DAY).reason()).isNull();
    }

    @Test
    void d12_in_skane_minus_2_5_itself_is_not_osteoporosis() {
        wrist.frax(22, "2024-01-10").tScore(-2.5, "2024-02-01");

        assertThat(wrist.step(Programmes.skane(), TREATMENT, DAY).reason()).isEqualTo(StepReason.NOT_INDICATED);
        wrist.tScore(-2.6, "2024-02-02");
        assertThat(wrist.step(Programmes.skane(), TREATMENT, DAY).status()).isEqualTo(StepStatus.DUE);
    }

    @Test
    void the_lowest_t_score_of_hip_and_spine_counts() {
        wrist.frax(22, "2024-01-10")
                .tScore(-2.7, "2024-02-01")
                .has(
                        "t-score",
                        "2024-02-02",
                        event -> event.withQualifier("hip").withValue(-1));

        assertThat(wrist.step(TREATMENT, DAY).status()).isEqualTo(StepStatus.DUE);
    }

    @Test
    void a_t_score_of_another_or_unknown_region_or_from_before_the_look_back_does_not_count() {
        wrist.frax(22, "2024-01-10")
                .has(
                        "t-score",
                        "2024-02-01",
                        event -> event.withQualifier("forearm").withValue(-3))
                .has("t-score", "2024-02-01", event -> event.withValue(-3))
                .tScore(-3, "2022-12-31");

        assertThat(wrist.step(TREATMENT, DAY).reason()).isEqualTo(StepReason.WAITS_FOR_BONE_DENSITY);
    }

    @Test
    void d08_d18_high_risk_asks_for_treatment_without_bone_density() {
        wrist.frax(31, "2024-01-10");

        assertThat(wrist.step(TREATMENT, DAY).status()).isEqualTo(StepStatus.DUE);
        assertThat(wrist.step(TREATMENT, DAY).reason()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"M810", "M800F", "M821"})
    void d36_a_recorded_osteoporosis_is_an_indication_at_intermediate_risk(String code) {
        wrist.frax(22, "2024-01-10").has("osteoporosis-diagnosis:" + code, "2015-01-01");

        assertThat(wrist.step(TREATMENT, DAY).reason()).isNull();
    }

    @Test
    void another_bone_disease_is_not() {
        wrist.frax(22, "2024-01-10")
                .has("osteoporosis-diagnosis:M858", "2024-01-10")
                .tScore(-1, "2024-02-01");

        assertThat(wrist.step(TREATMENT, DAY).status()).isEqualTo(StepStatus.NOT_APPLICABLE);
    }

    @Test
    void nobody_waits_for_a_scan_that_was_declined() {
        wrist.frax(22, "2024-01-10").decidedAgainst("bone-density-scan", "declined", "2024-01-20");

        assertThat(wrist.step(TREATMENT, DAY).status()).isEqualTo(StepStatus.DUE);
        assertThat(wrist.step(TREATMENT, DAY).reason()).isNull();
    }

    @Test
    void d10_a_region_may_ask_for_frax_and_t_score_together() {
        Guideline svos = Programmes.psvfWith(
                "t-score: {comparison: at-or-below, value: -2.5}",
                "t-score: {comparison: at-or-below, value: -1}\n      frax-percent: {comparison: at-or-above, value: 20}");

        assertThat(born1950()
                        .breaks("S525", "2024-01-01")
                        .frax(20, "2024-01-10")
                        .tScore(-1, "2024-02-01")
                        .step(svos, TREATMENT, DAY)
                        .status())
                .isEqualTo(StepStatus.DUE);
        assertThat(wrist.frax(19.9, "2024-01-10").step(svos, TREATMENT, DAY).status())
                .isEqualTo(StepStatus.NOT_APPLICABLE);
    }

    @Test
    void d31_a_fracture_on_alendronate_asks_for_a_review_and_a_refill_is_none() {
        wrist.frax(12, "2024-01-10").dispensed("M05BA04", "2023-11-01", 90).dispensed("M05BA04", "2024-02-01", 90);

        Step step = wrist.step(TREATMENT, DAY);
        assertThat(step.status()).isEqualTo(StepStatus.DUE);
        assertThat(step.reason()).isEqualTo(StepReason.REVIEW_ONGOING_TREATMENT);
        assertThat(step.rule()).isEqualTo("D31");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drug-ordered:M05BA04",
                "drug-administered:M05BA08",
                "drug-dispensed:M05BX04",
                "referral:osteoporosis-clinic",
                "drug-review"
            })
    void a_new_prescription_a_dose_another_drug_a_referral_or_a_drug_review_is_a_review(String token) {
        wrist.dispensed("M05BA04", "2023-11-01", 90).has(token, "2024-01-01");

        Step step = wrist.step(TREATMENT, DAY);
        assertThat(step.status()).isEqualTo(StepStatus.DONE);
        assertThat(step.evidence()).containsExactly(token + "@2024-01-01");
        assertThat(step.rule()).isEqualTo("D31");
    }

    @Test
    void a_review_before_the_fracture_or_of_another_drug_group_is_none() {
        wrist.dispensed("M05BA04", "2023-11-01", 90)
                .has("drug-review", "2023-12-31")
                .has("drug-ordered:C09AA02", "2024-01-10");

        assertThat(wrist.step(TREATMENT, DAY).reason()).isEqualTo(StepReason.REVIEW_ONGOING_TREATMENT);
    }

    @Test
    void a_prescription_not_yet_fetched_is_no_ongoing_treatment() {
        Step step = wrist.has("drug-ordered:M05BA04", "2023-12-20").step(TREATMENT, DAY);

        assertThat(step.status()).isEqualTo(StepStatus.DONE);
        assertThat(step.done()).isEqualTo("2023-12-20");
        assertThat(step.rule()).isEqualTo("IOF-9");
    }

    @ParameterizedTest
    @CsvSource({
        // 90 days supplied and 30 of grace reach 119 days after the day; the day before the fracture is 31 December
        "drug-dispensed:M05BA04, 2023-09-03, true",
        "drug-dispensed:M05BA04, 2023-09-02, false",
        "drug-administered:M05BA08, 2022-12-02, true",
        "drug-administered:M05BA08, 2022-12-01, false",
        "drug-administered:M05BX04, 2023-06-02, true",
        "drug-administered:M05BX04, 2023-06-01, false",
        "drug-stated:M05BA04, 2019-01-01, true",
        "drug-ordered:M05BA04, 2023-12-31, false",
        "drug-dispensed:A12AX, 2023-12-01, false",
    })
    void the_day_before_the_fracture_decides_whether_it_broke_on_treatment(String token, String day, boolean ongoing) {
        Step step = wrist.frax(31, "2024-01-10").has(token, day).step(TREATMENT, DAY);

        assertThat(step.reason() == StepReason.REVIEW_ONGOING_TREATMENT).isEqualTo(ongoing);
    }

    @Test
    void a_statement_that_ended_before_the_fracture_is_no_ongoing_treatment() {
        Guideline guideline = Programmes.psvf();
        wrist.has("drug-stated:M05BA04", "2019-01-01", event -> event.withEnd(java.time.LocalDate.of(2023, 12, 30)));
        assertThat(wrist.step(guideline, TREATMENT, DAY).reason()).isEqualTo(StepReason.WAITS_FOR_RISK_ASSESSMENT);

        wrist.has("drug-stated:M05BA07", "2019-01-01", event -> event.withEnd(java.time.LocalDate.of(2023, 12, 31)));
        assertThat(wrist.step(guideline, TREATMENT, DAY).reason()).isEqualTo(StepReason.REVIEW_ONGOING_TREATMENT);
    }

    @Test
    void a_drug_first_taken_on_the_day_of_the_fracture_is_treatment_and_no_review() {
        assertThat(wrist.dispensed("M05BA04", "2024-01-01", 90)
                        .step(TREATMENT, DAY)
                        .rule())
                .isEqualTo("IOF-9");
    }
}
