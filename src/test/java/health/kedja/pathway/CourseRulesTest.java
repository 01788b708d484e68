package health.kedja.pathway;

import static health.kedja.pathway.Courses.ALENDRONATE;
import static health.kedja.pathway.Courses.DENOSUMAB;
import static health.kedja.pathway.Courses.RISEDRONATE;
import static health.kedja.pathway.Courses.TERIPARATIDE;
import static health.kedja.pathway.Courses.ZOLEDRONATE;
import static health.kedja.pathway.Courses.dispensedInARow;
import static health.kedja.pathway.Courses.last;
import static health.kedja.pathway.Courses.notices;
import static health.kedja.pathway.Courses.of;
import static health.kedja.pathway.Courses.one;
import static health.kedja.pathway.Patient.born1950;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules on ongoing treatment, one by one. */
class CourseRulesTest {

    private final Patient patient = born1950();

    // Persistence

    @ParameterizedTest
    @CsvSource({"2024-02-29,ONGOING", "2024-03-01,OVERDUE", "2024-04-29,OVERDUE", "2024-04-30,STOPPED"})
    void d32_a_supply_runs_out_is_overdue_after_30_days_and_stopped_after_90(String asOf, CourseStatus status) {
        TreatmentCourse course = one(patient.dispensed(ALENDRONATE, "2024-01-01", 30), asOf);

        assertThat(course.status()).isEqualTo(status);
        if (status == CourseStatus.OVERDUE) {
            assertThat(notices(course)).contains("supply-overdue 2024-03-01 D32");
        } else {
            assertThat(notices(course)).noneMatch(notice -> notice.startsWith("supply-overdue"));
        }
    }

    @Test
    void a_stopped_course_says_when_and_is_judged_until_then() {
        TreatmentCourse course = one(patient.dispensed(ALENDRONATE, "2024-01-01", 30), "2025-01-01");

        assertThat(course.stopped()).isEqualTo("2024-01-31");
        assertThat(course.end()).isEqualTo(CourseEnd.GAP);
        assertThat(course.lastDay()).isEqualTo("2024-01-30");
        assertThat(course.adherence()).isEqualTo(new Adherence(30, 30, 30, false));
        assertThat(course.notices()).isEmpty();
        assertThat(course.nextDecision()).isNull();
        assertThat(course.controlDensityDue()).isNull();
    }

    @Test
    void a_drug_resumed_after_it_was_stopped_is_a_new_course() {
        patient.dispensed(ALENDRONATE, "2024-01-01", 30).dispensed(ALENDRONATE, "2024-04-30", 30);
        assertThat(one(patient, "2024-05-01").start()).isEqualTo("2024-01-01");

        Patient later = born1950().dispensed(ALENDRONATE, "2024-01-01", 30).dispensed(ALENDRONATE, "2024-05-01", 30);
        assertThat(of(later, "2024-05-02"))
                .extracting(course -> course.start() + " " + course.status())
                .containsExactly("2024-01-01 STOPPED", "2024-05-01 ONGOING");
    }

    @Test
    void kedja5_a_decision_against_the_drug_stops_it_on_that_day() {
        patient.dispensed(ALENDRONATE, "2024-01-01", 90)
                .decidedAgainst("drug-ordered", "contraindicated", "2024-01-20");

        TreatmentCourse course = one(patient, "2024-02-01");

        assertThat(course.status()).isEqualTo(CourseStatus.STOPPED);
        assertThat(course.end()).isEqualTo(CourseEnd.DECISION);
        assertThat(course.stopped()).isEqualTo("2024-01-21");
        assertThat(course.adherence()).isEqualTo(new Adherence(20, 20, 90, false));
        assertThat(course.evidence()).containsExactly("drug-dispensed:M05BA04@2024-01-01", "not-done@2024-01-20");
        assertThat(one(patient, "2024-01-19").status()).isEqualTo(CourseStatus.ONGOING);
    }

    @Test
    void a_supply_or_prescription_after_a_decision_goes_on_with_the_course() {
        patient.dispensed(ALENDRONATE, "2024-01-01", 90).decidedAgainst("drug-ordered", "declined", "2024-01-20");

        assertThat(one(born1950With(patient).dispensed(ALENDRONATE, "2024-01-21", 90), "2024-02-01")
                        .status())
                .isEqualTo(CourseStatus.ONGOING);
        assertThat(one(born1950With(patient).has("drug-ordered:" + ALENDRONATE, "2024-01-21"), "2024-02-01")
                        .status())
                .isEqualTo(CourseStatus.ONGOING);
        assertThat(one(born1950With(patient).has("drug-ordered:" + ALENDRONATE, "2024-01-20"), "2024-02-01")
                        .status())
                .isEqualTo(CourseStatus.STOPPED);
    }

