package health.kedja.pathway;

import static health.kedja.pathway.Patient.born1950;
import static health.kedja.pathway.Patient.bornOn;
import static health.kedja.pathway.Patient.withoutBirthDate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** FRAMO, where no FRAX is recorded. */
class FramoTest {

    private static final String DAY = "2024-02-01";
    private static final Guideline SATISFIES =
            Programmes.psvfWith("satisfies-risk-assessment: false", "satisfies-risk-assessment: true");

    @Test
    void two_of_four_are_high_risk() {
        Framo framo =
                framo(wrist(born1950()).has("body-weight", DAY, weighs(59)).has("impaired-rise-up", DAY, no()));

        assertThat(framo.risk()).isEqualTo(FramoRisk.HIGH);
        assertThat(framo.score()).isEqualTo(2);
        assertThat(framo.missing()).isEmpty();
        assertThat(framo.rule().id()).isEqualTo("FRAMO");
    }

    @Test
    void one_of_four_is_not_high_risk() {
        Framo framo =
                framo(wrist(born1950()).has("body-weight", DAY, weighs(60)).has("impaired-rise-up", DAY, no()));

        assertThat(framo.risk()).isEqualTo(FramoRisk.NOT_HIGH);
        assertThat(framo.score()).isEqualTo(1);
    }

    @Test
    void four_of_four_are_high_risk() {
        Framo framo = framo(
                wrist(bornOn("1940-01-01")).has("body-weight", DAY, weighs(45)).has("impaired-rise-up", DAY, yes()));

        assertThat(framo.score()).isEqualTo(4);
        assertThat(framo.risk()).isEqualTo(FramoRisk.HIGH);
    }

    @ParameterizedTest
    @CsvSource({"1944-02-01,true", "1944-02-02,false"})
    void age_80_on_the_day_is_a_yes(String birth, boolean yes) {
        assertThat(answer(framo(wrist(bornOn(birth))), FramoQuestion.AGE).yes()).isEqualTo(yes);
    }

    @ParameterizedTest
    @CsvSource({"59.9,true", "60,false"})
    void a_weight_below_60_kg_is_a_yes(double weight, boolean yes) {
        FramoAnswer answer =
                answer(framo(wrist(born1950()).has("body-weight", DAY, weighs(weight))), FramoQuestion.WEIGHT);

        assertThat(answer.yes()).isEqualTo(yes);
        assertThat(answer.evidence()).containsExactly("body-weight@" + DAY);
    }

    @Test
    void the_fracture_of_the_chain_is_a_fragility_fracture() {
        FramoAnswer answer = answer(framo(wrist(born1950())), FramoQuestion.PRIOR_FRACTURE);

        assertThat(answer.yes()).isTrue();
        assertThat(answer.evidence()).containsExactly("Condition/1");
    }

    @Test
    void an_impaired_rise_up_is_a_yes_and_a_good_one_a_no() {
        assertThat(answer(framo(wrist(born1950()).has("impaired-rise-up", DAY, yes())), FramoQuestion.RISE_UP)
                        .yes())
                .isTrue();
        assertThat(answer(framo(wrist(born1950()).has("impaired-rise-up", DAY, no())), FramoQuestion.RISE_UP)
                        .yes())
                .isFalse();
    }

    @Test
    void missing_answers_are_said_to_be_missing_and_leave_it_undecided() {
        Framo framo = framo(wrist(withoutBirthDate().has("encounter", DAY)).breaks("S720", "2024-01-01"));

        assertThat(framo.missing()).containsExactly(FramoQuestion.AGE, FramoQuestion.WEIGHT, FramoQuestion.RISE_UP);
        assertThat(framo.risk()).isEqualTo(FramoRisk.UNDECIDED);
        assertThat(framo.score()).isNull();
    }

    @Test
    void one_missing_answer_on_which_it_depends_leaves_it_undecided() {
        Framo framo = framo(wrist(born1950()).has("body-weight", DAY, weighs(70)));

        assertThat(framo.risk()).isEqualTo(FramoRisk.UNDECIDED);
        assertThat(framo.missing()).containsExactly(FramoQuestion.RISE_UP);
    }

    @Test
    void a_missing_answer_on_which_it_does_not_depend_leaves_it_decided_without_a_score() {
        Framo framo = framo(wrist(bornOn("1940-01-01")));

        assertThat(framo.risk()).isEqualTo(FramoRisk.HIGH);
        assertThat(framo.score()).isNull();
        assertThat(framo.missing()).containsExactly(FramoQuestion.WEIGHT, FramoQuestion.RISE_UP);
    }

