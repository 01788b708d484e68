package health.kedja.pathway;

import static health.kedja.pathway.Patient.born1950;
import static health.kedja.pathway.Patient.withoutBirthDate;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a coordinator has to collect before it can be decided. */
class MissingDataTest {

    private static final String DAY = "2024-02-10";

    private final Patient wrist = born1950().breaks("S525", "2024-01-01");

    private static Advised psvf(Patient patient) {
        return Advised.on(patient, Programmes.psvf(), DAY);
    }

    /** Results with which any drug could be given, vitamin D left out. */
    private static Patient results(Patient patient, String day, String except) {
        if (!except.equals("egfr")) {
            patient.has("laboratory-result:egfr", day, event -> event.withValue(60));
        }
        if (!except.equals("calcium-ionised")) {
            patient.has("laboratory-result:calcium-ionised", day, event -> event.withValue(1.2));
        }
        return patient.laboratoryExcept(day, "egfr", "calcium-ionised");
    }

    private static MissingData missing(Advised advised, String code) {
        return advised.advice().missing().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void d04_without_frax_it_is_frax_that_is_missing_and_nothing_that_waits_for_it() {
        assertThat(psvf(wrist).missing()).containsExactly("frax D04");
        assertThat(missing(psvf(wrist), "frax").due()).isEqualTo("2024-03-25");
        assertThat(missing(psvf(wrist), "frax").neededFor()).containsExactly("risk-assessment");
    }

    @Test
    void who_declined_the_risk_assessment_is_not_asked_for_frax() {
        wrist.decidedAgainst("coordinator-assessment", "declined", "2024-01-10");

        assertThat(psvf(wrist).missing()).doesNotContain("frax D04");
    }

    @Test
    void d06_at_intermediate_risk_the_t_score_is_missing_and_the_laboratory_results() {
        wrist.frax(20, "2024-01-10");

        assertThat(psvf(wrist).missing())
                .containsExactly(
                        "t-score D06",
                        "egfr D14",
                        "calcium D14",
                        "tsh D14",
                        "alp D14",
                        "haemoglobin D14",
                        "esr D14",
                        "weight D16",
                        "balance D16");
        assertThat(missing(psvf(wrist), "t-score").neededFor()).containsExactly("treatment");
        assertThat(missing(psvf(wrist), "t-score").due()).isEqualTo("2024-03-25");
        assertThat(missing(psvf(wrist), "tsh").neededFor()).containsExactly("laboratory");
    }

    @Test
    void d14_what_is_recorded_or_decided_against_is_not_missing() {
        wrist.frax(20, "2024-01-10").tScore(-1, "2024-01-20").laboratoryExcept("2024-01-20", "tsh", "esr");
        assertThat(psvf(wrist).missing()).containsExactly("tsh D14", "esr D14", "weight D16", "balance D16");

        wrist.decidedAgainst("laboratory-result:tsh", "declined", "2024-01-21");
        assertThat(psvf(wrist).missing()).containsExactly("esr D14", "weight D16", "balance D16");
    }

    @Test
    void at_low_risk_nothing_is_missing() {
        assertThat(psvf(wrist.frax(12, "2024-01-10")).missing()).isEmpty();
    }

    @Test
    void d15_what_a_drug_needs_is_missing_once_whatever_asks_for_it() {
        Patient hip = born1950().breaks("S720", "2024-01-01");
        Advised advised = psvf(hip);

        assertThat(advised.missing())
                .containsExactly(
                        "egfr D14",
                        "calcium D14",
                        "tsh D14",
                        "alp D14",
                        "haemoglobin D14",
                        "esr D14",
                        "weight D16",
                        "balance D16",
                        "vitamin-d D15");
        assertThat(missing(advised, "egfr").neededFor())
                .containsExactly("laboratory", "oral-bisphosphonate", "zoledronate");
        assertThat(missing(advised, "egfr").due()).isEqualTo("2024-03-25");
        assertThat(missing(advised, "vitamin-d").neededFor()).containsExactly("zoledronate");
        assertThat(missing(advised, "vitamin-d").due()).isEqualTo("2024-04-22");
    }

    @Test
    void a_result_too_old_for_the_choice_of_drug_is_missing_though_the_step_is_done() {
        Patient hip = results(born1950().breaks("S720", "2024-01-01"), "2023-12-01", "");
        assertThat(psvf(hip).missing()).doesNotContain("egfr D14");

        Advised later = Advised.on(hip, Programmes.psvf(), "2024-06-01");
        assertThat(later.missing()).contains("egfr D14");
    }

    @Test
    void what_rules_a_drug_out_leaves_nothing_to_collect_for_it() {
        Patient hip = born1950()
                .breaks("S720", "2024-01-01")
                .laboratoryExcept("2024-01-20", "egfr")
                .has("laboratory-result:egfr", "2024-01-20", event -> event.withValue(60))
                .has("disease:dysphagia", "2020-01-01")
                .has("allergy-or-intolerance:M05BA08", "2020-01-01");

        assertThat(psvf(hip).missing()).containsExactly("weight D16", "balance D16");
    }

    @Test
    void d16_an_examination_is_missing_though_the_laboratory_tests_are_there_until_it_is_recorded() {
        Patient hip = born1950().breaks("S720", "2024-01-01").laboratoryExcept("2024-01-20");
        assertThat(psvf(hip).missing()).contains("weight D16", "balance D16");

        hip.has("body-weight", "2024-01-20", event -> event.withValue(70)).has("fall-risk-assessment", "2024-01-20");
        assertThat(psvf(hip).missing()).doesNotContain("weight D16", "balance D16");
    }

    @Test
    void what_the_work_up_lacks_is_asked_for_until_two_years_after_the_fracture() {
        Patient hip = born1950().breaks("S720", "2024-01-01");
        assertThat(Advised.on(hip, Programmes.psvf(), "2025-12-31").missing()).contains("weight D16", "tsh D14");
        assertThat(Advised.on(hip, Programmes.psvf(), "2026-01-01").missing()).doesNotContain("weight D16", "tsh D14");
    }

    @Test
    void d24_the_dose_of_glucocorticoids_is_missing_where_the_guideline_asks_for_it() {
        wrist.frax(12, "2024-01-10").has("drug-stated:H02AB06", "2023-06-01");
        assertThat(psvf(wrist).missing()).contains("glucocorticoid-dose D24");
        assertThat(Advised.on(wrist, Programmes.skane(), DAY).missing()).doesNotContain("glucocorticoid-dose D24");

        wrist.has("drug-ordered:H02AB06", "2024-01-20", event -> event.withValue(10));
        assertThat(psvf(wrist).missing()).doesNotContain("glucocorticoid-dose D24");
    }

    @Test
    void d26_the_date_of_birth_is_missing() {
        Patient hip = withoutBirthDate().breaks("S720", "2024-01-01");

        assertThat(psvf(hip).missing()).contains("birth-date D26");
        assertThat(missing(psvf(hip), "birth-date").due()).isNull();
        assertThat(psvf(hip).reason(RiskReasonCode.AGE)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"egfr", "calcium-ionised"})
    void a_result_without_a_number_is_not_known(String analyte) {
        Patient hip = results(born1950().breaks("S720", "2024-01-01"), "2024-01-20", analyte);
        hip.has("laboratory-result:" + analyte, "2024-01-20");

        assertThat(psvf(hip).missing()).contains((analyte.equals("egfr") ? "egfr" : "calcium") + " D14");
    }

    @Test
    void what_no_record_can_tell_is_always_asked_for() {
        Guideline asksForTeeth = Programmes.psvfWith("any-of: [\"laboratory-result:vitamin-d\"]", "any-of: []");
        Patient hip = results(born1950().breaks("S720", "2024-01-01"), "2024-01-20", "");
        hip.has("laboratory-result:vitamin-d", "2024-01-20", event -> event.withValue(60));

        assertThat(Advised.on(hip, asksForTeeth, DAY).missing()).contains("vitamin-d D15");
        assertThat(psvf(hip).missing()).doesNotContain("vitamin-d D15");
    }
}
