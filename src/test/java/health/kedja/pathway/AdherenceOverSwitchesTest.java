package health.kedja.pathway;

import static health.kedja.pathway.Courses.ALENDRONATE;
import static health.kedja.pathway.Courses.DENOSUMAB;
import static health.kedja.pathway.Courses.ZOLEDRONATE;
import static health.kedja.pathway.Patient.born1950;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One figure over a switch, counted by hand. */
class AdherenceOverSwitchesTest {

    private static final String RISEDRONATE = "M05BA07";
    private static final String RALOXIFENE = "G03XC01";

    private final Patient patient = born1950();

    private List<String> told(String asOf) {
        Treatment treatment = Treatment.of(History.of(patient.events()), Programmes.psvf(), LocalDate.parse(asOf));
        return treatment.adherence().stream()
                .map(one -> "%s %s %s..%s %d/%d"
                        .formatted(
                                one.drugClass() == null ? "any" : one.drugClass(),
                                String.join("+", one.drugs()),
                                one.start(),
                                one.lastDay(),
                                one.whole().covered(),
                                one.whole().days()))
                .toList();
    }

    private TreatmentAdherence first(String asOf) {
        return Treatment.of(History.of(patient.events()), Programmes.psvf(), LocalDate.parse(asOf))
                .adherence()
                .get(0);
    }

    @Test
    void days_without_a_drug_before_a_switch_lower_the_figure_of_any_drug_and_not_that_of_a_class() {
        patient.dispensed(ALENDRONATE, "2024-01-01", 90).has("drug-administered:" + DENOSUMAB, "2024-05-15");

        // 90 days until 30 March, 45 without, 47 from 15 May.
        assertThat(told("2024-06-30"))
                .containsExactly(
                        "any alendronate+denosumab 2024-01-01..2024-06-30 137/182",
                        "oral-bisphosphonate alendronate 2024-01-01..2024-03-30 90/90",
                        "denosumab denosumab 2024-05-15..2024-06-30 47/47");
        TreatmentAdherence any = first("2024-06-30");
        assertThat(any.whole().proportion()).isEqualByComparingTo("0.75");
        assertThat(any.rule().id()).isEqualTo("D32");
        assertThat(any.evidence())
                .containsExactly("drug-dispensed:M05BA04@2024-01-01", "drug-administered:M05BX04@2024-05-15");
    }

    @Test
    void what_is_left_counts_after_a_switch_within_the_class() {
        patient.dispensed(ALENDRONATE, "2024-01-01", 90).dispensed(RISEDRONATE, "2024-02-01", 30);

        assertThat(told("2024-04-10"))
                .containsExactly(
                        "any alendronate+risedronate 2024-01-01..2024-04-10 90/101",
                        "oral-bisphosphonate alendronate+risedronate 2024-01-01..2024-04-10 90/101");
    }

    @Test
    void an_infusion_works_on_when_tablets_that_followed_it_are_not_fetched_again() {
        patient.has("drug-administered:" + ZOLEDRONATE, "2024-01-01").dispensed(ALENDRONATE, "2024-07-01", 30);

        // The infusion covers until 30 December; as a class of its own it ended when tablets took over.
        assertThat(told("2025-02-01"))
                .containsExactly(
                        "any zoledronate+alendronate 2024-01-01..2024-12-30 365/365",
                        "iv-bisphosphonate zoledronate 2024-01-01..2024-06-30 182/182",
                        "oral-bisphosphonate alendronate 2024-07-01..2024-07-30 30/30");
        assertThat(told("2024-12-01").get(0)).isEqualTo("any zoledronate+alendronate 2024-01-01..2024-12-01 336/336");
    }

    @Test
    void what_is_left_does_not_count_after_a_decision_against_the_drug() {
        patient.dispensed(ALENDRONATE, "2024-01-01", 90)
                .decidedAgainst("drug-ordered", "declined", "2024-02-01")
                .has("drug-administered:" + DENOSUMAB, "2024-03-01");

        // 32 days until 1 February, 28 without, 31 in March.
        assertThat(told("2024-03-31").get(0)).isEqualTo("any alendronate+denosumab 2024-01-01..2024-03-31 63/91");
    }

    @Test
    void a_course_after_a_long_stop_begins_a_new_time() {
        patient.dispensed(ALENDRONATE, "2024-01-01", 30).dispensed(ALENDRONATE, "2024-06-01", 30);

        assertThat(told("2024-06-10"))
                .containsExactly(
                        "any alendronate 2024-01-01..2024-01-30 30/30",
                        "any alendronate 2024-06-01..2024-06-10 10/10",
                        "oral-bisphosphonate alendronate 2024-01-01..2024-01-30 30/30",
                        "oral-bisphosphonate alendronate 2024-06-01..2024-06-10 10/10");
    }

    @Test
    void a_day_that_two_drugs_cover_counts_once() {
        patient.dispensed(ALENDRONATE, "2024-01-01", 60).dispensed(RALOXIFENE, "2024-01-01", 90);

        assertThat(told("2024-03-30").get(0)).isEqualTo("any alendronate+raloxifene 2024-01-01..2024-03-30 90/90");
    }

    @Test
    void courses_that_touch_are_one_time() {
        patient.dispensed(ALENDRONATE, "2024-01-01", 30)
                .dispensed(RISEDRONATE, "2024-01-31", 30)
                .dispensed(ALENDRONATE, "2024-03-01", 30);

        assertThat(told("2024-03-30").get(0)).isEqualTo("any alendronate+risedronate 2024-01-01..2024-03-30 90/90");
    }

    @Test
    void the_last_year_is_that_of_the_whole_time() {
        Courses.dispensedInARow(patient, ALENDRONATE, "2022-01-01", 90, 8);

        // 720 days until 21 December 2023, then 41 without.
        TreatmentAdherence any = first("2024-01-31");
        assertThat(any.whole()).isEqualTo(new CoveredDays(761, 720));
        assertThat(any.lastYear()).isEqualTo(new CoveredDays(365, 324));
        assertThat(any.lastYear().proportion()).isEqualByComparingTo("0.89");
    }

    @Test
    void prescriptions_and_calcium_with_vitamin_d_are_no_treatment() {
        patient.has("drug-ordered:" + ALENDRONATE, "2024-01-01").dispensed("A12AX", "2024-01-01", 90);

        assertThat(told("2024-02-01")).isEmpty();
    }
}
