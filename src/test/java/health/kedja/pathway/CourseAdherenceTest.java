package health.kedja.pathway;

import static health.kedja.pathway.Courses.ALENDRONATE;
import static health.kedja.pathway.Courses.DENOSUMAB;
import static health.kedja.pathway.Courses.ZOLEDRONATE;
import static health.kedja.pathway.Courses.one;
import static health.kedja.pathway.Patient.born1950;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Days covered, both ratios and gaps, counted by hand. */
class CourseAdherenceTest {

    private final Patient patient = born1950();

    @Test
    void a_course_begins_on_the_day_of_the_first_dispensing_and_is_covered_for_the_days_supplied() {
        TreatmentCourse course = one(patient.dispensed(ALENDRONATE, "2024-01-01", 90), "2024-03-30");

        assertThat(course.drug()).isEqualTo("alendronate");
        assertThat(course.drugClass()).isEqualTo("oral-bisphosphonate");
        assertThat(course.status()).isEqualTo(CourseStatus.ONGOING);
        assertThat(course.start()).isEqualTo("2024-01-01");
        assertThat(course.classStart()).isEqualTo("2024-01-01");
        assertThat(course.treatmentStart()).isEqualTo("2024-01-01");
        assertThat(course.lastDay()).isEqualTo("2024-03-30");
        assertThat(course.coveredUntil()).isEqualTo("2024-03-30");
        assertThat(course.stopped()).isNull();
        assertThat(course.end()).isNull();
        assertThat(course.adherence()).isEqualTo(new Adherence(90, 90, 90, false));
        assertThat(course.adherence().proportionOfDaysCovered()).isEqualByComparingTo("1");
        assertThat(course.evidence()).containsExactly("drug-dispensed:M05BA04@2024-01-01");
        assertThat(course.rule()).isEqualTo("D32");
    }

    @Test
    void days_without_supply_lower_the_proportion_of_days_covered() {
        patient.dispensed(ALENDRONATE, "2024-01-01", 30).dispensed(ALENDRONATE, "2024-02-10", 30);

        TreatmentCourse course = one(patient, "2024-03-10");

        assertThat(course.adherence()).isEqualTo(new Adherence(70, 60, 60, false));
        assertThat(course.adherence().proportionOfDaysCovered()).isEqualByComparingTo("0.86");
        assertThat(course.adherence().possessionRatio()).isEqualByComparingTo("0.86");
    }

    @Test
    void what_is_supplied_early_is_taken_after_what_is_left() {
        patient.dispensed(ALENDRONATE, "2024-01-01", 90).dispensed(ALENDRONATE, "2024-03-01", 90);

        TreatmentCourse course = one(patient, "2024-03-30");

        assertThat(course.coveredUntil()).isEqualTo("2024-06-28");
        assertThat(course.adherence()).isEqualTo(new Adherence(90, 90, 180, false));
        assertThat(course.adherence().possessionRatio()).isEqualByComparingTo("2");
    }

    @Test
    void no_more_is_carried_over_than_the_guideline_says() {
        patient.dispensed(ALENDRONATE, "2024-01-01", 200)
                .dispensed(ALENDRONATE, "2024-01-02", 200)
                .dispensed(ALENDRONATE, "2024-01-03", 10);

        // On 3 January 398 days are left, 183 of them are kept, and 10 are added; what was supplied is not taken back.
        assertThat(one(patient, "2024-02-01").coveredUntil())
                .isEqualTo(LocalDate.parse("2024-01-02").plusDays(183 + 200 - 1));
        Guideline none = Programmes.psvfWith("carry-over-days: 183", "carry-over-days: 0");
        assertThat(one(patient, none, "2024-02-01").coveredUntil())
                .isEqualTo(LocalDate.parse("2024-01-02").plusDays(199));
    }

    @Test
    void the_possession_ratio_is_capped_where_the_guideline_says_so() {
        patient.dispensed(ALENDRONATE, "2024-01-01", 90).dispensed(ALENDRONATE, "2024-03-01", 90);
        Guideline capped = Programmes.psvfWith("cap-possession-ratio: false", "cap-possession-ratio: true");

        assertThat(one(patient, capped, "2024-03-30").adherence().possessionRatio())
                .isEqualByComparingTo("1");
    }

    @Test
    void the_last_year_counts_its_last_365_days_and_what_was_left_when_it_began() {
        patient.dispensed(ALENDRONATE, "2023-01-01", 20)
                .dispensed(ALENDRONATE, "2023-01-21", 360)
                .dispensed(ALENDRONATE, "2024-02-20", 30);

        TreatmentCourse course = one(patient, "2024-03-05");

        // From 7 March 2023: of the 360 days that end on 15 January 2024, 315 are left.
        assertThat(course.lastYear()).isEqualTo(new Adherence(365, 315 + 15, 315 + 30, false));
        assertThat(course.adherence().days()).isEqualTo(430);
    }

    @Test
    void a_supply_without_days_lasts_as_long_as_the_drug_list_says() {
        assertThat(one(patient.has("drug-dispensed:" + ALENDRONATE, "2024-01-01"), "2024-02-01")
                        .coveredUntil())
                .isEqualTo("2024-03-30");
        assertThat(one(born1950().dispensed(ALENDRONATE, "2024-01-01", 0), "2024-02-01")
                        .coveredUntil())
                .isEqualTo("2024-03-30");
        assertThat(one(born1950().dispensed(ALENDRONATE, "2024-01-01", 1), "2024-01-01")
                        .coveredUntil())
                .isEqualTo("2024-01-01");
        assertThat(one(born1950().dispensed(ALENDRONATE, "2024-01-01", 1_000_000), "2024-01-01")
                        .coveredUntil())
                .isEqualTo(LocalDate.parse("2024-01-01").plusDays(3659));
    }

