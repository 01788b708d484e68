package health.kedja.pathway;

import static health.kedja.pathway.Patient.born1950;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** D17: what is done beside drugs. */
class PreventionMeasuresTest {

    private final Patient patient = born1950().breaks("S525", "2024-01-01");

    private static List<PreventionMeasure> measures(Patient patient, Guideline guideline, String asOf, int chain) {
        History history = History.of(patient.events());
        LocalDate day = LocalDate.parse(asOf);
        FractureChain asked =
                FractureChain.evaluate(history, guideline, day).chains().get(chain);
        return PreventionMeasures.of(history, guideline, asked, day);
    }

    private static PreventionMeasure measure(Patient patient, Guideline guideline, String id, String asOf) {
        return measures(patient, guideline, asOf, 0).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static PreventionMeasure measure(Patient patient, String id) {
        return measure(patient, Programmes.psvf(), id, "2024-06-01");
    }

    @Test
    void d17_every_measure_of_the_guideline_is_there_in_its_order() {
        assertThat(measures(patient, Programmes.psvf(), "2024-06-01", 0))
                .allSatisfy(one -> {
                    assertThat(one.status()).isEqualTo(MeasureStatus.NOT_RECORDED);
                    assertThat(one.evidence()).isEmpty();
                    assertThat(one.title()).isNotBlank();
                })
                .extracting(PreventionMeasure::id)
                .containsExactly(
                        "fall-risk-assessment",
                        "balance-training",
                        "strength-training",
                        "physical-activity",
                        "education",
                        "smoking",
                        "alcohol",
                        "diet",
                        "home-hazards",
                        "medication-review",
                        "vision-hearing",
                        "aids");
    }

    @ParameterizedTest
    @CsvSource({
        "fall-risk-assessment,fall-risk-assessment,D17",
        "training:balance,balance-training,D17",
        "training:strength,strength-training,IOF-7",
        "lifestyle-advice:activity,physical-activity,D17",
        "patient-education,education,D17",
        "lifestyle-advice:tobacco,smoking,D17",
        "lifestyle-advice:alcohol,alcohol,KEDJA-44",
        "lifestyle-advice:diet,diet,D17",
        "fall-prevention:home,home-hazards,D17",
        "drug-review,medication-review,D17",
        "fall-prevention:vision-hearing,vision-hearing,D17",
        "fall-prevention:aids,aids,D17"
    })
    void d17_a_measure_is_done_by_what_shows_it_and_by_nothing_else(String token, String id, String rule) {
        patient.has(token, "2024-02-01").has(token, "2024-03-01");

        assertThat(measures(patient, Programmes.psvf(), "2024-06-01", 0))
                .filteredOn(one -> one.status() != MeasureStatus.NOT_RECORDED)
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.id()).isEqualTo(id);
                    assertThat(one.status()).isEqualTo(MeasureStatus.DONE);
                    assertThat(one.done()).isEqualTo("2024-02-01");
                    assertThat(one.rule()).isEqualTo(rule);
                    assertThat(one.evidence()).containsExactly(token + "@2024-02-01", token + "@2024-03-01");
                });
    }

    @Test
    void d29_a_referral_to_a_physiotherapist_offers_training() {
        patient.has("referral:physiotherapy", "2024-02-01");

        assertThat(measure(patient, "balance-training"))
                .extracting(PreventionMeasure::status, PreventionMeasure::offered)
                .containsExactly(MeasureStatus.OFFERED, LocalDate.parse("2024-02-01"));
        patient.has("training:balance", "2024-03-01");
        assertThat(measure(patient, "balance-training")).satisfies(one -> {
            assertThat(one.status()).isEqualTo(MeasureStatus.DONE);
            assertThat(one.offered()).isEqualTo("2024-02-01");
            assertThat(one.done()).isEqualTo("2024-03-01");
            assertThat(one.evidence())
                    .containsExactly("referral:physiotherapy@2024-02-01", "training:balance@2024-03-01");
        });
        assertThat(measure(patient, "strength-training").status()).isEqualTo(MeasureStatus.OFFERED);
    }

    @ParameterizedTest
    @CsvSource({
        "referral:fall-risk-assessment,0",
        "referral:lifestyle-advice:activity,3",
        "referral:patient-education,4",
        "referral:lifestyle-advice:tobacco,5",
        "referral:lifestyle-advice:alcohol,6",
        "referral:lifestyle-advice:diet,7",
        "referral:fall-prevention:home,8",
        "referral:drug-review,9",
        "referral:fall-prevention:vision-hearing,10",
        "referral:fall-prevention:aids,11"
    })
    void d17_what_is_asked_for_is_offered(String token, int place) {
        patient.has(token, "2024-02-01");

        assertThat(measures(patient, Programmes.psvf(), "2024-06-01", 0).get(place))
                .satisfies(one -> {
                    assertThat(one.status()).isEqualTo(MeasureStatus.OFFERED);
                    assertThat(one.evidence()).containsExactly(token + "@2024-02-01");
                });
        patient.decidedAgainst(token, "declined", "2024-02-02");
        assertThat(measures(patient, Programmes.psvf(), "2024-06-01", 0)
                        .get(place)
                        .status())
                .isEqualTo(MeasureStatus.DECLINED);
    }

    @Test
    void advice_that_does_not_say_on_what_is_unspecified_and_says_nothing_beside_what_does() {
        patient.has("lifestyle-advice", "2024-02-01").has("lifestyle-advice:tobacco", "2024-03-01");

        assertThat(measure(patient, "diet").status()).isEqualTo(MeasureStatus.UNSPECIFIED);
        assertThat(measure(patient, "diet").evidence()).containsExactly("lifestyle-advice@2024-02-01");
        assertThat(measure(patient, "smoking").status()).isEqualTo(MeasureStatus.DONE);
        assertThat(measure(patient, "smoking").evidence()).containsExactly("lifestyle-advice:tobacco@2024-03-01");
    }

    @Test
    void a_declined_measure_says_so_and_one_declined_whole_counts_for_each() {
        PreventionMeasure smoking =
                measure(patient.decidedAgainst("lifestyle-advice:tobacco", "declined", "2024-02-01"), "smoking");
        assertThat(smoking.status()).isEqualTo(MeasureStatus.DECLINED);
        assertThat(smoking.declined()).isEqualTo("2024-02-01");
        assertThat(smoking.reason()).isEqualTo(StepReason.DECLINED);
        assertThat(smoking.evidence()).containsExactly("not-done@2024-02-01");
        assertThat(measure(patient, "diet").status()).isEqualTo(MeasureStatus.NOT_RECORDED);

        patient.decidedAgainst("lifestyle-advice", "unable", "2024-02-02");
        assertThat(measure(patient, "diet").status()).isEqualTo(MeasureStatus.NOT_DONE);
        assertThat(measure(patient, "diet").reason()).isEqualTo(StepReason.UNABLE);
        assertThat(measure(patient, "smoking").declined()).isEqualTo("2024-02-02");
    }

    @Test
    void a_declined_referral_declines_the_training_it_offers_unless_it_was_done_after_all() {
        patient.has("referral:physiotherapy", "2024-01-20")
                .decidedAgainst("referral:physiotherapy", "declined", "2024-02-01");
        assertThat(measure(patient, "balance-training").status()).isEqualTo(MeasureStatus.DECLINED);
        assertThat(measure(patient, "balance-training").offered()).isEqualTo("2024-01-20");

        patient.has("training:balance", "2024-03-01");
        assertThat(measure(patient, "balance-training").status()).isEqualTo(MeasureStatus.DONE);
    }

    @Test
    void what_was_done_before_the_fracture_counts_within_the_look_back_only() {
        patient.has("drug-review", "2023-12-31");
        assertThat(measure(patient, "medication-review").status()).isEqualTo(MeasureStatus.NOT_RECORDED);

        String written = "prevention:\n  look-back-days: 0";
        Guideline wider = Programmes.psvfWith(written, "prevention:\n  look-back-days: 1");
        assertThat(measure(patient, wider, "medication-review", "2024-06-01").status())
                .isEqualTo(MeasureStatus.DONE);
        assertThat(measure(
                                born1950().breaks("S525", "2024-01-01").has("drug-review", "2024-01-01"),
                                "medication-review")
                        .status())
                .isEqualTo(MeasureStatus.DONE);
    }

    @Test
    void what_is_done_after_a_newer_fracture_counts_for_that_one() {
        patient.breaks("S720", "2024-06-01").has("drug-review", "2024-06-02").has("patient-education", "2024-06-01");

        PreventionMeasure newer =
                measures(patient, Programmes.psvf(), "2024-07-01", 0).get(9);
        PreventionMeasure older =
                measures(patient, Programmes.psvf(), "2024-07-01", 1).get(9);
        assertThat(newer.status()).isEqualTo(MeasureStatus.DONE);
        assertThat(older.status()).isEqualTo(MeasureStatus.NOT_RECORDED);
        assertThat(measures(patient, Programmes.psvf(), "2024-07-01", 1).get(4).status())
                .isEqualTo(MeasureStatus.DONE);
        Guideline both = Programmes.psvfWith("new-fracture-ends-chain: true", "new-fracture-ends-chain: false");
        assertThat(measures(patient, both, "2024-07-01", 1).get(9).status()).isEqualTo(MeasureStatus.DONE);
    }

    @Test
    void what_is_dated_after_the_day_or_the_death_does_not_count() {
        patient.has("drug-review", "2024-03-02").dies("2024-03-01");

        assertThat(measure(patient, "medication-review").status()).isEqualTo(MeasureStatus.NOT_RECORDED);
    }
}
