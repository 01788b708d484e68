package health.kedja.pathway;

import static health.kedja.pathway.Patient.born1950;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes with a treatment and follows it, and when to refer: rules D23, D31 to D36 and SOS-08. */
class FollowUpAdviceTest {

    private final Patient hip = born1950().breaks("S720", "2024-01-01");

    private static Advised skane(Patient patient, String asOf) {
        return Advised.on(patient, Programmes.skane(), asOf);
    }

    private static Advised psvf(Patient patient, String asOf) {
        return Advised.on(patient, Programmes.psvf(), asOf);
    }

    @Test
    void d32_d33_bone_density_after_two_years_and_a_decision_after_five_by_mouth() {
        hip.dispensed("M05BA04", "2024-02-10", 90);
        Advised advised = skane(hip, "2024-04-01");

        assertThat(advised.line("bone-density-on-treatment").rule().id()).isEqualTo("D32");
        assertThat(advised.line("bone-density-on-treatment").due()).isEqualTo("2026-02-10");
        assertThat(advised.line("end-of-course").rule().id()).isEqualTo("D33");
        assertThat(advised.line("end-of-course").due()).isEqualTo("2029-02-10");
        assertThat(advised.line("end-of-course").kind()).isEqualTo(AdviceKind.DECISION);
        assertThat(advised.line("end-of-course").option().id()).isEqualTo("oral-bisphosphonate");
        assertThat(advised.line("end-of-course").evidence()).containsExactly("drug-dispensed:M05BA04@2024-02-10");
        assertThat(advised.drugs()).isEmpty();
    }

    @Test
    void d33_three_years_intravenously_and_the_length_is_a_field() {
        hip.has("drug-administered:M05BA08", "2024-02-10");
        Guideline six = Programmes.psvfWith("months: 36", "months: 72");

        assertThat(psvf(hip, "2024-04-01").line("end-of-course").due()).isEqualTo("2027-02-10");
        assertThat(Advised.on(hip, six, "2024-04-01").line("end-of-course").due())
                .isEqualTo("2030-02-10");
    }

    @ParameterizedTest
    @CsvSource({"2025-08-09, true", "2025-08-10, false"})
    void d32_a_scan_from_eighteen_months_on_is_the_one_that_is_asked_for(String scan, boolean asked) {
        hip.has("drug-administered:M05BA08", "2024-02-10")
                .has("drug-administered:M05BA08", "2025-02-10")
                .has("bone-density-scan", scan);

        assertThat(psvf(hip, "2025-12-01").has("bone-density-on-treatment")).isEqualTo(asked);
    }

    @Test
    void the_course_is_counted_from_its_first_dose_and_a_refill_begins_no_new_one() {
        hip.dispensed("M05BA04", "2024-02-10", 90).dispensed("M05BA04", "2024-05-10", 90);
        assertThat(skane(hip, "2024-06-01").line("end-of-course").due()).isEqualTo("2029-02-10");
    }

    @ParameterizedTest
    @CsvSource({"2022-02-11, 2026-10-12", "2022-02-10, 2029-02-10"})
    void d34_after_two_years_without_the_drug_it_is_a_new_course(String firstDayWithout, String decision) {
        hip.dispensed("M05BA04", "2021-10-12", days("2021-10-12", firstDayWithout))
                .dispensed("M05BA04", "2024-02-10", 90);

        assertThat(skane(hip, "2024-04-01").line("end-of-course").due()).isEqualTo(decision);
    }

    @Test
    void the_drug_given_last_is_the_one_that_is_followed_up() {
        hip.dispensed("M05BA04", "2024-02-10", 90).has("drug-administered:M05BA08", "2024-05-01");
        AdviceLine decision = skane(hip, "2024-06-01").line("end-of-course");

        assertThat(decision.option().id()).isEqualTo("zoledronate");
        assertThat(decision.due()).isEqualTo("2027-05-01");
    }

