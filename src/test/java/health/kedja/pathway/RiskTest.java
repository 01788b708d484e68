package health.kedja.pathway;

import static health.kedja.pathway.Patient.born1950;
import static health.kedja.pathway.StepCode.RISK_ASSESSMENT;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Risk of a new fracture and the step that assesses it: rules D04 to D09. */
class RiskTest {

    private final Patient wrist = born1950().breaks("S525", "2024-01-01");

    @ParameterizedTest
    @CsvSource({"12, LOW", "15.0, LOW", "15.1, INTERMEDIATE", "30.0, INTERMEDIATE", "30.1, HIGH"})
    void d05_d08_frax_sets_the_risk(double percent, RiskLevel risk) {
        assertThat(wrist.frax(percent, "2024-01-10").chain("2024-02-01").risk()).isEqualTo(risk);
    }

    @Test
    void without_frax_the_risk_is_unknown() {
        assertThat(wrist.chain("2024-02-01").risk()).isEqualTo(RiskLevel.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({"S720, HIGH", "S320, HIGH", "S325, LOW", "S422, LOW"})
    void d09_hip_and_vertebra_are_high_risk_whatever_the_frax(String code, RiskLevel risk) {
        assertThat(born1950()
                        .breaks(code, "2024-01-01")
                        .frax(3, "2024-01-10")
                        .chain("2024-02-01")
                        .risk())
                .isEqualTo(risk);
    }

    @Test
    void a_vertebral_fracture_found_on_vfa_counts_from_the_day_it_was_found() {
        wrist.frax(12, "2024-01-10").has("vertebral-fracture-assessment:fracture", "2024-02-10");

        assertThat(wrist.chain("2024-02-09").risk()).isEqualTo(RiskLevel.LOW);
        assertThat(wrist.chain("2024-02-10").risk()).isEqualTo(RiskLevel.HIGH);
    }

    @Test
    void a_vfa_without_fracture_or_from_before_the_look_back_changes_nothing() {
        wrist.has("vertebral-fracture-assessment:no-fracture", "2024-01-10")
                .has("vertebral-fracture-assessment", "2024-01-11")
                .has("vertebral-fracture-assessment:fracture", "2022-12-31");

        assertThat(wrist.chain("2024-02-01").risk()).isEqualTo(RiskLevel.UNKNOWN);
        assertThat(wrist.has("vertebral-fracture-assessment:fracture", "2023-01-01")
                        .chain("2024-02-01")
                        .risk())
                .isEqualTo(RiskLevel.HIGH);
    }

    @Test
    void a_vertebral_fracture_found_before_any_frax_is_the_risk_assessment() {
        Step step = wrist.has("vertebral-fracture-assessment:fracture", "2024-02-10")
                .frax(12, "2024-03-01")
                .step(RISK_ASSESSMENT, "2024-04-01");

        assertThat(step.done()).isEqualTo("2024-02-10");
        assertThat(step.reason()).isEqualTo(StepReason.RISK_SET_BY_SITE);
        assertThat(step.rule()).isEqualTo("D09");
        assertThat(step.evidence())
                .containsExactly(
                        "vertebral-fracture-assessment:fracture@2024-02-10", "frax-major:without-bmd@2024-03-01");
    }

    @Test
    void the_latest_frax_counts() {
        assertThat(wrist.frax(35, "2024-01-10")
                        .frax(12, "2024-01-11")
                        .chain("2024-02-01")
                        .risk())
                .isEqualTo(RiskLevel.LOW);
    }

    @Test
    void of_two_on_one_day_the_one_with_bone_density_counts() {
        wrist.has("frax-major:with-bmd", "2024-01-10", event -> event.withValue(14))
                .frax(32, "2024-01-10");

        assertThat(wrist.chain("2024-02-01").risk()).isEqualTo(RiskLevel.LOW);
    }

    @Test
    void of_two_alike_on_one_day_the_higher_counts() {
        assertThat(wrist.frax(14, "2024-01-10")
                        .frax(32, "2024-01-10")
                        .chain("2024-02-01")
                        .risk())
                .isEqualTo(RiskLevel.HIGH);
    }

    @Test
    void a_frax_from_before_the_fracture_does_not_know_of_it() {
        assertThat(wrist.frax(40, "2023-12-31").chain("2024-02-01").risk()).isEqualTo(RiskLevel.UNKNOWN);
        Guideline lookingBack = Programmes.psvfWithStep("risk-assessment", "look-back-days: 0", "look-back-days: 1");
        assertThat(wrist.chain(lookingBack, "2024-02-01").risk()).isEqualTo(RiskLevel.HIGH);
    }

    @Test
    void a_frax_without_value_assesses_but_does_not_set_the_risk() {
        wrist.has("frax-major", "2024-01-10");

        assertThat(wrist.step(RISK_ASSESSMENT, "2024-02-01").status()).isEqualTo(StepStatus.DONE);
        assertThat(wrist.chain("2024-02-01").risk()).isEqualTo(RiskLevel.UNKNOWN);
    }

    @Test
    void at_hip_the_site_assesses_on_the_day_of_the_fracture_and_a_frax_is_further_evidence() {
        Patient hip =
                born1950().breaks("S720", "2024-01-01").frax(40, "2024-01-10").frax(41, "2024-05-01");

        assertThat(hip.step(RISK_ASSESSMENT, "2024-06-01"))
                .isEqualTo(new Step(
                        RISK_ASSESSMENT,
                        StepStatus.DONE,
                        java.time.LocalDate.of(2024, 3, 25),
                        java.time.LocalDate.of(2024, 1, 1),
                        true,
                        java.util.List.of("Condition/1", "frax-major:without-bmd@2024-01-10"),
                        StepReason.RISK_SET_BY_SITE,
                        "D09",
                        Certainty.CONFIRMED));
    }

    @Test
    void a_hip_fracture_in_an_event_with_other_sites_makes_the_risk_high() {
        Guideline wristFirst = Programmes.psvfWith("high-risk-sites: [hip, vertebra]", "high-risk-sites: [wrist]");

        assertThat(born1950()
                        .breaks("S720", "2024-01-01")
                        .breaks("S525", "2024-01-02")
                        .chain(wristFirst, "2024-02-01")
                        .risk())
                .isEqualTo(RiskLevel.HIGH);
    }
}
