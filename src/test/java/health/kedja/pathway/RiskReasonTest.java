package health.kedja.pathway;

import static health.kedja.pathway.Patient.born1950;
import static health.kedja.pathway.Patient.bornOn;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Why the risk is what it is. */
class RiskReasonTest {

    private static final String DAY = "2024-06-01";

    private final Patient wrist = born1950().breaks("S525", "2024-01-01");

    private Advised psvf(Patient patient) {
        return Advised.on(patient, Programmes.psvf(), DAY);
    }

    @Test
    void d09_a_hip_fracture_sets_the_risk_and_is_the_evidence() {
        Advised hip = psvf(born1950().breaks("S525", "2024-01-01").breaks("S720", "2024-01-02"));

        assertThat(hip.reasons()).containsExactly("site D09!");
        assertThat(hip.reason(RiskReasonCode.SITE).evidence()).containsExactly("Condition/2");
    }

    @Test
    void d09_where_the_index_is_another_site_all_fractures_of_the_event_are_the_evidence() {
        Guideline wristOnly = Programmes.psvfWith("high-risk-sites: [hip, vertebra]", "high-risk-sites: [wrist]");
        Advised both = Advised.on(born1950().breaks("S720", "2024-01-01").breaks("S525", "2024-01-02"), wristOnly, DAY);

        assertThat(both.reason(RiskReasonCode.SITE).evidence()).containsExactly("Condition/1", "Condition/2");
    }

    @Test
    void d09_a_vertebral_fracture_on_imaging_sets_the_risk() {
        Advised found = psvf(wrist.has("vertebral-fracture-assessment:fracture", "2024-02-10"));

        assertThat(found.reasons()).containsExactly("vertebral-fracture-on-imaging D09!");
        assertThat(found.reason(RiskReasonCode.VERTEBRAL_FRACTURE_ON_IMAGING).evidence())
                .containsExactly("vertebral-fracture-assessment:fracture@2024-02-10");
    }

    @ParameterizedTest
    @CsvSource({"15, D05", "15.1, D06", "30, D06", "30.1, D08"})
    void d05_d06_d08_frax_sets_the_risk_by_the_rule_of_its_level(double percent, String rule) {
        Advised known = psvf(wrist.frax(percent, "2024-01-10"));

        assertThat(known.reasons()).containsExactly("frax " + rule + "!");
        assertThat(known.reason(RiskReasonCode.FRAX).value()).isEqualTo(percent);
        assertThat(known.reason(RiskReasonCode.FRAX).evidence()).containsExactly("frax-major:without-bmd@2024-01-10");
    }

    @Test
    void a_frax_that_says_less_than_the_site_is_no_reason_and_one_that_says_the_same_is() {
        assertThat(psvf(born1950().breaks("S720", "2024-01-01").frax(30, "2024-01-10"))
                        .reasons())
                .containsExactly("site D09!");
        assertThat(psvf(born1950().breaks("S720", "2024-01-01").frax(31, "2024-01-10"))
                        .reasons())
                .containsExactly("site D09!", "frax D08!");
    }

    @Test
    void an_unknown_risk_has_no_reason() {
        assertThat(psvf(wrist).reasons()).isEmpty();
    }

    @Test
    void d12_the_lowest_t_score_is_a_reason_at_the_limit_of_the_guideline() {
        wrist.tScore(-2.5, "2024-02-01").tScore(-1.0, "2024-02-02");

        assertThat(psvf(wrist).reasons()).containsExactly("t-score D12");
        assertThat(psvf(wrist).reason(RiskReasonCode.T_SCORE).value()).isEqualTo(-2.5);
        assertThat(psvf(wrist).reason(RiskReasonCode.T_SCORE).evidence()).containsExactly("t-score@2024-02-01");
        assertThat(Advised.on(wrist, Programmes.skane(), DAY).reasons()).isEmpty();
    }