    @Test
    void the_latest_weight_counts_and_of_one_day_the_one_that_is_a_yes() {
        assertThat(answer(
                                framo(wrist(born1950())
                                        .has("body-weight", "2024-01-10", weighs(55))
                                        .has("body-weight", "2024-01-20", weighs(61))),
                                FramoQuestion.WEIGHT)
                        .yes())
                .isFalse();
        assertThat(answer(
                                framo(wrist(born1950())
                                        .has("body-weight", "2024-01-20", weighs(61))
                                        .has("body-weight:x", "2024-01-20", weighs(55))),
                                FramoQuestion.WEIGHT)
                        .yes())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"2023-01-01,false", "2022-12-31,true", "2024-02-01,false", "2024-02-02,true"})
    void framo_2_a_weight_from_before_the_look_back_or_after_the_day_is_missing(String day, boolean missing) {
        Patient patient = wrist(born1950()).has("body-weight", day, weighs(55));

        assertThat(answer(framo(patient), FramoQuestion.WEIGHT).isMissing()).isEqualTo(missing);
    }

    @Test
    void where_a_frax_is_recorded_there_is_no_framo() {
        assertThat(framoOf(wrist(born1950()).frax(12, "2024-01-01"))).isEmpty();
        assertThat(framoOf(wrist(born1950()).has("frax-hip", DAY, weighs(3)))).isEmpty();
        assertThat(framoOf(wrist(born1950()).frax(12, "2023-12-31"))).isPresent();
        assertThat(framoOf(wrist(born1950()).frax(12, "2024-02-02"))).isPresent();
        assertThat(framoOf(wrist(born1950()).has("risk-assessment", DAY))).isPresent();
    }

    @Test
    void a_chain_that_has_ended_has_no_framo() {
        assertThat(framoOf(wrist(born1950()).dies("2024-01-20"))).isEmpty();
    }

    @Test
    void framo_never_sets_the_risk_nor_does_the_step_that_asks_for_frax() {
        Patient patient = wrist(bornOn("1940-01-01"));

        assertThat(patient.step(StepCode.RISK_ASSESSMENT, DAY).status()).isEqualTo(StepStatus.DUE);
        assertThat(patient.chain(DAY).risk()).isEqualTo(RiskLevel.UNKNOWN);
    }

    @Test
    void framo_does_the_step_where_the_guideline_says_so_and_still_does_not_set_the_risk() {
        Step step = wrist(bornOn("1940-01-01")).step(SATISFIES, StepCode.RISK_ASSESSMENT, DAY);

        assertThat(step.status()).isEqualTo(StepStatus.DONE);
        assertThat(step.done()).isEqualTo("2024-01-01");
        assertThat(step.rule()).isEqualTo("FRAMO");
        assertThat(step.evidence()).contains("Patient/1", "Condition/1");
        assertThat(wrist(bornOn("1940-01-01")).chain(SATISFIES, DAY).risk()).isEqualTo(RiskLevel.UNKNOWN);
    }

    @Test
    void the_step_is_done_on_the_day_on_which_framo_was_decided() {
        assertThat(wrist(born1950())
                        .has("body-weight", "2024-01-20", weighs(50))
                        .step(SATISFIES, StepCode.RISK_ASSESSMENT, DAY)
                        .done())
                .isEqualTo("2024-01-20");
        assertThat(wrist(bornOn("1944-01-15"))
                        .step(SATISFIES, StepCode.RISK_ASSESSMENT, DAY)
                        .done())
                .isEqualTo("2024-01-15");
    }

    @Test
    void an_undecided_framo_does_not_do_the_step() {
        assertThat(wrist(born1950())
                        .step(SATISFIES, StepCode.RISK_ASSESSMENT, DAY)
                        .status())
                .isEqualTo(StepStatus.DUE);
    }

    @Test
    void an_answered_questionnaire_answers_the_weight() {
        assertThat(answer(framo(wrist(born1950()).has("framo-answer", DAY, says("weight", 1))), FramoQuestion.WEIGHT)
                        .yes())
                .isTrue();
        assertThat(answer(framo(wrist(born1950()).has("framo-answer", DAY, says("weight", 0))), FramoQuestion.WEIGHT)
                        .yes())
                .isFalse();
        assertThat(answer(framo(wrist(born1950()).has("framo-answer", DAY, says("age", 1))), FramoQuestion.WEIGHT)
                        .isMissing())
                .isTrue();
    }

    @Test
    void of_a_weight_and_an_answer_the_later_counts() {
        assertThat(answer(
                                framo(wrist(born1950())
                                        .has("body-weight", "2024-01-10", weighs(70))
                                        .has("framo-answer", "2024-01-11", says("weight", 1))),
                                FramoQuestion.WEIGHT)
                        .yes())
                .isTrue();
        assertThat(answer(
                                framo(wrist(born1950())
                                        .has("body-weight", "2024-01-12", weighs(70))
                                        .has("framo-answer", "2024-01-11", says("weight", 1))),
                                FramoQuestion.WEIGHT)
                        .yes())
                .isFalse();
    }

    @Test
    void the_date_of_birth_goes_before_an_answered_age() {
        assertThat(answer(framo(wrist(born1950()).has("framo-answer", DAY, says("age", 1))), FramoQuestion.AGE)
                        .yes())
                .isFalse();
    }

    @Test
    void an_answer_counts_only_where_the_guideline_has_the_limit_that_was_asked_about() {
        Patient light = wrist(born1950()).has("framo-answer", DAY, says("weight", 1));

        assertThat(answer(
                                framo(light, "{comparison: below, value: 60}", "{comparison: below, value: 55}"),
                                FramoQuestion.WEIGHT)
                        .isMissing())
                .isTrue();
    }

    @Test
    void an_answer_of_long_before_the_fracture_does_not_count() {
        assertThat(answer(
                                framo(wrist(born1950()).has("framo-answer", "2022-12-31", says("weight", 1))),
                                FramoQuestion.WEIGHT)
                        .isMissing())
                .isTrue();
    }

    @Test
    void an_answer_decides_the_step_where_the_guideline_lets_framo_do_it() {
        assertThat(wrist(born1950())
                        .has("framo-answer", "2024-01-20", says("weight", 1))
                        .step(SATISFIES, StepCode.RISK_ASSESSMENT, DAY)
                        .done())
                .isEqualTo("2024-01-20");
    }

    private static UnaryOperator<Event> says(String question, double value) {
        return event -> event.withCode(question).withValue(value);
    }

    @Test
    void the_limits_are_those_of_the_guideline() {
        Patient patient = wrist(born1950()).has("body-weight", DAY, weighs(62)).has("impaired-rise-up", DAY, no());

        assertThat(framo(patient).risk()).isEqualTo(FramoRisk.NOT_HIGH);
        assertThat(framo(patient, "{comparison: below, value: 60}", "{comparison: below, value: 65}")
                        .risk())
                .isEqualTo(FramoRisk.HIGH);
        assertThat(framo(patient, "{comparison: at-or-above, value: 80}", "{comparison: at-or-above, value: 70}")
                        .risk())
                .isEqualTo(FramoRisk.HIGH);
        assertThat(framo(
                                wrist(born1950()).has("body-weight", "2022-12-31", weighs(55)),
                                "look-back-days: 365         # weight",
                                "look-back-days: 366         # weight")
                        .risk())
                .isEqualTo(FramoRisk.HIGH);
        assertThat(framo(patient, "high-from: 2", "high-from: 1").risk()).isEqualTo(FramoRisk.HIGH);
        assertThatThrownBy(() -> Programmes.psvfWith("high-from: 2", "high-from: 5"))
                .hasMessageContaining("high-from");
        assertThatThrownBy(() -> Programmes.psvfWith("high-from: 2", "high-from: 0"))
                .hasMessageContaining("high-from");
    }

    private static Patient wrist(Patient patient) {
        return patient.breaks("S525", "2024-01-01");
    }

    private static UnaryOperator<Event> weighs(double value) {
        return event -> event.withValue(value);
    }

    private static UnaryOperator<Event> yes() {
        return weighs(1);
    }

    private static UnaryOperator<Event> no() {
        return weighs(0);
    }

    private static FramoAnswer answer(Framo framo, FramoQuestion question) {
        return framo.answers().get(List.of(FramoQuestion.values()).indexOf(question));
    }

    private static Framo framo(Patient patient) {
        return framoOf(patient).orElseThrow();
    }

    private static Framo framo(Patient patient, String written, String instead) {
        return framoOf(patient, Programmes.psvfWith(written, instead)).orElseThrow();
    }

    private static Optional<Framo> framoOf(Patient patient) {
        return framoOf(patient, Programmes.psvf());
    }

    private static Optional<Framo> framoOf(Patient patient, Guideline guideline) {
        return Framo.of(History.of(patient.events()), guideline, patient.chain(guideline, DAY), LocalDate.parse(DAY));
    }
}