    @Test
    void a_decision_against_something_else_stops_no_drug() {
        patient.dispensed(ALENDRONATE, "2024-01-01", 90).decidedAgainst("training", "declined", "2024-01-20");

        assertThat(one(patient, "2024-02-01").status()).isEqualTo(CourseStatus.ONGOING);
    }

    @Test
    void death_ends_a_course_and_nothing_is_due_after_it() {
        patient.has("drug-administered:" + DENOSUMAB, "2023-01-01").dies("2023-09-01");

        TreatmentCourse course = one(patient, "2024-03-01");

        assertThat(course.status()).isEqualTo(CourseStatus.STOPPED);
        assertThat(course.end()).isEqualTo(CourseEnd.DEATH);
        assertThat(course.lastDay()).isEqualTo("2023-09-01");
        assertThat(course.notices()).isEmpty();
        assertThat(course.nextDoseDue()).isNull();
    }

    // Switch

    @Test
    void another_drug_before_the_end_of_coverage_or_shortly_after_is_a_switch() {
        patient.dispensed(ALENDRONATE, "2024-01-01", 90).has("drug-administered:" + ZOLEDRONATE, "2024-02-01");

        List<TreatmentCourse> courses = of(patient, "2024-03-01");

        assertThat(courses.get(0).status()).isEqualTo(CourseStatus.SWITCHED);
        assertThat(courses.get(0).end()).isEqualTo(CourseEnd.SWITCH);
        assertThat(courses.get(0).stopped()).isEqualTo("2024-02-01");
        assertThat(courses.get(0).switchedTo()).isEqualTo("zoledronate");
        assertThat(courses.get(0).adherence()).isEqualTo(new Adherence(31, 31, 90, false));
        assertThat(courses.get(1).switchedFrom()).isEqualTo("alendronate");
        assertThat(courses.get(1).treatmentStart()).isEqualTo("2024-01-01");
        assertThat(courses.get(1).classStart()).isEqualTo("2024-02-01");
        assertThat(courses.get(1).switchedTo()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"2024-04-30,SWITCHED", "2024-05-01,STOPPED"})
    void another_drug_long_after_the_end_of_coverage_is_no_switch(String day, CourseStatus status) {
        patient.dispensed(ALENDRONATE, "2024-01-01", 30).dispensed(RISEDRONATE, day, 30);

        List<TreatmentCourse> courses = of(patient, day);

        assertThat(courses.get(0).status()).isEqualTo(status);
        assertThat(courses.get(0).stopped()).isEqualTo("2024-01-31");
        assertThat(courses.get(1).switchedFrom()).isEqualTo(status == CourseStatus.SWITCHED ? "alendronate" : null);
        assertThat(courses.get(1).treatmentStart())
                .isEqualTo(status == CourseStatus.SWITCHED ? "2024-01-01" : "2024-05-01");
    }

    @Test
    void a_drug_begun_on_the_day_of_the_last_supply_is_taken_beside_it() {
        patient.dispensed(ALENDRONATE, "2024-01-01", 90).dispensed(RISEDRONATE, "2024-01-01", 90);

        assertThat(of(patient, "2024-02-01"))
                .extracting(TreatmentCourse::status)
                .containsExactly(CourseStatus.ONGOING, CourseStatus.ONGOING);
    }

    @Test
    void within_a_class_the_duration_goes_on_after_a_switch() {
        dispensedInARow(patient, ALENDRONATE, "2020-01-01", 90, 4).dispensed(RISEDRONATE, "2020-12-26", 90);

        TreatmentCourse course = last(patient, "2021-01-01");

        assertThat(course.classStart()).isEqualTo("2020-01-01");
        assertThat(course.nextDecision()).isEqualTo("2025-01-01");
    }

    // Prescribed only

