package health.kedja.pathway;

import static health.kedja.pathway.Patient.born1950;
import static health.kedja.pathway.StepCode.BONE_DENSITY;
import static health.kedja.pathway.StepCode.IDENTIFICATION;
import static health.kedja.pathway.StepCode.TREATMENT;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Status, completion, death, and the chain before a new fracture. */
class ChainEndTest {

    private final Patient hip = born1950().breaks("S720", "2024-01-01");

    @Test
    void who_got_everything_has_a_complete_chain() {
        FractureChain chain = hip.cared().treatedForAYear().chain("2024-12-30");

        assertThat(chain.status()).isEqualTo(ChainStatus.COMPLETE);
        assertThat(chain.completion()).isEqualByComparingTo("1.00");
        assertThat(chain.steps()).extracting(Step::code).containsExactly(StepCode.values());
    }

    @Test
    void completion_is_done_of_applicable_rounded_half_up() {
        Patient wrist = born1950().breaks("S525", "2024-01-01").frax(12, "2024-01-10");
        assertThat(wrist.chain("2024-01-12").completion().toString()).isEqualTo("0.50");
        assertThat(hip.has("discharge-note", "2024-01-10")
                        .decidedAgainst("drug-ordered", "declined", "2024-01-11")
                        .chain("2024-01-12")
                        .completion()
                        .toString())
                .isEqualTo("0.29");
    }

    @Test
    void where_nothing_applies_completion_is_1() {
        FractureChain chain =
                born1950().breaks("S525", "2024-01-01").dies("2024-01-01").chain("2024-02-01");

        assertThat(chain.completion().toString()).isEqualTo("1.00");
        assertThat(chain.status()).isEqualTo(ChainStatus.ENDED);
    }

    @Test
    void a_chain_with_an_overdue_step_is_overdue_and_else_in_progress() {
        assertThat(hip.chain("2024-01-29").status()).isEqualTo(ChainStatus.IN_PROGRESS);
        assertThat(hip.chain("2024-01-30").status()).isEqualTo(ChainStatus.OVERDUE);
    }

    @Test
    void death_ends_the_chain_and_what_was_due_on_that_day_or_later_does_not_apply() {
        hip.dies("2024-03-25");

        FractureChain chain = hip.chain("2025-06-01");
        assertThat(chain.status()).isEqualTo(ChainStatus.ENDED);
        assertThat(chain.endReason()).isEqualTo(EndReason.DEATH);
        assertThat(hip.step(BONE_DENSITY, "2025-06-01").reason()).isEqualTo(StepReason.DEATH);
        assertThat(hip.step(TREATMENT, "2025-06-01").rule()).isEqualTo("KEDJA-6");
        assertThat(hip.step(IDENTIFICATION, "2025-06-01").status()).isEqualTo(StepStatus.OVERDUE);
        assertThat(hip.chain("2024-03-24").endReason()).isNull();
    }

    @Test
    void what_was_overdue_on_the_day_before_death_stays_overdue() {
        hip.dies("2024-03-26");

        assertThat(hip.step(BONE_DENSITY, "2025-06-01").status()).isEqualTo(StepStatus.OVERDUE);
        assertThat(hip.step(BONE_DENSITY, "2025-06-01").due()).isEqualTo("2024-03-25");
    }

    @Test
    void what_was_done_before_death_is_done_and_what_is_dated_after_is_not() {
        hip.has("bone-density-scan", "2024-01-30").has("training", "2024-02-01").dies("2024-01-31");

        assertThat(hip.step(BONE_DENSITY, "2024-06-01").status()).isEqualTo(StepStatus.DONE);
        assertThat(hip.step(StepCode.PREVENTION, "2024-06-01").status()).isEqualTo(StepStatus.NOT_APPLICABLE);
    }

    @Test
    void a_death_without_a_day_ends_every_chain_and_nothing_more_applies() {
        hip.dies(null);

        assertThat(hip.chain("2024-06-01").endReason()).isEqualTo(EndReason.DEATH);
        assertThat(hip.step(BONE_DENSITY, "2024-06-01").reason()).isEqualTo(StepReason.DEATH);
    }

    @Test
    void a_death_with_a_day_outweighs_one_without() {
        hip.dies(null).dies("2024-03-26");

        assertThat(hip.step(BONE_DENSITY, "2024-06-01").status()).isEqualTo(StepStatus.OVERDUE);
    }

    @Test
    void a_fracture_recorded_after_the_death_has_a_chain_that_ended() {
        assertThat(hip.dies("2023-12-31").chain("2024-06-01").endReason()).isEqualTo(EndReason.DEATH);
    }

    @Test
    void a_complete_chain_stays_complete_after_death_and_after_a_new_fracture() {
        hip.cared().treatedForAYear().breaks("S525", "2025-02-01").dies("2025-03-01");

        ChainReport report = hip.report("2025-06-01");
        assertThat(report.chains())
                .extracting(FractureChain::status)
                .containsExactly(ChainStatus.ENDED, ChainStatus.COMPLETE);
        assertThat(report.chains().get(1).endReason()).isNull();
    }

