package health.kedja.pathway;

import static health.kedja.pathway.Courses.ALENDRONATE;
import static health.kedja.pathway.Courses.DENOSUMAB;
import static health.kedja.pathway.Courses.TERIPARATIDE;
import static health.kedja.pathway.Courses.ZOLEDRONATE;
import static health.kedja.pathway.Courses.copyOf;
import static health.kedja.pathway.Courses.dispensedInARow;
import static health.kedja.pathway.Courses.notices;
import static health.kedja.pathway.Courses.of;
import static health.kedja.pathway.Courses.one;
import static health.kedja.pathway.Patient.born1950;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Doses, duration, failure and control: the rules on ongoing treatment, one by one. */
class CourseRulesTest {

    private final Patient patient = born1950();

    // Doses

    @ParameterizedTest
    @CsvSource({"2024-07-31,ONGOING", "2024-08-01,OVERDUE"})
    void d21_denosumab_is_due_every_six_months_and_overdue_after_the_grace(String asOf, CourseStatus status) {
        TreatmentCourse course = one(patient.has("drug-administered:" + DENOSUMAB, "2024-01-01"), asOf);

        assertThat(course.nextDoseDue()).isEqualTo("2024-07-01");
        assertThat(course.status()).isEqualTo(status);
        assertThat(notices(course).contains("dose-overdue 2024-08-01 D21")).isEqualTo(status == CourseStatus.OVERDUE);
    }

    @ParameterizedTest
    @CsvSource({"2025-03-03,ONGOING", "2025-03-04,OVERDUE"})
    void d20_zoledronate_is_due_every_year_and_overdue_after_the_grace(String asOf, CourseStatus status) {
        TreatmentCourse course = one(patient.has("drug-administered:" + ZOLEDRONATE, "2024-01-01"), asOf);

        assertThat(course.nextDoseDue()).isEqualTo("2025-01-01");
        assertThat(course.status()).isEqualTo(status);
        assertThat(notices(course).contains("dose-overdue 2025-03-04 D20")).isEqualTo(status == CourseStatus.OVERDUE);
    }

    @Test
    void d33_no_dose_is_awaited_once_the_planned_duration_is_over() {
        patient.has("drug-administered:" + ZOLEDRONATE, "2021-01-01")
                .has("drug-administered:" + ZOLEDRONATE, "2022-01-01")
                .has("drug-administered:" + ZOLEDRONATE, "2023-01-01");

        assertThat(one(patient, "2023-02-01").nextDoseDue()).isNull();
        assertThat(one(patient, "2023-02-01").nextDecision()).isEqualTo("2024-01-01");
        assertThat(one(patient, "2022-12-31").nextDoseDue()).isEqualTo("2023-01-01");
    }

    // D35: denosumab

    @Test
    void d35_an_overdue_denosumab_warns_of_the_rebound() {
        patient.has("drug-administered:" + DENOSUMAB, "2024-01-01");

        assertThat(notices(one(patient, "2024-07-31"))).isEmpty();
        assertThat(notices(one(patient, "2024-08-01")).get(0)).isEqualTo("rebound-risk 2024-08-01 D35");
        Patient again = copyOf(patient).has("drug-administered:" + DENOSUMAB, "2023-07-01");
        assertThat(one(again, "2024-08-01").notices().get(0).evidence())
                .containsExactly("drug-administered:M05BX04@2024-01-01");
        TreatmentCourse stopped = one(patient, "2025-06-01");
        assertThat(stopped.status()).isEqualTo(CourseStatus.STOPPED);
        assertThat(notices(stopped)).containsExactly("rebound-risk 2024-08-01 D35");
        assertThat(notices(one(patient, "2026-07-01"))).containsExactly("rebound-risk 2024-08-01 D35");
        assertThat(notices(one(patient, "2026-07-02"))).isEmpty();
    }

    @Test
    void d35_denosumab_decided_against_asks_for_a_plan_before_it_is_overdue() {
        patient.has("drug-administered:" + DENOSUMAB, "2024-01-01")
                .decidedAgainst("drug-ordered", "declined", "2024-05-01");

        assertThat(notices(one(patient, "2024-06-01"))).containsExactly("plan-follow-on 2024-05-02 D35");
        assertThat(notices(one(patient, "2024-08-01"))).containsExactly("rebound-risk 2024-08-01 D35");
    }

    @Test
    void d35_a_bisphosphonate_after_the_last_injection_takes_over_and_teriparatide_does_not() {
        patient.has("drug-administered:" + DENOSUMAB, "2024-01-01");

        Patient zoledronate = copyOf(patient).has("drug-administered:" + ZOLEDRONATE, "2024-07-01");
        assertThat(notices(of(zoledronate, "2024-10-01").get(0))).isEmpty();

        Patient teriparatide = copyOf(patient).dispensed(TERIPARATIDE, "2024-07-01", 90);
        assertThat(notices(of(teriparatide, "2024-09-01").get(0))).containsExactly("rebound-risk 2024-08-01 D35");
    }

