package health.kedja.pathway;

import static health.kedja.pathway.Patient.born1950;
import static health.kedja.pathway.Patient.bornOn;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the Swedish care programme of SVOS, the Danish rules and the IOF ask for where the national pathway does not. */
class ProgrammesDifferTest {

    private static final Guideline SVOS = Programmes.svos();
    private static final Guideline DENMARK = Programmes.denmark();
    private static final Guideline IOF = Programmes.iof();

    @Test
    void d09_under_svos_a_vertebral_fracture_is_treated_without_any_bone_density() {
        assertTreatment(SVOS, born1950().breaks("S320", "2024-01-01"), StepStatus.DUE, null);
    }

    @Test
    void d09_under_svos_a_vertebral_fracture_found_on_imaging_is_one_too() {
        Patient patient = wrist().has("vertebral-fracture-assessment:fracture", "2024-01-05");

        assertTreatment(SVOS, patient, StepStatus.DUE, null);
        assertTreatment(
                Programmes.with("se-svos-2021", "sites: [hip, vertebra]\n    -", "sites: [hip]\n    -"),
                patient,
                StepStatus.DUE,
                StepReason.WAITS_FOR_RISK_ASSESSMENT);
    }

    @Test
    void d10_under_svos_frax_of_20_percent_waits_for_the_t_score() {
        assertTreatment(SVOS, wrist().frax(20, "2024-01-05"), StepStatus.DUE, StepReason.WAITS_FOR_BONE_DENSITY);
        assertThat(wrist().frax(20, "2024-01-05").chain(SVOS, "2024-02-01").risk())
                .isEqualTo(RiskLevel.HIGH);
    }

    @Test
    void d10_under_svos_frax_of_20_percent_and_t_score_of_minus_1_is_treated() {
        assertTreatment(SVOS, measured(20, -1), StepStatus.DUE, null);
        assertTreatment(SVOS, measured(20, -0.9), StepStatus.NOT_APPLICABLE, StepReason.NOT_INDICATED);
        assertTreatment(SVOS, measured(19.9, -1), StepStatus.NOT_APPLICABLE, StepReason.NOT_INDICATED);
    }

    @Test
    void d11_under_svos_osteoporosis_at_frax_below_20_percent_is_not_treated_and_in_skane_it_is() {
        assertTreatment(SVOS, measured(19.9, -2.6), StepStatus.NOT_APPLICABLE, StepReason.NOT_INDICATED);
        assertTreatment(Programmes.skane(), measured(19.9, -2.6), StepStatus.DUE, null);
    }

    @Test
    void d11_under_svos_osteoporosis_and_frax_of_20_percent_is_treated() {
        Guideline onlyD11 = Programmes.with("se-svos-2021", "value: -1}", "value: -9}");

        assertTreatment(onlyD11, measured(20, -2.5), StepStatus.DUE, null);
        assertTreatment(onlyD11, measured(20, -2.4), StepStatus.NOT_APPLICABLE, StepReason.NOT_INDICATED);
        assertTreatment(onlyD11, measured(19.9, -2.5), StepStatus.NOT_APPLICABLE, StepReason.NOT_INDICATED);
    }

    @Test
    void d12_under_svos_a_recorded_diagnosis_stands_for_the_t_score() {
        Patient patient = wrist().frax(20, "2024-01-05").has("osteoporosis-diagnosis:M810", "2024-01-06");

        assertTreatment(SVOS, patient, StepStatus.DUE, null);
    }

    @Test
    void d36_under_svos_a_hip_fracture_is_osteoporosis_without_a_scan() {
        Guideline withoutD09 =
                Programmes.with("se-svos-2021", "sites: [hip, vertebra]\n    -", "sites: [vertebra]\n    -");

        assertTreatment(withoutD09, born1950().breaks("S720", "2024-01-01"), StepStatus.DUE, null);
        assertTreatment(
                Programmes.with("se-svos-2021", "      sites: [hip]\n", "      sites: [pelvis]\n"),
                born1950().breaks("S321", "2024-01-01").frax(25, "2024-01-05"),
                StepStatus.DUE,
                null);
    }

    @Test
    void d26_above_80_years_primary_care_is_informed_whatever_the_risk_under_the_national_pathway() {
        assertThat(handover(bornOn("1943-01-01"))).isEqualTo(StepStatus.DUE);
        assertThat(handover(bornOn("1943-01-02"))).isEqualTo(StepStatus.NOT_APPLICABLE);
    }