    @Test
    void a_dose_lasts_as_long_as_the_drug_list_says_and_does_not_add_to_the_last() {
        patient.has("drug-administered:" + ZOLEDRONATE, "2023-01-01")
                .has("drug-administered:" + ZOLEDRONATE, "2023-12-01");

        assertThat(one(patient, "2024-01-01").coveredUntil())
                .isEqualTo(LocalDate.parse("2023-12-01").plusDays(364));
    }

    @Test
    void a_syringe_fetched_and_then_given_is_one_dose() {
        patient.dispensed(DENOSUMAB, "2024-01-01", 183).has("drug-administered:" + DENOSUMAB, "2024-03-02");

        TreatmentCourse course = one(patient, "2024-03-11");
        assertThat(course.start()).isEqualTo("2024-03-02");
        assertThat(course.adherence()).isEqualTo(new Adherence(10, 10, 183, false));

        Patient later =
                born1950().dispensed(DENOSUMAB, "2024-01-01", 183).has("drug-administered:" + DENOSUMAB, "2024-03-03");
        assertThat(one(later, "2024-03-11").start()).isEqualTo("2024-01-01");
    }

    @Test
    void two_records_of_one_dose_are_one_dose() {
        patient.has("drug-administered:" + DENOSUMAB, "2024-01-01")
                .has(
                        "drug-administered:" + DENOSUMAB,
                        "2024-01-01",
                        event -> new Event(
                                event.kind(),
                                event.day(),
                                null,
                                event.code(),
                                null,
                                null,
                                Double.NaN,
                                "Procedure/2",
                                null));

        assertThat(one(patient, "2024-01-10").adherence().suppliedDays()).isEqualTo(183);
        assertThat(one(patient, "2024-01-10").evidence()).hasSize(2);
    }

    @Test
    void a_statement_covers_its_period_and_without_an_end_until_today() {
        patient.has("drug-stated:" + ALENDRONATE, "2024-01-01", event -> event.withEnd(LocalDate.parse("2024-01-10")));
        assertThat(one(patient, "2024-01-20").adherence()).isEqualTo(new Adherence(20, 10, 10, false));
        assertThat(one(patient, "2024-01-05").adherence()).isEqualTo(new Adherence(5, 5, 5, false));

        Patient open = born1950().has("drug-stated:" + ALENDRONATE, "2024-01-01");
        assertThat(one(open, "2026-01-01").status()).isEqualTo(CourseStatus.ONGOING);
        assertThat(one(open, "2026-01-01").coveredUntil()).isEqualTo("2026-01-01");
    }

    @Test
    void days_both_stated_and_supplied_count_once() {
        patient.dispensed(ALENDRONATE, "2024-01-01", 30)
                .has("drug-stated:" + ALENDRONATE, "2024-01-21", event -> event.withEnd(LocalDate.parse("2024-02-09")));

        assertThat(one(patient, "2024-02-09").adherence()).isEqualTo(new Adherence(40, 40, 40, false));
    }

    @Test
    void a_gap_is_more_uncovered_days_than_the_guideline_allows() {
        patient.dispensed(ALENDRONATE, "2024-01-01", 30).dispensed(ALENDRONATE, "2024-03-01", 30);
        assertThat(one(patient, "2024-03-05").gaps()).isEmpty();

        Patient later = born1950().dispensed(ALENDRONATE, "2024-01-01", 30).dispensed(ALENDRONATE, "2024-03-02", 30);
        assertThat(one(later, "2024-03-05").gaps())
                .containsExactly(new TreatmentGap(LocalDate.parse("2024-01-31"), LocalDate.parse("2024-03-01")));
        assertThat(one(later, "2024-03-05").gaps().get(0).days()).isEqualTo(31);
        assertThat(one(later, Programmes.psvfWith("gap-days: 30", "gap-days: 31"), "2024-03-05")
                        .gaps())
                .isEmpty();
    }

    @Test
    void a_gap_that_lasts_until_today_is_a_gap() {
        patient.dispensed(ALENDRONATE, "2024-01-01", 30);

        assertThat(one(patient, "2024-02-29").gaps()).isEmpty();
        assertThat(one(patient, "2024-03-01").gaps())
                .containsExactly(new TreatmentGap(LocalDate.parse("2024-01-31"), LocalDate.parse("2024-03-01")));
    }

    @Test
    void combinations_with_vitamin_d_are_the_same_drug() {
        patient.dispensed(ALENDRONATE, "2024-01-01", 30).dispensed("M05BB03", "2024-01-31", 30);

        assertThat(one(patient, "2024-02-29").adherence()).isEqualTo(new Adherence(60, 60, 60, false));
    }

    @Test
    void low_adherence_is_pointed_out_once_the_course_is_long_enough() {
        patient.dispensed(ALENDRONATE, "2024-01-01", 40).dispensed(ALENDRONATE, "2024-03-01", 30);

        // 70 of 88 days are 79.5 %; on day 90 the course is too short to judge, on day 91 it is not.
        assertThat(Courses.notices(one(patient, "2024-03-30"))).isEmpty();
        assertThat(Courses.notices(one(patient, "2024-03-31"))).containsExactly("low-adherence 2024-03-31 KEDJA-40");
        Guideline lower = Programmes.psvfWith("{comparison: below, value: 80}", "{comparison: below, value: 70}");
        assertThat(Courses.notices(one(patient, lower, "2024-03-31"))).isEmpty();
    }
}