    @Test
    void a_new_fracture_ends_a_chain_that_is_not_complete() {
        hip.breaks("S525", "2024-03-25").has("training", "2024-03-26");

        FractureChain older = hip.report("2024-06-01").chains().get(1);
        assertThat(older.status()).isEqualTo(ChainStatus.ENDED);
        assertThat(older.endReason()).isEqualTo(EndReason.NEW_FRACTURE);
        // Due on the day of the new fracture still applied; due later, or done later, belongs to the new chain.
        assertThat(older.steps().get(BONE_DENSITY.ordinal()).status()).isEqualTo(StepStatus.OVERDUE);
        assertThat(older.steps().get(StepCode.PREVENTION.ordinal()).reason()).isEqualTo(StepReason.NEW_FRACTURE);
        assertThat(older.steps().get(StepCode.PREVENTION.ordinal()).rule()).isEqualTo("KEDJA-4");
        assertThat(hip.report("2024-06-01")
                        .chains()
                        .get(0)
                        .steps()
                        .get(StepCode.PREVENTION.ordinal())
                        .status())
                .isEqualTo(StepStatus.DONE);
        assertThat(hip.report("2024-03-25")
                        .chains()
                        .get(1)
                        .steps()
                        .get(BONE_DENSITY.ordinal())
                        .status())
                .isEqualTo(StepStatus.DUE);
    }

    @Test
    void of_death_and_a_new_fracture_the_first_ends_the_chain() {
        hip.breaks("S525", "2024-02-25").dies("2024-03-01");

        assertThat(hip.report("2024-06-01").chains())
                .extracting(FractureChain::endReason)
                .containsExactly(EndReason.DEATH, EndReason.NEW_FRACTURE);
        assertThat(born1950()
                        .breaks("S720", "2024-01-01")
                        .breaks("S525", "2024-02-25")
                        .dies("2024-02-25")
                        .report("2024-06-01")
                        .chains())
                .extracting(FractureChain::endReason)
                .containsExactly(EndReason.DEATH, EndReason.DEATH);
    }

    @Test
    void treatment_of_the_older_chain_is_reviewed_in_the_new_one() {
        hip.cared().treatedForAYear().breaks("S525", "2024-09-01");

        assertThat(hip.step(TREATMENT, "2024-10-01").reason()).isEqualTo(StepReason.REVIEW_ONGOING_TREATMENT);
    }

    @ParameterizedTest
    @CsvSource({
        // Day 364 is 30 December 2024; 90 days supplied and 30 of grace reach 119 days on
        "drug-dispensed:M05BA04, 2024-09-02, DONE",
        "drug-dispensed:M05BA04, 2024-09-01, OVERDUE",
        "drug-administered:M05BA08, 2024-01-10, DONE",
        "drug-administered:M05BX04, 2024-06-01, DONE",
        "drug-administered:M05BX04, 2024-05-31, OVERDUE",
        "drug-ordered:M05BA04, 2024-12-30, OVERDUE",
        "drug-dispensed:M05BA04, 2024-12-31, OVERDUE",
    })
    void adherence_asks_whether_a_drug_covers_day_364(String token, String day, StepStatus status) {
        Step step =
                hip.has("drug-ordered:M05BA04", "2024-02-01").has(token, day).step(StepCode.ADHERENCE, "2024-12-31");

        assertThat(step.status()).isEqualTo(status);
        assertThat(step.evidence())
                .isEqualTo(status == StepStatus.DONE ? java.util.List.of(token + "@" + day) : java.util.List.of());
    }

    @Test
    void adherence_is_due_until_day_364_however_long_the_drug_lasts() {
        hip.treatedForAYear();

        assertThat(hip.step(StepCode.ADHERENCE, "2024-12-29").status()).isEqualTo(StepStatus.DUE);
        assertThat(hip.step(StepCode.ADHERENCE, "2024-12-29").reason()).isNull();
        assertThat(hip.step(StepCode.ADHERENCE, "2024-12-30").done()).isEqualTo("2024-12-30");
    }

    @Test
    void before_treatment_starts_what_follows_it_waits() {
        assertThat(hip.step(StepCode.MONITORING, "2024-02-01").reason()).isEqualTo(StepReason.WAITS_FOR_TREATMENT);
        assertThat(hip.step(StepCode.ADHERENCE, "2024-02-01").reason()).isEqualTo(StepReason.WAITS_FOR_TREATMENT);
    }

    @Test
    void days_supplied_as_stated_outweigh_the_default() {
        hip.has("drug-ordered:M05BA04", "2024-02-01").dispensed("M05BA04", "2024-11-01", 29);
        assertThat(hip.step(StepCode.ADHERENCE, "2025-01-01").status()).isEqualTo(StepStatus.OVERDUE);

        hip.dispensed("M05BA04", "2024-11-02", 29);
        assertThat(hip.step(StepCode.ADHERENCE, "2025-01-01").status()).isEqualTo(StepStatus.DONE);
    }
}
