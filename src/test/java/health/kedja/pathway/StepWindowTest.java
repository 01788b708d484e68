package health.kedja.pathway;

import static health.kedja.pathway.Patient.born1950;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each step: when it is due, what shows it, and how far back. The fracture is of the hip on 1 January 2024. */
class StepWindowTest {

    private final Patient hip = born1950().breaks("S720", "2024-01-01");

    @ParameterizedTest
    @CsvSource({
        "IDENTIFICATION, 2024-01-29, PSVF-6",
        "BONE_DENSITY, 2024-03-25, IOF-4",
        "LABORATORY, 2024-03-25, D14",
        "TREATMENT, 2024-04-22, IOF-9",
        "PREVENTION, 2024-04-22, IOF-7",
        "HANDOVER, 2024-04-22, D25",
        "FOLLOW_UP_PLAN, 2024-04-22, PSVF-3",
        "MONITORING, 2024-04-22, IOF-8",
        "ADHERENCE, 2024-12-30, IOF-10",
    })
    void a_step_is_due_until_its_last_day_and_overdue_from_the_day_after(StepCode code, LocalDate due, String rule) {
        Step onTheDay = hip.step(code, due.toString());
        Step dayAfter = hip.step(code, due.plusDays(1).toString());

        assertThat(onTheDay.status()).isEqualTo(StepStatus.DUE);
        assertThat(onTheDay.due()).isEqualTo(due);
        assertThat(onTheDay.rule()).isEqualTo(rule);
        assertThat(onTheDay.onTime()).isNull();
        assertThat(dayAfter.status()).isEqualTo(StepStatus.OVERDUE);
    }

    @Test
    void the_risk_assessment_of_a_wrist_is_due_within_84_days() {
        Patient wrist = born1950().breaks("S525", "2024-01-01");

        assertThat(wrist.step(StepCode.RISK_ASSESSMENT, "2024-03-25").status()).isEqualTo(StepStatus.DUE);
        assertThat(wrist.step(StepCode.RISK_ASSESSMENT, "2024-03-26").status()).isEqualTo(StepStatus.OVERDUE);
        assertThat(wrist.step(StepCode.RISK_ASSESSMENT, "2024-03-26").rule()).isEqualTo("IOF-3");
    }

    @Test
    void the_84th_day_is_on_time_and_the_85th_is_not() {
        assertThat(born1950()
                        .breaks("S720", "2024-01-01")
                        .has("bone-density-scan", "2024-03-25")
                        .step(StepCode.BONE_DENSITY, "2024-06-01")
                        .onTime())
                .isTrue();
        Step late = hip.has("bone-density-scan", "2024-03-26").step(StepCode.BONE_DENSITY, "2024-06-01");
        assertThat(late.status()).isEqualTo(StepStatus.DONE);
        assertThat(late.done()).isEqualTo("2024-03-26");
        assertThat(late.onTime()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "IDENTIFICATION, episode-opened",
        "IDENTIFICATION, coordinator-assessment",
        "IDENTIFICATION, frax-major",
        "BONE_DENSITY, bone-density-scan",
        "BONE_DENSITY, bmd",
        "BONE_DENSITY, t-score",
        "TREATMENT, drug-ordered:M05BA04",
        "TREATMENT, drug-dispensed:M05BB03",
        "TREATMENT, drug-administered:M05BX04",
        "TREATMENT, drug-stated:H05AA02",
        "PREVENTION, fall-prevention",
        "PREVENTION, training",
        "PREVENTION, patient-education",
        "PREVENTION, lifestyle-advice",
        "PREVENTION, referral:physiotherapy",
        "PREVENTION, referral:falls-clinic",
        "HANDOVER, discharge-note",
        "FOLLOW_UP_PLAN, follow-up-plan",
        "MONITORING, follow-up-contact",
    })
    void one_piece_of_evidence_does_it(StepCode code, String token) {
        Step step = hip.has(token, "2024-01-20").step(code, "2024-02-01");

        assertThat(step.status()).isEqualTo(StepStatus.DONE);
        assertThat(step.done()).isEqualTo("2024-01-20");
        assertThat(step.onTime()).isTrue();
        assertThat(step.evidence()).containsExactly(token + "@2024-01-20");
    }

    @ParameterizedTest
    @CsvSource({
        "IDENTIFICATION, hip-fracture-surgery",
        "BONE_DENSITY, referral:bone-density",
        "TREATMENT, drug-ordered:A12AX",
        "TREATMENT, drug-ordered:M05BA06",
        "PREVENTION, referral:primary-care",
        "HANDOVER, referral:falls-clinic",
        "MONITORING, follow-up-plan",
    })
    void what_is_something_else_does_not(StepCode code, String token) {
        assertThat(hip.has(token, "2024-01-20").step(code, "2024-01-25").status())
                .isEqualTo(StepStatus.DUE);
    }