    @Test
    void a_prescription_that_nobody_has_shown_to_be_fetched_counts_as_begun_and_never_as_stopped() {
        hip.has("drug-ordered:M05BX04", "2024-02-10");

        assertThat(psvf(hip, "2026-01-01").lines()).contains("plan-before-stopping advised");
        assertThat(psvf(hip, "2026-01-01").has("stopped-without-follow-on")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2024-09-09, false", "2024-09-10, true"})
    void d35_denosumab_must_not_just_stop(String asOf, boolean stopped) {
        hip.has("drug-administered:M05BX04", "2024-02-10");
        Advised advised = psvf(hip, asOf);

        assertThat(advised.has("plan-before-stopping")).isEqualTo(!stopped);
        assertThat(advised.has("stopped-without-follow-on")).isEqualTo(stopped);
        assertThat(advised.has("end-of-course")).isFalse();
        AdviceLine line = advised.line(stopped ? "stopped-without-follow-on" : "plan-before-stopping");
        assertThat(line.rule().id()).isEqualTo("D35");
        assertThat(line.kind()).isEqualTo(stopped ? AdviceKind.WARNING : AdviceKind.DECISION);
        if (stopped) {
            assertThat(line.due()).isEqualTo("2024-08-10");
            assertThat(advised.has("bone-density-on-treatment")).isFalse();
            assertThat(advised.has("calcium-and-vitamin-d")).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"2029-02-10, true", "2029-02-09, true", "2029-02-08, false"})
    void d34_a_new_course_by_mouth_two_years_after_a_whole_one(String end, boolean whole) {
        hip.has("drug-stated:M05BA04", "2024-02-10", event -> event.withEnd(LocalDate.parse(end)));
        Advised advised = skane(hip, "2029-06-01");

        assertThat(advised.has("new-course")).isEqualTo(whole);
        if (whole) {
            assertThat(advised.line("new-course").rule().id()).isEqualTo("D34");
            assertThat(advised.line("new-course").due())
                    .isEqualTo(LocalDate.parse(end).plusMonths(24));
            assertThat(advised.line("new-course").strength()).isEqualTo(Strength.CONSIDER);
        }
    }

    @Test
    void d34_there_is_no_such_rule_for_infusions() {
        hip.has("drug-administered:M05BA08", "2024-02-10")
                .has("drug-administered:M05BA08", "2025-02-10")
                .has("drug-administered:M05BA08", "2026-02-10");

        assertThat(skane(hip, "2028-01-01").has("new-course")).isFalse();
    }

    @Test
    void d23_calcium_and_vitamin_d_together_with_the_drug() {
        AdviceLine advised = skane(hip, "2024-02-01").line("calcium-and-vitamin-d");

        assertThat(advised.rule().id()).isEqualTo("D23");
        assertThat(advised.detail()).isEqualTo("500 mg / 800 IU x 1");
        assertThat(advised.strength()).isEqualTo(Strength.RECOMMENDED);
        assertThat(psvf(hip, "2024-02-01").line("calcium-and-vitamin-d").strength())
                .isEqualTo(Strength.CONSIDER);
        assertThat(skane(hip.dispensed("M05BA04", "2024-02-10", 90), "2024-04-01")
                        .has("calcium-and-vitamin-d"))
                .isTrue();
    }

    @Test
    void d23_skane_asks_for_it_beside_bisphosphonate_and_not_beside_denosumab() {
        hip.has("drug-administered:M05BX04", "2024-02-10");

        assertThat(skane(hip, "2024-04-01").has("calcium-and-vitamin-d")).isFalse();
        assertThat(psvf(hip, "2024-04-01").has("calcium-and-vitamin-d")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "drug-dispensed:A12AX, drug-dispensed:A12AX, in-place",
        "drug-ordered:A12AA, drug-stated:A11CC, in-place",
        "drug-dispensed:A12AA, drug-dispensed:A12AA, advised",
        "drug-dispensed:A11CC, drug-dispensed:A11CC, advised",
    })
    void d23_it_is_in_place_when_both_are_recorded(String one, String other, String status) {
        hip.dispensed("M05BA04", "2024-02-10", 90).has(one, "2024-02-10").has(other, "2024-02-10");

        assertThat(skane(hip, "2024-04-01").lines()).contains("calcium-and-vitamin-d " + status);
    }

    @ParameterizedTest
    @CsvSource({"2025-02-09, true", "2025-02-10, false"})
    void d23_what_was_recorded_more_than_a_year_ago_does_not_count(String asOf, boolean counts) {
        hip.has("drug-dispensed:A12AX", "2024-02-10");

        assertThat(skane(hip, asOf).lines().contains("calcium-and-vitamin-d in-place"))
                .isEqualTo(counts);
    }

    @Test
    void sos08_calcium_and_vitamin_d_alone_is_warned_of() {
        Patient low = born1950()
                .breaks("S525", "2024-01-01")
                .frax(12, "2024-01-10")
                .has("drug-dispensed:A12AX", "2024-02-10");
        AdviceLine warning = psvf(low, "2024-04-01").line("calcium-and-vitamin-d-alone");

        assertThat(warning.rule().id()).isEqualTo("SOS-08");
        assertThat(warning.strength()).isEqualTo(Strength.NOT_TO_DO);
        assertThat(warning.kind()).isEqualTo(AdviceKind.WARNING);
        assertThat(warning.evidence()).containsExactly("drug-dispensed:A12AX@2024-02-10");
        assertThat(psvf(low, "2024-04-01").lines())
                .containsExactly("calcium-and-vitamin-d-alone advised", "lifestyle advised");
    }

    @ParameterizedTest
    @CsvSource({"49, 2024-04-01, false", "50, 2024-04-01, true", "49, 2025-02-10, false", "49, 2025-02-11, true"})
    void sos08_not_while_vitamin_d_is_known_to_be_low(double vitaminD, String asOf, boolean warned) {
        Patient low = born1950()
                .breaks("S525", "2024-01-01")
                .has("drug-stated:A12AX", "2024-02-01")
                .has("laboratory-result:vitamin-d", "2024-02-11", event -> event.withValue(vitaminD));

        assertThat(psvf(low, asOf).has("calcium-and-vitamin-d-alone")).isEqualTo(warned);
        assertThat(psvf(low, "2024-02-10").has("calcium-and-vitamin-d-alone")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"drug-ordered:M05BA04", "drug-stated:H02AB06", "drug-dispensed:H02AB06"})
    void sos08_not_beside_a_bone_specific_drug_or_a_glucocorticoid(String drug) {
        Patient wrist = born1950()
                .breaks("S525", "2024-01-01")
                .has("drug-dispensed:A12AX", "2024-02-10")
                .has(drug, "2024-02-11");

        assertThat(psvf(wrist, "2024-04-01").has("calcium-and-vitamin-d-alone")).isFalse();
    }

    @Test
    void d31_a_fracture_on_treatment_goes_to_the_osteoporosis_clinic_and_the_drug_is_theirs_to_choose() {
        Patient broken = born1950().dispensed("M05BA04", "2023-12-01", 90).breaks("S720", "2024-01-01");
        AdviceLine referral = skane(broken, "2024-02-01").line("osteoporosis-clinic");

        assertThat(referral.rule().id()).isEqualTo("D31");
        assertThat(referral.kind()).isEqualTo(AdviceKind.REFERRAL);
        assertThat(referral.because()).extracting(Rule::id).containsExactly("D31");
        assertThat(referral.evidence()).containsExactly("drug-dispensed:M05BA04@2023-12-01");
        assertThat(skane(broken, "2024-02-01").drugs()).isEmpty();
    }

    @Test
    void d31_a_referral_since_the_fracture_is_in_place_and_an_older_one_is_not() {
        Patient spine = born1950().breaks("S221", "2024-01-01").has("referral:osteoporosis-clinic", "2023-12-31");
        assertThat(skane(spine, "2024-02-01").lines()).contains("osteoporosis-clinic advised");

        spine.has("referral:primary-care", "2024-01-10").has("referral:osteoporosis-clinic", "2024-01-01");
        assertThat(skane(spine, "2024-02-01").lines()).contains("osteoporosis-clinic in-place");
        assertThat(skane(spine, "2024-02-01").line("osteoporosis-clinic").evidence())
                .containsExactly("Condition/1", "referral:osteoporosis-clinic@2024-01-01");
    }

    @Test
    void d31_intolerance_of_infusions_and_allergy_to_bisphosphonate_are_referred() {
        hip.has("allergy-or-intolerance:M05BA08", "2019-01-01", event -> event.withQualifier("intolerance"));

        assertThat(skane(hip, "2024-02-01").lines())
                .containsExactly(
                        "osteoporosis-clinic advised",
                        "oral-bisphosphonate waits",
                        "calcium-and-vitamin-d advised",
                        "primary-care advised",
                        "physiotherapy advised");
        assertThat(psvf(hip, "2024-02-01").lines()).contains("zoledronate ruled-out", "denosumab waits");
    }

    @Test
    void d36_a_hip_fracture_supports_the_diagnosis_in_svos_and_not_in_skane() {
        AdviceLine diagnosis = psvf(hip, "2024-02-01").line("osteoporosis");

        assertThat(diagnosis.rule().id()).isEqualTo("D36");
        assertThat(diagnosis.detail()).isEqualTo("M809");
        assertThat(diagnosis.evidence()).containsExactly("Condition/1");
        assertThat(skane(hip, "2024-02-01").has("osteoporosis")).isFalse();
        assertThat(psvf(hip.has("osteoporosis-diagnosis:M809", "2024-01-20"), "2024-02-01")
                        .has("osteoporosis"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"-2.5, true, false", "-2.6, true, true", "-2.4, false, false"})
    void d12_a_t_score_supports_the_diagnosis(double tScore, boolean national, boolean skane) {
        Patient wrist =
                born1950().breaks("S525", "2024-01-01").frax(20, "2024-01-10").tScore(tScore, "2024-01-20");

        assertThat(psvf(wrist, "2024-02-01").has("osteoporosis")).isEqualTo(national);
        assertThat(skane(wrist, "2024-02-01").has("osteoporosis")).isEqualTo(skane);
        if (skane) {
            assertThat(skane(wrist, "2024-02-01").line("osteoporosis").evidence())
                    .containsExactly("Condition/1", "t-score@2024-01-20");
            assertThat(skane(wrist, "2024-02-01").line("osteoporosis").rule().id())
                    .isEqualTo("D12");
        }
    }

    private static int days(String from, String to) {
        return (int) java.time.temporal.ChronoUnit.DAYS.between(LocalDate.parse(from), LocalDate.parse(to));
    }
}
