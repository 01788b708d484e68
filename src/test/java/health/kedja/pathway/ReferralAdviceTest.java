package health.kedja.pathway;

import static health.kedja.pathway.Patient.born1950;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom to refer to and what the referral is to tell, what an examination and a reply on a scan are to tell. */
class ReferralAdviceTest {

    private static final String DAY = "2024-02-01";

    private final Patient hip = born1950().breaks("S720", "2024-01-01");
    private final Patient wrist = born1950().breaks("S525", "2024-01-01");

    @ParameterizedTest
    @CsvSource({"15, false", "15.1, true", "30, true", "30.1, false"})
    void d07_from_15_to_30_percent_bone_density_is_ordered(double frax, boolean ordered) {
        assertThat(skane(wrist.frax(frax, "2024-01-05")).has("bone-density")).isEqualTo(ordered);
    }

    @Test
    void d07_what_was_ordered_is_in_place_and_after_the_scan_there_is_nothing_to_order() {
        wrist.frax(20, "2024-01-05").has("referral:bone-density", "2024-01-06");
        assertThat(skane(wrist).lines()).contains("bone-density in-place");
        assertThat(skane(wrist).line("bone-density").because())
                .extracting(Rule::id)
                .containsExactly("D06");

        wrist.tScore(-1, "2024-01-20");
        assertThat(skane(wrist).has("bone-density")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"type-1-diabetes", "osteogenesis-imperfecta", "hyperthyroidism"})
    void d13_a_disease_that_causes_osteoporosis_asks_for_an_extended_work_up(String disease) {
        hip.has("disease:" + disease, "2010-01-01");
        AdviceLine line = skane(hip).line("secondary-cause");

        assertThat(line.rule().id()).isEqualTo("D13");
        assertThat(line.rule().certainty()).isEqualTo(Certainty.CONFIRMED);
        assertThat(line.strength()).isEqualTo(Strength.CONSIDER);
        assertThat(line.evidence()).containsExactly("disease:" + disease + "@2010-01-01");
    }

    @ParameterizedTest
    @CsvSource({
        "esr, 51, 50",
        "haemoglobin, 99, 100",
        "calcium-ionised, 1.36, 1.35",
        "calcium, 2.61, 2.6",
        "tsh, 0.09, 0.1",
        "alp, 3.6, 3.5",
    })
    void d13_so_does_a_result_out_of_range(String analyte, double beyond, double within) {
        assertThat(skane(result(analyte, within)).has("secondary-cause")).isFalse();

        AdviceLine line = skane(result(analyte, beyond)).line("secondary-cause");
        assertThat(line.because()).extracting(Rule::id).containsExactly("D13");
        assertThat(line.because()).extracting(Rule::certainty).containsExactly(Certainty.UNCONFIRMED);
        assertThat(line.evidence()).containsExactly("laboratory-result:" + analyte + "@2024-01-20");
    }

    @Test
    void d13_without_a_sign_of_one_there_is_no_such_referral_and_a_sent_one_is_in_place() {
        assertThat(skane(hip).has("secondary-cause")).isFalse();

        hip.has("disease:hyperthyroidism", "2010-01-01").has("referral:osteoporosis-clinic", "2024-01-20");
        assertThat(skane(hip).lines()).contains("secondary-cause in-place");
    }

    @Test
    void d15_the_extended_work_up_names_its_tests_and_which_are_known() {
        hip.has("disease:hyperthyroidism", "2010-01-01")
                .has("laboratory-result:pth", "2024-01-20", event -> event.withValue(5));

        assertThat(states("secondary-cause"))
                .containsExactly("alat D15", "ggt D15", "pth D15 known", "vitamin-d D15", "testosterone D15");
    }

    @Test
    void d16_weight_and_balance_are_missing_until_they_are_examined() {
        wrist.frax(20, "2024-01-05");
        assertThat(skane(wrist).missing()).contains("weight D16", "balance D16");

        wrist.has("body-weight", "2024-01-10", event -> event.withValue(60))
                .has("impaired-rise-up", "2024-01-10", event -> event.withValue(0));
        assertThat(skane(wrist).missing()).doesNotContain("weight D16", "balance D16");
    }

    @Test
    void d28_the_referral_to_primary_care_tells_background_frax_density_and_strategy() {
        hip.frax(25, "2024-01-05");
        AdviceLine line = skane(hip).line("primary-care");

        assertThat(line.rule().id()).isEqualTo("D28");
        assertThat(line.because()).extracting(Rule::id).containsExactly("D25");
        assertThat(line.due()).isEqualTo("2024-04-22");
        assertThat(states("primary-care"))
                .containsExactly("background D28", "frax-value D28 known", "density-result D28", "drug-strategy D28");
    }

    @Test
    void d29_the_referral_to_the_physiotherapist_tells_of_balance_and_fall_preventive_training() {
        assertThat(skane(hip).line("physiotherapy").rule().id()).isEqualTo("D29");
        assertThat(states("physiotherapy")).containsExactly("fall-preventive-training D29");
    }

    @Test
    void d25_both_are_for_those_with_an_indication_and_end_when_they_are_sent() {
        assertThat(skane(wrist.frax(12, "2024-01-05")).has("primary-care")).isFalse();

        hip.has("referral:primary-care", "2024-01-10");
        assertThat(skane(hip).lines()).contains("primary-care in-place", "physiotherapy advised");

        hip.has("referral:physiotherapy", "2024-01-10");
        assertThat(skane(hip).has("primary-care")).isFalse();
    }

    @Test
    void d26_above_the_age_limit_the_age_is_the_reason_where_the_risk_is_not_known() {
        Patient old = Patient.bornOn("1940-01-01").breaks("S525", "2024-01-01");
        assertThat(Advised.on(old, Programmes.psvf(), "2024-02-01")
                        .line("primary-care")
                        .because())
                .extracting(Rule::id)
                .containsExactly("D26");
    }

    @Test
    void both_are_advised_until_two_years_after_the_fracture() {
        assertThat(Advised.on(hip, Programmes.skane(), "2025-12-31").has("primary-care"))
                .isTrue();
        assertThat(Advised.on(hip, Programmes.skane(), "2026-01-01").has("primary-care"))
                .isFalse();
    }

    @Test
    void d30_a_scan_without_its_t_score_has_not_been_replied_to() {
        wrist.frax(20, "2024-01-05");
        assertThat(skane(wrist).missing()).contains("t-score D06");

        wrist.has("bone-density-scan", "2024-01-20");
        assertThat(skane(wrist).missing()).contains("t-score D30").doesNotContain("t-score D06");
        assertThat(Programmes.skane()
                        .advice()
                        .orElseThrow()
                        .densityReply()
                        .orElseThrow()
                        .states())
                .containsExactly("description", "T-score", "interpretation", "recommendation on treatment");
    }

    private Patient result(String analyte, double value) {
        return born1950()
                .breaks("S720", "2024-01-01")
                .has("laboratory-result:" + analyte, "2024-01-20", event -> event.withValue(value));
    }

    private List<String> states(String code) {
        return skane(hip).line(code).needs().stream()
                .map(need -> need.data().id() + " " + need.data().rule().id() + (need.known() ? " known" : ""))
                .toList();
    }

    private static Advised skane(Patient patient) {
        return Advised.on(patient, Programmes.skane(), DAY);
    }
}