    @ParameterizedTest
    @CsvSource({
        "IDENTIFICATION, episode-opened, 2024-01-01",
        "BONE_DENSITY, bone-density-scan, 2023-01-01",
        "TREATMENT, drug-ordered:M05BA04, 2023-12-02",
        "PREVENTION, training, 2024-01-01",
        "FOLLOW_UP_PLAN, follow-up-plan, 2024-01-01",
        "MONITORING, follow-up-contact, 2024-01-01",
    })
    void evidence_counts_from_the_first_day_of_the_look_back(StepCode code, String token, LocalDate first) {
        assertThat(born1950()
                        .breaks("S720", "2024-01-01")
                        .has(token, first.minusDays(1).toString())
                        .step(code, "2024-01-20")
                        .status())
                .isEqualTo(StepStatus.DUE);
        Step step = hip.has(token, first.toString()).step(code, "2024-01-20");
        assertThat(step.status()).isEqualTo(StepStatus.DONE);
        assertThat(step.onTime()).isTrue();
    }

    @Test
    void evidence_is_what_was_recorded_in_time_or_until_it_was_done() {
        hip.has("training", "2024-02-01").has("fall-prevention", "2024-04-22").has("training", "2024-04-23");

        assertThat(hip.step(StepCode.PREVENTION, "2024-06-01").evidence())
                .containsExactly("training@2024-02-01", "fall-prevention@2024-04-22");
    }

    @Test
    void laboratory_asks_for_all_six_and_is_done_with_the_last() {
        Step incomplete = hip.laboratoryExcept("2024-01-10", "esr").step(StepCode.LABORATORY, "2024-02-01");
        assertThat(incomplete.status()).isEqualTo(StepStatus.DUE);
        assertThat(incomplete.reason()).isEqualTo(StepReason.INCOMPLETE);
        assertThat(incomplete.evidence()).hasSize(5);

        Step complete = hip.has("laboratory-result:esr", "2024-01-20").step(StepCode.LABORATORY, "2024-02-01");
        assertThat(complete.done()).isEqualTo("2024-01-20");
        assertThat(complete.evidence()).hasSize(6);
    }

    @ParameterizedTest
    @CsvSource({"egfr, creatinine", "calcium-ionised, calcium"})
    void creatinine_stands_for_egfr_and_total_calcium_for_ionised(String analyte, String instead) {
        hip.laboratoryExcept("2024-01-10", analyte).has("laboratory-result:" + instead, "2024-01-10");

        assertThat(hip.step(StepCode.LABORATORY, "2024-02-01").status()).isEqualTo(StepStatus.DONE);
    }

    @ParameterizedTest
    @CsvSource({"egfr", "calcium-ionised", "tsh", "alp", "haemoglobin", "esr"})
    void d14_each_of_the_six_is_needed(String analyte) {
        hip.laboratoryExcept("2024-01-10", analyte);

        assertThat(hip.step(StepCode.LABORATORY, "2024-02-01").reason()).isEqualTo(StepReason.INCOMPLETE);
    }

    @Test
    void d25_handover_goes_to_primary_care_and_physiotherapist_or_by_discharge_note() {
        Step half = hip.has("referral:primary-care", "2024-02-01").step(StepCode.HANDOVER, "2024-02-20");
        assertThat(half.reason()).isEqualTo(StepReason.INCOMPLETE);
        assertThat(half.evidence()).isEqualTo(List.of("referral:primary-care@2024-02-01"));

        Step whole = hip.has("referral:physiotherapy", "2024-02-10").step(StepCode.HANDOVER, "2024-02-20");
        assertThat(whole.done()).isEqualTo("2024-02-10");
    }

    @Test
    void in_skane_a_discharge_note_alone_is_no_handover() {
        hip.has("discharge-note", "2024-01-10");

        assertThat(hip.step(Programmes.skane(), StepCode.HANDOVER, "2024-02-01").status())
                .isEqualTo(StepStatus.DUE);
    }

    @Test
    void d26_in_skane_patients_over_80_are_handed_over_whatever_their_frax() {
        Patient at80 = Patient.bornOn("1943-06-01").breaks("S525", "2024-01-01").frax(10, "2024-01-10");
        Patient at81 = Patient.bornOn("1943-01-01").breaks("S525", "2024-01-01").frax(10, "2024-01-10");

        assertThat(at80.step(Programmes.skane(), StepCode.HANDOVER, "2024-02-01")
                        .status())
                .isEqualTo(StepStatus.NOT_APPLICABLE);
        assertThat(at81.step(Programmes.skane(), StepCode.HANDOVER, "2024-02-01")
                        .status())
                .isEqualTo(StepStatus.DUE);
    }
}
