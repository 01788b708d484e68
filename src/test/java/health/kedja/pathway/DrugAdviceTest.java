package health.kedja.pathway;

import static health.kedja.pathway.Patient.born1950;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which drugs are advised, in which order, and what rules them out: rules D10 to D24. */
class DrugAdviceTest {

    private static final String DAY = "2024-03-01";

    private final Patient hip = born1950().breaks("S720", "2024-01-01");

    private Advised skane(Patient patient) {
        return Advised.on(patient, Programmes.skane(), DAY);
    }

    private Advised psvf(Patient patient) {
        return Advised.on(patient, Programmes.psvf(), DAY);
    }

    private static Patient withResults(Patient patient, double egfr) {
        return patient.has("laboratory-result:egfr", "2024-02-01", event -> event.withValue(egfr))
                .has("laboratory-result:calcium-ionised", "2024-02-01", event -> event.withValue(1.20))
                .has("laboratory-result:vitamin-d", "2024-02-01", event -> event.withValue(60));
    }

    @Test
    void d19_oral_bisphosphonate_once_a_week_in_primary_care_comes_first_in_skane() {
        Advised advised = skane(withResults(hip, 60));
        AdviceLine line = advised.line("oral-bisphosphonate");

        assertThat(advised.drugs()).containsExactly("oral-bisphosphonate advised");
        assertThat(line.rule().id()).isEqualTo("D19");
        assertThat(line.because()).extracting(Rule::id).containsExactly("D18");
        assertThat(line.strength()).isEqualTo(Strength.RECOMMENDED);
        assertThat(line.due()).isEqualTo("2024-04-22");
        assertThat(line.option().level()).isEqualTo(CareLevel.PRIMARY_CARE);
        assertThat(line.option().route()).isEqualTo(Route.ORAL);
        assertThat(line.option().regimen()).contains(new AdvisedRegimen(1, AdvisedRegimen.Unit.WEEK));
        assertThat(line.option().atc()).contains("M05BA04", "M05BA07");
        assertThat(line.option().course().orElseThrow().months()).isEqualTo(60);
        assertThat(line.option().course().orElseThrow().rule().id()).isEqualTo("D33");
        assertThat(line.needs()).extracting(AdviceLine.Requirement::known).containsOnly(true);
    }

    @Test
    void lv20_zoledronate_and_oral_are_equal_first_choices_in_the_national_pathway() {
        Advised advised = psvf(withResults(hip, 60));

        assertThat(advised.drugs()).containsExactly("oral-bisphosphonate advised", "zoledronate advised");
        assertThat(advised.line("zoledronate").option().rank())
                .isEqualTo(advised.line("oral-bisphosphonate").option().rank());
    }