    @Test
    void a_new_injection_ends_the_warning() {
        patient.has("drug-administered:" + DENOSUMAB, "2023-01-01").has("drug-administered:" + DENOSUMAB, "2024-02-01");

        assertThat(of(patient, "2024-03-01")).hasSize(2);
        assertThat(of(patient, "2024-03-01"))
                .allSatisfy(course -> assertThat(notices(course)).noneMatch(notice -> notice.startsWith("rebound")));
    }

    @Test
    void an_anabolic_drug_that_ended_asks_for_a_drug_that_follows() {
        dispensedInARow(patient, TERIPARATIDE, "2022-01-01", 30, 24);

        TreatmentCourse course = one(patient, "2024-03-01");

        assertThat(course.status()).isEqualTo(CourseStatus.COMPLETED);
        assertThat(notices(course)).containsExactly("plan-follow-on 2023-12-22 KEDJA-42");
    }

    // D31: failure

    @Test
    void d31_a_fracture_after_a_year_of_treatment_is_a_possible_failure() {
        dispensedInARow(patient, ALENDRONATE, "2023-01-01", 90, 6);

        assertThat(notices(one(copyOf(patient).breaks("S525", "2024-01-01"), "2024-02-01")))
                .containsExactly("treatment-failure 2024-01-01 D31");
        assertThat(notices(one(copyOf(patient).breaks("S525", "2023-12-31"), "2024-02-01")))
                .containsExactly("fracture-on-treatment 2023-12-31 D31");
    }

    @Test
    void d31_a_fracture_is_no_failure_of_a_drug_that_was_not_taken() {
        patient.dispensed(ALENDRONATE, "2023-01-01", 250)
                .dispensed(ALENDRONATE, "2023-11-01", 90)
                .breaks("S525", "2024-01-20");

        // 330 of 384 days are covered.
        assertThat(notices(one(patient, "2024-01-25"))).containsExactly("treatment-failure 2024-01-20 D31");
        Guideline strict = Programmes.psvfWith("least-percent-covered: 80", "least-percent-covered: 90");
        assertThat(notices(one(patient, strict, "2024-01-25"))).containsExactly("fracture-on-treatment 2024-01-20 D31");
    }

    @Test
    void d31_a_fracture_on_the_first_day_or_long_after_the_drug_is_not_on_treatment() {
        patient.dispensed(ALENDRONATE, "2024-01-01", 30);

        assertThat(notices(one(copyOf(patient).breaks("S525", "2024-01-01"), "2024-02-01")))
                .isEmpty();
        assertThat(notices(one(copyOf(patient).breaks("S525", "2024-01-02"), "2024-02-01")))
                .containsExactly("fracture-on-treatment 2024-01-02 D31");
        assertThat(notices(one(copyOf(patient).breaks("S525", "2024-03-01"), "2024-09-01")))
                .containsExactly("fracture-on-treatment 2024-03-01 D31");
        assertThat(notices(one(copyOf(patient).breaks("S525", "2024-03-02"), "2024-09-01")))
                .isEmpty();
    }

    @Test
    void d31_a_fracture_after_a_switch_is_one_on_the_new_drug_only() {
        patient.dispensed(ALENDRONATE, "2024-01-01", 90)
                .has("drug-administered:" + ZOLEDRONATE, "2024-02-01")
                .breaks("S525", "2024-02-10");

        assertThat(of(patient, "2024-03-01"))
                .extracting(Courses::notices)
                .containsExactly(List.of(), List.of("fracture-on-treatment 2024-02-10 D31"));
    }

    @Test
    void d31_bone_density_that_falls_on_treatment_is_pointed_out() {
        dispensedInARow(patient, ALENDRONATE, "2022-01-01", 90, 8);

        assertThat(fall("2021-01-01", "2023-01-01", "2023-06-01")).containsExactly("falling-density 2023-01-01 D31");
        assertThat(fall("2020-12-31", "2023-01-01", "2023-06-01")).isEmpty();
        assertThat(fall("2021-01-01", "2022-12-31", "2023-06-01")).isEmpty();
        assertThat(fall("2021-01-01", "2023-01-01", "2022-12-31")).isEmpty();
        assertThat(fall("2021-01-01", "2024-02-01", "2024-09-01")).isEmpty();
    }

    private List<String> fall(String from, String to, String asOf) {
        DensityLoss loss = new DensityLoss(LocalDate.parse(from), LocalDate.parse(to), List.of("Observation/2"));
        return notices(PatientCare.of(History.of(patient.events()), Programmes.psvf(), LocalDate.parse(asOf))
                .treatment(List.of(loss))
                .courses()
                .get(0));
    }

    // D32: control

