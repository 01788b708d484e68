package health.kedja.pathway;

import static health.kedja.pathway.Courses.ALENDRONATE;
import static health.kedja.pathway.Courses.DENOSUMAB;
import static health.kedja.pathway.Courses.RISEDRONATE;
import static health.kedja.pathway.Courses.ZOLEDRONATE;
import static health.kedja.pathway.Courses.copyOf;
import static health.kedja.pathway.Courses.dispensedInARow;
import static health.kedja.pathway.Courses.last;
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

/** When a course goes on, is overdue, stops, is switched, or never begins. */
class CoursePersistenceTest {

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

        assertThat(one(copyOf(patient).dispensed(ALENDRONATE, "2024-01-21", 90), "2024-02-01")
                        .status())
                .isEqualTo(CourseStatus.ONGOING);
        assertThat(one(copyOf(patient).has("drug-ordered:" + ALENDRONATE, "2024-01-21"), "2024-02-01")
                        .status())
                .isEqualTo(CourseStatus.ONGOING);
        assertThat(one(copyOf(patient).has("drug-ordered:" + ALENDRONATE, "2024-01-20"), "2024-02-01")
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
                one(copyOf(patient).decidedAgainst("drug-ordered", "declined", "2024-01-10"), "2024-05-01");
        assertThat(declined.end()).isEqualTo(CourseEnd.DECISION);
        assertThat(declined.stopped()).isEqualTo("2024-01-10");

        TreatmentCourse replaced = of(
                        copyOf(patient).has("drug-administered:" + ZOLEDRONATE, "2024-01-10"), "2024-05-01")
                .get(0);
        assertThat(replaced.status()).isEqualTo(CourseStatus.SWITCHED);
        assertThat(replaced.switchedTo()).isEqualTo("zoledronate");
        assertThat(replaced.stopped()).isEqualTo("2024-01-10");
    }

    @Test
    void a_course_is_made_of_its_own_supplies_only() {
        patient.dispensed(ALENDRONATE, "2023-01-01", 30).dispensed(ALENDRONATE, "2024-01-01", 30);

        assertThat(of(patient, "2024-01-02"))
                .extracting(TreatmentCourse::evidence)
                .containsExactly(
                        List.of("drug-dispensed:M05BA04@2023-01-01"), List.of("drug-dispensed:M05BA04@2024-01-01"));
    }

    @ParameterizedTest
    @CsvSource({"2024-04-29,1", "2024-04-30,2"})
    void a_prescription_after_a_course_has_stopped_announces_a_new_one(String day, int courses) {
        patient.dispensed(ALENDRONATE, "2024-01-01", 30).has("drug-ordered:" + ALENDRONATE, day);

        assertThat(of(patient, "2024-05-02")).hasSize(courses);
    }

    @Test
    void an_injection_that_is_only_stated_is_overdue_as_a_supply() {
        patient.has("drug-stated:M05BX04", "2024-01-01", event -> event.withEnd(LocalDate.parse("2024-01-31")));

        assertThat(notices(one(patient, "2024-03-02"))).contains("supply-overdue 2024-03-02 D32");
        assertThat(one(patient, "2024-03-01").status()).isEqualTo(CourseStatus.ONGOING);
    }
}