    @Test
    void d12_a_t_score_above_the_limit_is_none() {
        assertThat(psvf(wrist.tScore(-2.4, "2024-02-01")).reasons()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2024-03-03, false", "2024-03-02, true"})
    void d24_glucocorticoids_count_when_taken_for_more_than_90_days(String first, boolean counts) {
        wrist.has("drug-stated:H02AB06", first);

        assertThat(psvf(wrist).reason(RiskReasonCode.GLUCOCORTICOIDS) != null).isEqualTo(counts);
    }

    @Test
    void d24_another_drug_for_as_long_is_none() {
        assertThat(psvf(wrist.has("drug-stated:H02CA", "2023-01-01")).reasons()).isEmpty();
    }

    @Test
    void d24_a_prescription_alone_shows_no_use() {
        wrist.has("drug-ordered:H02AB06", "2023-10-01").has("drug-ordered:H02AB06", "2024-05-01");

        assertThat(psvf(wrist).reasons()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2024-01-31, true", "2024-02-01, false"})
    void d24_dispensings_join_across_a_gap_of_30_days(String second, boolean counts) {
        wrist.dispensed("H02AB06", "2023-12-02", 30).dispensed("H02AB06", second, 100);
        Guideline shortRun = Programmes.psvfWith("longer-than-days: 90 ", "longer-than-days: 120 ");

        assertThat(Advised.on(wrist, shortRun, "2024-05-15").reason(RiskReasonCode.GLUCOCORTICOIDS) != null)
                .isEqualTo(counts);
    }

    @ParameterizedTest
    @CsvSource({"2024-08-29, true", "2024-08-30, false"})
    void d24_it_counts_for_90_days_after_it_ended(String asOf, boolean counts) {
        wrist.has("drug-stated:H02AB06", "2024-01-01", e -> e.withEnd(LocalDate.parse("2024-05-31")));

        assertThat(Advised.on(wrist, Programmes.psvf(), asOf).reason(RiskReasonCode.GLUCOCORTICOIDS) != null)
                .isEqualTo(counts);
    }

    @ParameterizedTest
    @CsvSource({
        "H02AB06, 5.0, true",
        "H02AB06, 4.9, false",
        "H02AB04, 4.0, true",
        "H02AB04, 3.9, false",
        "H02AB99, 1.0, true",
    })
    void d24_a_known_dose_below_the_limit_does_not_count(String atc, double milligrams, boolean counts) {
        wrist.has("drug-stated:" + atc, "2024-01-01", event -> event.withValue(milligrams));

        assertThat(psvf(wrist).reason(RiskReasonCode.GLUCOCORTICOIDS) != null).isEqualTo(counts);
    }

    @Test
    void d24_whether_exactly_5_mg_counts_is_a_field_and_the_skane_guideline_asks_for_no_dose() {
        wrist.has("drug-stated:H02AB06", "2024-01-01", event -> event.withValue(5));
        Guideline above = Programmes.psvfWith(
                "prednisolone-mg-per-day: {comparison: at-or-above", "prednisolone-mg-per-day: {comparison: above");

        assertThat(Advised.on(wrist, above, DAY).reasons()).isEmpty();
        wrist.has("drug-ordered:H02AB06", "2024-05-01", event -> event.withValue(1));
        assertThat(Advised.on(wrist, Programmes.skane(), DAY).reasons()).containsExactly("glucocorticoids D24");
    }

    @Test
    void d24_the_latest_dose_counts_and_is_told() {
        wrist.has("drug-stated:H02AB06", "2024-01-01", event -> event.withValue(2))
                .has("drug-ordered:H02AB06", "2024-05-01", event -> event.withValue(10));

        assertThat(psvf(wrist).reason(RiskReasonCode.GLUCOCORTICOIDS).value()).isEqualTo(10);
        assertThat(psvf(wrist).reason(RiskReasonCode.GLUCOCORTICOIDS).evidence())
                .containsExactly("drug-stated:H02AB06@2024-01-01");
    }

    @ParameterizedTest
    @CsvSource({"1943-01-02", "1943-01-01", "1942-01-02"})
    void d26_age_counts_above_80_years_on_the_day_of_the_fracture(String birth) {
        Advised old = psvf(bornOn(birth).breaks("S525", "2024-01-01"));
        int years = java.time.Period.between(LocalDate.parse(birth), LocalDate.of(2024, 1, 1))
                .getYears();

        assertThat(old.reasons()).isEqualTo(years > 80 ? java.util.List.of("age D26") : java.util.List.of());
        if (years > 80) {
            assertThat(old.reason(RiskReasonCode.AGE).value()).isEqualTo(years);
            assertThat(old.reason(RiskReasonCode.AGE).evidence()).containsExactly("Patient/1");
        }
    }

    @Test
    void d26_only_with_a_typical_site() {
        Guideline hipOnly =
                Programmes.psvfWith("sites: [hip, vertebra, pelvis, proximal-humerus, wrist]", "sites: [hip]");

        assertThat(Advised.on(bornOn("1930-01-01").breaks("S525", "2024-01-01"), hipOnly, DAY)
                        .reasons())
                .isEmpty();
    }

    @Test
    void d31_two_vertebrae_are_several_and_one_is_not() {
        assertThat(psvf(born1950().breaks("S220", "2024-01-01")).reasons()).containsExactly("site D09!");
        Advised two = psvf(born1950().breaks("S220", "2024-01-01").breaks("S320", "2024-01-01"));

        assertThat(two.reasons()).containsExactly("site D09!", "multiple-vertebral-fractures D31");
        assertThat(two.reason(RiskReasonCode.MULTIPLE_VERTEBRAL_FRACTURES).evidence())
                .containsExactly("Condition/1", "Condition/2");
    }

    @Test
    void d31_one_code_may_say_several() {
        assertThat(psvf(born1950().breaks("S221", "2024-01-01")).reasons())
                .contains("multiple-vertebral-fractures D31");
    }

    @ParameterizedTest
    @CsvSource({"2023-10-01, true", "2023-10-02, false"})
    void d31_the_same_vertebra_again_counts_when_it_is_a_new_fracture(String before, boolean several) {
        Patient twice = born1950().breaks("S220", before).breaks("S220", "2024-01-01");

        assertThat(psvf(twice).reason(RiskReasonCode.MULTIPLE_VERTEBRAL_FRACTURES) != null)
                .isEqualTo(several);
    }

    @Test
    void d31_vertebrae_broken_by_high_energy_are_left_out_and_those_in_youth_are_not() {
        Patient crash = born1950()
                .breaks("S320", "2019-01-01")
                .has("circumstance:V13", "2019-01-01")
                .breaks("S220", "2024-01-01");
        Patient young = born1950().breaks("S320", "1999-01-01").breaks("S220", "2024-01-01");

        assertThat(psvf(crash).reasons()).containsExactly("site D09!");
        assertThat(psvf(young).reasons()).contains("multiple-vertebral-fractures D31");
    }

    @Test
    void d31_a_fracture_on_treatment_is_a_reason() {
        Advised treated = psvf(wrist.dispensed("M05BA04", "2023-12-01", 90));

        assertThat(treated.reasons()).containsExactly("fracture-on-treatment D31");
        assertThat(treated.reason(RiskReasonCode.FRACTURE_ON_TREATMENT).evidence())
                .containsExactly("drug-dispensed:M05BA04@2023-12-01");
        assertThat(psvf(born1950().breaks("S525", "2024-01-01").dispensed("M05BA04", "2024-01-01", 90))
                        .reasons())
                .isEmpty();
    }
}