    @Test
    void d32_bone_density_is_controlled_after_two_years() {
        dispensedInARow(patient, ALENDRONATE, "2022-01-01", 90, 12);

        assertThat(one(patient, "2023-12-31").controlDensityDue()).isEqualTo("2024-01-01");
        assertThat(notices(one(patient, "2023-12-31"))).isEmpty();
        assertThat(notices(one(patient, "2024-01-01"))).containsExactly("control-density-due 2024-01-01 D32");
        assertThat(notices(one(patient, "2024-04-02"))).containsExactly("control-density-due 2024-01-01 D32");
        assertThat(notices(one(patient, "2024-04-03"))).containsExactly("control-density-overdue 2024-04-03 D32");
    }

    @Test
    void d32_a_scan_half_a_year_before_is_the_control_and_an_earlier_one_is_not() {
        dispensedInARow(patient, ALENDRONATE, "2022-01-01", 90, 12);

        TreatmentCourse controlled = one(copyOf(patient).tScore(-2, "2023-07-02"), "2024-06-01");
        assertThat(controlled.controlDensityDone()).isEqualTo("2023-07-02");
        assertThat(controlled.notices()).isEmpty();
        TreatmentCourse earlier = one(copyOf(patient).tScore(-2, "2023-07-01"), "2024-06-01");
        assertThat(earlier.controlDensityDone()).isNull();
        assertThat(notices(earlier)).containsExactly("control-density-overdue 2024-04-03 D32");
    }

    // D33, D34: duration

    @Test
    void d33_after_five_years_by_mouth_someone_decides() {
        dispensedInARow(patient, ALENDRONATE, "2018-01-01", 90, 24).tScore(-2, "2020-01-01");

        assertThat(one(patient, "2022-12-31").nextDecision()).isEqualTo("2023-01-01");
        assertThat(notices(one(patient, "2022-12-31"))).isEmpty();
        assertThat(notices(one(patient, "2023-01-01"))).containsExactly("decision-due 2023-01-01 D33");
    }

    @ParameterizedTest
    @CsvSource({"2020-11-29,ONGOING", "2020-11-30,COMPLETED"})
    void d33_three_infusions_are_a_course_carried_through(String asOf, CourseStatus status) {
        patient.has("drug-administered:" + ZOLEDRONATE, "2017-11-01")
                .has("drug-administered:" + ZOLEDRONATE, "2018-11-01")
                .has("drug-administered:" + ZOLEDRONATE, "2019-11-01");

        assertThat(one(patient, asOf).status()).isEqualTo(status);
    }

    @Test
    void d34_a_drug_that_ends_after_its_duration_is_paused_for_two_years() {
        dispensedInARow(patient, ALENDRONATE, "2018-01-01", 100, 18);

        // Covered until 5 December 2022: within the tolerance of five years.
        assertThat(one(patient, "2023-01-04").status()).isEqualTo(CourseStatus.ONGOING);
        TreatmentCourse paused = one(patient, "2023-01-05");
        assertThat(paused.status()).isEqualTo(CourseStatus.HOLIDAY);
        assertThat(paused.end()).isEqualTo(CourseEnd.DURATION);
        assertThat(paused.stopped()).isEqualTo("2022-12-06");
        assertThat(paused.holidayEnds()).isEqualTo("2024-12-05");
        assertThat(one(patient, "2024-12-05").status()).isEqualTo(CourseStatus.HOLIDAY);
        TreatmentCourse over = one(patient, "2024-12-06");
        assertThat(over.status()).isEqualTo(CourseStatus.COMPLETED);
        assertThat(notices(over)).containsExactly("holiday-over 2024-12-06 D34");
    }

    @Test
    void d33_a_drug_that_ends_before_its_duration_is_stopped() {
        dispensedInARow(patient, ALENDRONATE, "2018-01-01", 100, 18);
        Guideline exact = Programmes.psvfWith("tolerance-days: 30", "tolerance-days: 26");
        Guideline almost = Programmes.psvfWith("tolerance-days: 30", "tolerance-days: 25");

        assertThat(one(patient, exact, "2023-06-01").status()).isEqualTo(CourseStatus.HOLIDAY);
        assertThat(one(patient, almost, "2023-06-01").status()).isEqualTo(CourseStatus.STOPPED);
    }

    @Test
    void d34_a_decision_after_the_duration_is_a_pause_and_a_new_drug_ends_it() {
        dispensedInARow(patient, ALENDRONATE, "2018-01-01", 100, 20)
                .decidedAgainst("drug-ordered", "not-indicated", "2023-05-01");
        TreatmentCourse paused = one(patient, "2023-05-02");
        assertThat(paused.status()).isEqualTo(CourseStatus.HOLIDAY);
        assertThat(paused.end()).isEqualTo(CourseEnd.DECISION);

        List<TreatmentCourse> resumed = of(patient.dispensed(ALENDRONATE, "2024-06-01", 90), "2024-06-02");
        assertThat(resumed)
                .extracting(TreatmentCourse::status)
                .containsExactly(CourseStatus.COMPLETED, CourseStatus.ONGOING);
        assertThat(resumed.get(0).notices()).isEmpty();
        assertThat(resumed.get(1).classStart()).isEqualTo("2024-06-01");
    }
}
