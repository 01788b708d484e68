package health.kedja.pathway;

import static health.kedja.pathway.Patient.born1950;
import static health.kedja.pathway.StepCode.ADHERENCE;
import static health.kedja.pathway.StepCode.BONE_DENSITY;
import static health.kedja.pathway.StepCode.HANDOVER;
import static health.kedja.pathway.StepCode.LABORATORY;
import static health.kedja.pathway.StepCode.MONITORING;
import static health.kedja.pathway.StepCode.PREVENTION;
import static health.kedja.pathway.StepCode.TREATMENT;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Decisions not to, declined offers and limited life expectancy. */
class DecisionTest {

    private static final String DAY = "2024-03-01";

    private final Patient hip = born1950().breaks("S720", "2024-01-01");

    @ParameterizedTest
    @CsvSource({
        "declined, DECLINED",
        "contraindicated, CONTRAINDICATED",
        "not-indicated, NOT_INDICATED",
        "limited-life-expectancy, LIMITED_LIFE_EXPECTANCY",
        "unable, UNABLE",
        "other, OTHER_REASON",
        "unheard-of, OTHER_REASON",
        ", OTHER_REASON",
    })
    void a_decision_against_a_drug_makes_treatment_not_applicable(String recorded, StepReason reason) {
        Step step = hip.decidedAgainst("drug-ordered", recorded, "2024-02-01").step(TREATMENT, DAY);

        assertThat(step.status()).isEqualTo(StepStatus.NOT_APPLICABLE);
        assertThat(step.reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @EnumSource(names = {"MONITORING", "ADHERENCE"})
    void what_follows_the_treatment_does_not_apply_without_it(StepCode code) {
        hip.decidedAgainst("drug-ordered", "declined", "2024-02-01");

        assertThat(hip.step(code, DAY).status()).isEqualTo(StepStatus.NOT_APPLICABLE);
        assertThat(hip.step(code, DAY).reason()).isEqualTo(StepReason.NO_TREATMENT);
    }

    @Test
    void the_latest_decision_counts() {
        hip.decidedAgainst("drug-ordered", "unable", "2024-02-01")
                .decidedAgainst("drug-ordered", "declined", "2024-02-10");

        assertThat(hip.step(TREATMENT, DAY).reason()).isEqualTo(StepReason.DECLINED);
        assertThat(hip.step(TREATMENT, "2024-02-09").reason()).isEqualTo(StepReason.UNABLE);
        assertThat(hip.step(TREATMENT, DAY).rule()).isEqualTo("KEDJA-5");
    }

    @Test
    void a_drug_after_the_decision_or_before_it_makes_the_step_done() {
        hip.decidedAgainst("drug-ordered", "declined", "2024-02-01").has("drug-ordered:M05BA04", "2024-02-20");

        assertThat(hip.step(TREATMENT, DAY).status()).isEqualTo(StepStatus.DONE);
        assertThat(born1950()
                        .breaks("S720", "2024-01-01")
                        .has("drug-ordered:M05BA04", "2024-01-20")
                        .decidedAgainst("drug-ordered", "declined", "2024-02-01")
                        .step(TREATMENT, DAY)
                        .status())
                .isEqualTo(StepStatus.DONE);
    }

    @Test
    void a_decision_from_before_the_look_back_belongs_to_the_past() {
        hip.decidedAgainst("drug-ordered", "declined", "2023-12-01");
        assertThat(hip.step(TREATMENT, DAY).status()).isEqualTo(StepStatus.DUE);

        hip.decidedAgainst("drug-ordered", "declined", "2023-12-02");
        assertThat(hip.step(TREATMENT, DAY).status()).isEqualTo(StepStatus.NOT_APPLICABLE);
    }

    @ParameterizedTest
    @CsvSource({
        "BONE_DENSITY, bone-density-scan",
        "BONE_DENSITY, referral:bone-density",
        "LABORATORY, laboratory-result",
        "PREVENTION, training",
        "PREVENTION, referral",
        "FOLLOW_UP_PLAN, follow-up-plan",
        "MONITORING, follow-up-contact",
    })
    void any_step_can_be_declined(StepCode code, String what) {
        Step step = hip.decidedAgainst(what, "declined", "2024-02-01").step(code, DAY);

        assertThat(step.status()).isEqualTo(StepStatus.NOT_APPLICABLE);
        assertThat(step.reason()).isEqualTo(StepReason.DECLINED);
    }

    @Test
    void a_decision_against_something_else_changes_nothing() {
        hip.decidedAgainst("referral:falls-clinic", "declined", "2024-02-01").decidedAgainst(null, null, "2024-02-01");

        assertThat(hip.step(HANDOVER, DAY).status()).isEqualTo(StepStatus.DUE);
        assertThat(hip.step(BONE_DENSITY, DAY).status()).isEqualTo(StepStatus.DUE);
        assertThat(hip.step(TREATMENT, DAY).status()).isEqualTo(StepStatus.DUE);
    }

    @Test
    void a_step_partly_declined_is_done_by_the_rest() {
        hip.decidedAgainst("referral:physiotherapy", "declined", "2024-02-10");
        assertThat(hip.step(HANDOVER, DAY).status()).isEqualTo(StepStatus.DUE);

        Step step = hip.has("referral:primary-care", "2024-02-01").step(HANDOVER, DAY);
        assertThat(step.status()).isEqualTo(StepStatus.DONE);
        assertThat(step.done()).isEqualTo("2024-02-10");
        assertThat(step.evidence()).containsExactly("referral:primary-care@2024-02-01");
    }

    @ParameterizedTest
    @EnumSource(names = {"BONE_DENSITY", "LABORATORY", "TREATMENT"})
    void d27_at_a_limited_life_expectancy_there_is_no_work_up_and_no_drug(StepCode code) {
        Step step = hip.has("limited-life-expectancy", "2024-01-10").step(code, DAY);

        assertThat(step.status()).isEqualTo(StepStatus.NOT_APPLICABLE);
        assertThat(step.reason()).isEqualTo(StepReason.LIMITED_LIFE_EXPECTANCY);
        assertThat(step.rule()).isEqualTo("D27");
    }

    @Test
    void d27_at_a_limited_life_expectancy_prevention_and_information_stay() {
        hip.has("limited-life-expectancy", "2024-01-10");

        assertThat(hip.step(PREVENTION, DAY).status()).isEqualTo(StepStatus.DUE);
        assertThat(hip.step(HANDOVER, DAY).status()).isEqualTo(StepStatus.DUE);
        assertThat(hip.step(MONITORING, DAY).reason()).isEqualTo(StepReason.NO_TREATMENT);
        assertThat(hip.step(ADHERENCE, DAY).reason()).isEqualTo(StepReason.NO_TREATMENT);
        assertThat(hip.has("discharge-note", "2024-01-20")
                        .step(Programmes.skane(), HANDOVER, DAY)
                        .status())
                .isEqualTo(StepStatus.DONE);
    }

    @Test
    void a_limited_life_expectancy_named_as_reason_counts_for_the_work_up_too() {
        hip.decidedAgainst("drug-ordered", "limited-life-expectancy", "2024-02-01");

        assertThat(hip.step(LABORATORY, DAY).reason()).isEqualTo(StepReason.LIMITED_LIFE_EXPECTANCY);
    }

    @Test
    void a_limited_life_expectancy_counts_for_two_years() {
        hip.has("limited-life-expectancy", "2021-12-31");
        assertThat(hip.step(TREATMENT, DAY).status()).isEqualTo(StepStatus.DUE);

        hip.has("limited-life-expectancy", "2022-01-01");
        assertThat(hip.step(TREATMENT, DAY).status()).isEqualTo(StepStatus.NOT_APPLICABLE);
    }

    @Test
    void of_a_decision_and_a_limited_life_expectancy_the_later_is_the_reason() {
        hip.has("limited-life-expectancy", "2024-01-10").decidedAgainst("drug-ordered", "declined", "2024-01-11");

        assertThat(hip.step(TREATMENT, DAY).reason()).isEqualTo(StepReason.DECLINED);
    }

    @Test
    void a_review_of_ongoing_treatment_can_be_declined() {
        hip.dispensed("M05BA04", "2023-12-01", 90).decidedAgainst("drug-ordered", "declined", "2024-02-01");

        assertThat(hip.step(TREATMENT, DAY).reason()).isEqualTo(StepReason.DECLINED);
    }
}