    @ParameterizedTest
    @CsvSource({"2024-03-31,ORDERED", "2024-04-01,OVERDUE", "2024-06-29,OVERDUE", "2024-06-30,STOPPED"})
    void a_prescription_that_is_not_fetched_is_overdue_after_90_days(String asOf, CourseStatus status) {
        TreatmentCourse course = one(patient.has("drug-ordered:" + ALENDRONATE, "2024-01-01"), asOf);

        assertThat(course.status()).isEqualTo(status);
        assertThat(course.ordered()).isEqualTo("2024-01-01");
        assertThat(course.start()).isNull();
        assertThat(course.adherence()).isNull();
        assertThat(notices(course))
                .isEqualTo(status == CourseStatus.OVERDUE ? List.of("never-started 2024-04-01 D32") : List.of());
    }

    @Test
    void a_prescription_that_was_fetched_is_part_of_the_course() {
        patient.has("drug-ordered:" + ALENDRONATE, "2023-12-20").dispensed(ALENDRONATE, "2024-01-01", 90);

        TreatmentCourse course = one(patient, "2024-02-01");

        assertThat(course.ordered()).isEqualTo("2023-12-20");
        assertThat(course.start()).isEqualTo("2024-01-01");
        assertThat(course.evidence())
                .containsExactly("drug-ordered:M05BA04@2023-12-20", "drug-dispensed:M05BA04@2024-01-01");
    }

    @Test
    void a_prescription_replaced_by_another_drug_or_decided_against_is_not_waited_for() {
        patient.has("drug-ordered:" + ALENDRONATE, "2024-01-01");

        TreatmentCourse declined =
                one(born1950With(patient).decidedAgainst("drug-ordered", "declined", "2024-01-10"), "2024-05-01");
        assertThat(declined.end()).isEqualTo(CourseEnd.DECISION);
        assertThat(declined.stopped()).isEqualTo("2024-01-10");

        TreatmentCourse replaced = of(
                        born1950With(patient).has("drug-administered:" + ZOLEDRONATE, "2024-01-10"), "2024-05-01")
                .get(0);
        assertThat(replaced.status()).isEqualTo(CourseStatus.SWITCHED);
        assertThat(replaced.switchedTo()).isEqualTo("zoledronate");
        assertThat(replaced.stopped()).isEqualTo("2024-01-10");
    }

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

        Patient zoledronate = born1950With(patient).has("drug-administered:" + ZOLEDRONATE, "2024-07-01");
        assertThat(notices(of(zoledronate, "2024-10-01").get(0))).isEmpty();

        Patient teriparatide = born1950With(patient).dispensed(TERIPARATIDE, "2024-07-01", 90);
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
        assertThat(notices(course)).containsExactly("plan-follow-on 2023-12-22 KEDJA-9");
    }

    // D31: failure

    @Test
    void d31_a_fracture_after_a_year_of_treatment_is_a_possible_failure() {
        dispensedInARow(patient, ALENDRONATE, "2023-01-01", 90, 6);

        assertThat(notices(one(born1950With(patient).breaks("S525", "2024-01-01"), "2024-02-01")))
                .containsExactly("treatment-failure 2024-01-01 D31");
        assertThat(notices(one(born1950With(patient).breaks("S525", "2023-12-31"), "2024-02-01")))
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

        assertThat(notices(one(born1950With(patient).breaks("S525", "2024-01-01"), "2024-02-01")))
                .isEmpty();
        assertThat(notices(one(born1950With(patient).breaks("S525", "2024-01-02"), "2024-02-01")))
                .containsExactly("fracture-on-treatment 2024-01-02 D31");
        assertThat(notices(one(born1950With(patient).breaks("S525", "2024-03-01"), "2024-09-01")))
                .containsExactly("fracture-on-treatment 2024-03-01 D31");
        assertThat(notices(one(born1950With(patient).breaks("S525", "2024-03-02"), "2024-09-01")))
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

        TreatmentCourse controlled = one(born1950With(patient).tScore(-2, "2023-07-02"), "2024-06-01");
        assertThat(controlled.controlDensityDone()).isEqualTo("2023-07-02");
        assertThat(controlled.notices()).isEmpty();
        TreatmentCourse earlier = one(born1950With(patient).tScore(-2, "2023-07-01"), "2024-06-01");
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

    private static Patient born1950With(Patient other) {
        Patient copy = Patient.withoutBirthDate();
        other.events()
                .forEach(event -> copy.has(event.kind().token(), event.day().toString(), ignored -> event));
        return copy;
    }
}