    @ParameterizedTest
    @CsvSource({"disease:dysphagia, dysphagia", "disease:cognitive-impairment, cognitive-impairment"})
    void d20_zoledronate_once_a_year_when_swallowing_or_memory_fails(String event, String finding) {
        Advised advised = skane(withResults(hip, 60).has(event, "2020-01-01"));
        AdviceLine zoledronate = advised.line("zoledronate");

        assertThat(advised.drugs()).containsExactly("zoledronate advised", "oral-bisphosphonate ruled-out");
        assertThat(advised.against("oral-bisphosphonate")).containsExactly(finding);
        assertThat(advised.line("oral-bisphosphonate").ruledOutBy().get(0).evidence())
                .containsExactly(event + "@2020-01-01");
        assertThat(zoledronate.rule().id()).isEqualTo("D20");
        assertThat(zoledronate.because()).extracting(Rule::id).containsExactly("D18", "D20");
        assertThat(zoledronate.evidence()).containsExactly(event + "@2020-01-01");
        assertThat(zoledronate.option().level()).isEqualTo(CareLevel.PRIMARY_CARE);
        assertThat(zoledronate.option().regimen()).contains(new AdvisedRegimen(1, AdvisedRegimen.Unit.YEAR));
        assertThat(zoledronate.option().course().orElseThrow().months()).isEqualTo(36);
        assertThat(advised.has("osteoporosis-clinic")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2024-03-01, ruled-out", "2024-02-29, advised"})
    void d20_a_disease_that_has_ended_rules_nothing_out(String end, String status) {
        withResults(hip, 60).has("disease:dysphagia", "2020-01-01", event -> event.withEnd(LocalDate.parse(end)));

        assertThat(skane(hip).drugs()).contains("oral-bisphosphonate " + status);
    }

    @Test
    void d20_an_intolerance_of_oral_bisphosphonate_leads_to_zoledronate_first() {
        withResults(hip, 60).has("allergy-or-intolerance:M05BA04", "2019-01-01", e -> e.withQualifier("intolerance"));

        assertThat(skane(hip).drugs()).containsExactly("zoledronate advised", "oral-bisphosphonate ruled-out");
        assertThat(skane(hip).against("oral-bisphosphonate")).containsExactly("oral-bisphosphonate-intolerance");
        assertThat(skane(hip).has("osteoporosis-clinic")).isFalse();
    }

    @Test
    void d21_an_allergy_to_bisphosphonate_leads_to_denosumab_twice_a_year_in_specialised_care() {
        withResults(hip, 60).has("allergy-or-intolerance:M05BA04", "2019-01-01", e -> e.withQualifier("allergy"));
        AdviceLine denosumab = skane(hip).line("denosumab");

        assertThat(skane(hip).drugs()).containsExactly("denosumab advised", "oral-bisphosphonate ruled-out");
        assertThat(skane(hip).against("oral-bisphosphonate")).containsExactly("bisphosphonate-allergy");
        assertThat(denosumab.rule().id()).isEqualTo("D21");
        assertThat(denosumab.option().level()).isEqualTo(CareLevel.SPECIALISED_CARE);
        assertThat(denosumab.option().regimen()).contains(new AdvisedRegimen(6, AdvisedRegimen.Unit.MONTH));
        assertThat(psvf(hip).line("denosumab").option().level()).isEqualTo(CareLevel.PRIMARY_CARE);
    }

    @Test
    void d21_an_allergy_without_type_or_day_or_to_the_whole_group_counts() {
        List<Event> events = new java.util.ArrayList<>(withResults(hip, 60).events());
        events.add(Event.of(Kind.ALLERGY_OR_INTOLERANCE, null, "AllergyIntolerance/1")
                .withCode("M05B"));
        History history = History.of(events);
        LocalDate day = LocalDate.parse(DAY);
        FractureChain chain = FractureChain.evaluate(history, Programmes.skane(), day)
                .chains()
                .get(0);
        Advised advised = new Advised(Advice.of(history, Programmes.skane(), chain, day));

        assertThat(advised.drugs())
                .containsExactly("oral-bisphosphonate ruled-out", "zoledronate ruled-out", "denosumab ruled-out");
        assertThat(advised.against("denosumab")).containsExactly("denosumab-allergy");
    }

    @Test
    void an_allergy_to_another_drug_changes_nothing() {
        withResults(hip, 60).has("allergy-or-intolerance:J01CE02", "2019-01-01");

        assertThat(skane(hip).drugs()).containsExactly("oral-bisphosphonate advised");
    }

    @ParameterizedTest
    @CsvSource({"35, oral-bisphosphonate advised", "34.9, denosumab advised"})
    void d21_the_egfr_limit_is_35_and_35_is_enough(double egfr, String first) {
        assertThat(skane(withResults(hip, egfr)).drugs().get(0)).isEqualTo(first);
    }

    @Test
    void d21_the_egfr_limit_and_the_level_of_care_are_fields() {
        withResults(hip, 34);
        Guideline thirty = Programmes.psvfWith(
                "analyte: egfr, limit: {comparison: below, value: 35}",
                "analyte: egfr, limit: {comparison: below, value: 30}");

        assertThat(psvf(hip).drugs())
                .containsExactly("denosumab advised", "oral-bisphosphonate ruled-out", "zoledronate ruled-out");
        assertThat(psvf(hip).against("zoledronate")).containsExactly("low-egfr");
        assertThat(Advised.on(hip, thirty, DAY).drugs())
                .containsExactly("oral-bisphosphonate advised", "zoledronate advised");
    }

    @ParameterizedTest
    @CsvSource({"29.9, 1", "30, 0"})
    void d21_denosumab_calls_for_caution_below_30(double egfr, int cautions) {
        assertThat(psvf(withResults(hip, egfr)).line("denosumab").cautions()).hasSize(cautions);
    }

    @Test
    void the_latest_egfr_counts_and_of_one_day_the_lower() {
        withResults(hip, 20).has("laboratory-result:egfr", "2024-02-10", event -> event.withValue(50));
        assertThat(skane(hip).drugs()).containsExactly("oral-bisphosphonate advised");

        hip.has("laboratory-result:egfr", "2024-02-10", event -> event.withValue(30));
        assertThat(skane(hip).drugs()).contains("oral-bisphosphonate ruled-out");
    }

    @ParameterizedTest
    @CsvSource({"2023-09-03, true", "2023-09-02, false"})
    void a_result_is_known_for_180_days(String day, boolean known) {
        hip.has("laboratory-result:egfr", day, event -> event.withValue(20))
                .has("laboratory-result:calcium-ionised", day, event -> event.withValue(1.2));
        Advised advised = skane(hip);

        assertThat(advised.line("oral-bisphosphonate").status())
                .isEqualTo(known ? AdviceStatus.RULED_OUT : AdviceStatus.WAITS);
        assertThat(advised.line("oral-bisphosphonate").needs())
                .extracting(AdviceLine.Requirement::known)
                .containsOnly(known);
    }

    @ParameterizedTest
    @CsvSource({
        "calcium-ionised, 1.14, true",
        "calcium-ionised, 1.15, false",
        "calcium, 2.14, true",
        "calcium, 2.15, false",
    })
    void low_calcium_rules_out_every_antiresorptive_drug(String analyte, double value, boolean low) {
        withResults(hip, 30).has("laboratory-result:" + analyte, "2024-02-02", event -> event.withValue(value));

        assertThat(skane(hip).against("denosumab")).isEqualTo(low ? List.of("hypocalcaemia") : List.of());
        assertThat(skane(hip).against("oral-bisphosphonate").contains("hypocalcaemia"))
                .isEqualTo(low);
    }

    @Test
    void d22_teriparatide_is_to_be_considered_in_specialised_care_at_several_vertebral_fractures() {
        Patient spine = withResults(born1950().breaks("S221", "2024-01-01"), 60);

        assertThat(skane(spine).drugs()).containsExactly("oral-bisphosphonate advised", "teriparatide advised");
        assertThat(skane(spine).line("teriparatide").option().level()).isEqualTo(CareLevel.SPECIALISED_CARE);
        assertThat(skane(spine).line("teriparatide").strength()).isEqualTo(Strength.CONSIDER);
        assertThat(psvf(spine).drugs())
                .containsExactly(
                        "oral-bisphosphonate advised",
                        "zoledronate advised",
                        "teriparatide advised",
                        "romosozumab advised");
        assertThat(psvf(spine).line("romosozumab").option().priority()).hasValue(4);
        assertThat(skane(withResults(born1950().breaks("S220", "2024-01-01"), 60))
                        .has("teriparatide"))
                .isFalse();
    }

    @Test
    void d05_at_low_risk_there_is_advice_on_lifestyle_and_no_drug() {
        Patient low = born1950().breaks("S525", "2024-01-01").frax(12, "2024-01-10");

        assertThat(psvf(low).lines()).containsExactly("lifestyle advised");
        assertThat(psvf(low).line("lifestyle").rule().id()).isEqualTo("D05");
        assertThat(psvf(low.has("lifestyle-advice", "2024-01-20")).lines()).containsExactly("lifestyle in-place");
        assertThat(psvf(low).line("lifestyle").evidence()).containsExactly("lifestyle-advice@2024-01-20");
    }

    @Test
    void d12_an_indication_by_t_score_is_named_and_d36_one_by_diagnosis() {
        Patient wrist = withResults(born1950().breaks("S525", "2024-01-01"), 60).frax(20, "2024-01-10");
        assertThat(psvf(wrist).drugs()).isEmpty();

        wrist.tScore(-2.6, "2024-02-01");
        assertThat(psvf(wrist).line("zoledronate").because())
                .extracting(Rule::id)
                .containsExactly("D12");

        wrist.has("osteoporosis-diagnosis:M810", "2024-02-02");
        assertThat(psvf(wrist).line("zoledronate").because())
                .extracting(Rule::id)
                .containsExactly("D12", "D36");
    }

    @ParameterizedTest
    @CsvSource({"20, -1.0, true", "19.9, -1.0, false", "20, -0.9, false"})
    void d10_osteopenia_with_frax_from_20_percent_is_a_reason_to_consider_a_drug(
            double frax, double tScore, boolean considered) {
        Patient wrist = withResults(born1950().breaks("S525", "2024-01-01"), 60)
                .frax(frax, "2024-01-10")
                .tScore(tScore, "2024-02-01");

        assertThat(psvf(wrist).has("zoledronate")).isEqualTo(considered);
        if (considered) {
            assertThat(psvf(wrist).line("zoledronate").strength()).isEqualTo(Strength.CONSIDER);
            assertThat(psvf(wrist).line("zoledronate").because())
                    .extracting(Rule::id)
                    .containsExactly("D10");
        }
        assertThat(skane(wrist).drugs()).isEmpty();
    }

    @Test
    void d24_glucocorticoids_are_an_indication_also_at_low_risk() {
        Patient wrist = withResults(born1950().breaks("S525", "2024-01-01"), 60)
                .frax(12, "2024-01-10")
                .has("drug-stated:H02AB06", "2023-06-01");

        assertThat(skane(wrist).line("oral-bisphosphonate").strength()).isEqualTo(Strength.RECOMMENDED);
        assertThat(skane(wrist).line("oral-bisphosphonate").because())
                .extracting(Rule::id)
                .containsExactly("D24");
        assertThat(skane(wrist).has("lifestyle")).isTrue();
    }

    @Test
    void where_the_scan_was_decided_against_the_clinician_decides_without_it() {
        Patient wrist = withResults(born1950().breaks("S525", "2024-01-01"), 60)
                .frax(18, "2024-01-10")
                .decidedAgainst("bone-density-scan", "declined", "2024-02-01");

        assertThat(psvf(wrist).line("zoledronate").strength()).isEqualTo(Strength.CONSIDER);
        assertThat(psvf(wrist).line("zoledronate").because())
                .extracting(Rule::id)
                .containsExactly("D05");
    }

    @Test
    void d27_at_a_limited_life_expectancy_there_is_prevention_and_no_drug() {
        Advised advised = skane(withResults(hip, 60).has("limited-life-expectancy", "2024-02-01"));

        assertThat(advised.lines()).containsExactly("prevention-without-drugs advised");
        assertThat(advised.line("prevention-without-drugs").rule().id()).isEqualTo("D27");
        assertThat(advised.line("prevention-without-drugs").evidence())
                .containsExactly("limited-life-expectancy@2024-02-01");
    }

    @Test
    void who_declined_is_not_advised_again_nor_offered_what_is_to_be_considered() {
        Patient declined = withResults(born1950().breaks("S525", "2024-01-01"), 60)
                .frax(35, "2024-01-10")
                .has("drug-stated:H02AB06", "2023-06-01")
                .decidedAgainst("drug-ordered", "not-indicated", "2024-02-10");

        assertThat(skane(declined).drugs()).isEmpty();
    }

    @Test
    void a_chain_that_ended_has_reasons_and_no_advice() {
        Patient twice = withResults(hip, 60).breaks("S525", "2024-02-20");
        Advised ended = Advised.on(twice, Programmes.skane(), DAY, 1);

        assertThat(ended.reasons()).containsExactly("site D09!");
        assertThat(ended.lines()).isEmpty();
        assertThat(ended.missing()).isEmpty();
        assertThat(skane(withResults(born1950().breaks("S720", "2024-01-01"), 60)
                                .dies("2024-02-01"))
                        .lines())
                .isEmpty();
    }

    @Test
    void a_guideline_without_advice_gives_none() {
        Guideline without = Programmes.psvfWithoutAdvice();
        Advised none = Advised.on(hip, without, DAY);

        assertThat(none.reasons()).isEmpty();
        assertThat(none.lines()).isEmpty();
        assertThat(none.missing()).isEmpty();
    }
}