    @Test
    void dk1_in_denmark_a_t_score_of_minus_two_and_a_half_is_treated_whatever_the_frax() {
        assertTreatment(DENMARK, wrist().tScore(-2.5, "2024-01-06"), StepStatus.DUE, null);
        assertTreatment(DENMARK, measured(5, -2.5), StepStatus.DUE, null);
        assertTreatment(DENMARK, measured(45, -2.4), StepStatus.NOT_APPLICABLE, StepReason.NOT_INDICATED);
        assertTreatment(DENMARK, wrist(), StepStatus.DUE, StepReason.WAITS_FOR_BONE_DENSITY);
    }

    @Test
    void dk1_in_denmark_everyone_is_scanned() {
        assertThat(wrist().frax(3, "2024-01-05")
                        .step(DENMARK, StepCode.BONE_DENSITY, "2024-02-01")
                        .status())
                .isEqualTo(StepStatus.DUE);
    }

    @Test
    void iof1_all_fragility_fractures_from_50_years_open_a_chain() {
        for (String code : new String[] {"S720", "S320", "S422", "S525", "S724", "S826", "S223", "S420", "S328"}) {
            assertThat(bornOn("1974-01-01")
                            .breaks(code, "2024-01-01")
                            .report(IOF, "2024-02-01")
                            .chains())
                    .as(code)
                    .hasSize(1);
        }
        assertThat(bornOn("1974-01-02").breaks("S720", "2024-01-01").excluded(IOF, "2024-02-01"))
                .containsExactly("Condition/1 below-age-limit");
        assertThat(born1950().breaks("S620", "2024-01-01").excluded(IOF, "2024-02-01"))
                .containsExactly("Condition/1 site-not-in-pathway");
    }

    @Test
    void iof3_iof7_iof10_the_windows_are_12_16_and_52_weeks() {
        assertThat(IOF.step(StepCode.RISK_ASSESSMENT).dueWithinDays()).isEqualTo(12 * 7);
        assertThat(IOF.step(StepCode.BONE_DENSITY).dueWithinDays()).isEqualTo(12 * 7);
        assertThat(IOF.step(StepCode.TREATMENT).dueWithinDays()).isEqualTo(16 * 7);
        assertThat(IOF.step(StepCode.PREVENTION).dueWithinDays()).isEqualTo(16 * 7);
        assertThat(IOF.step(StepCode.MONITORING).dueWithinDays()).isEqualTo(16 * 7);
        assertThat(IOF.step(StepCode.ADHERENCE).dueWithinDays()).isEqualTo(52 * 7);
    }

    @Test
    void d08_where_the_file_says_so_nobody_is_scanned_at_high_risk() {
        Guideline skipping =
                Programmes.psvfWithStep("bone-density", "applies: unless-low-risk", "applies: at-intermediate-risk");

        assertThat(scan(skipping, wrist().frax(30.1, "2024-01-05"))).isEqualTo(StepReason.NOT_INDICATED);
        assertThat(scan(skipping, wrist().frax(30, "2024-01-05"))).isNull();
        assertThat(scan(skipping, wrist().frax(15, "2024-01-05"))).isEqualTo(StepReason.LOW_RISK);
        assertThat(scan(skipping, wrist())).isEqualTo(StepReason.WAITS_FOR_RISK_ASSESSMENT);
        assertThat(scan(Programmes.psvf(), wrist().frax(30.1, "2024-01-05"))).isNull();
    }

    private static StepReason scan(Guideline guideline, Patient patient) {
        return patient.step(guideline, StepCode.BONE_DENSITY, "2024-02-01").reason();
    }

    private static StepStatus handover(Patient patient) {
        return patient.breaks("S525", "2024-01-01")
                .frax(10, "2024-01-05")
                .step(StepCode.HANDOVER, "2024-02-01")
                .status();
    }

    private static void assertTreatment(Guideline guideline, Patient patient, StepStatus status, StepReason reason) {
        Step step = patient.step(guideline, StepCode.TREATMENT, "2024-02-01");
        assertThat(step.status()).isEqualTo(status);
        assertThat(step.reason()).isEqualTo(reason);
    }

    private static Patient measured(double frax, double tScore) {
        return wrist().frax(frax, "2024-01-05").tScore(tScore, "2024-01-06");
    }

    private static Patient wrist() {
        return born1950().breaks("S525", "2024-01-01");
    }
}
