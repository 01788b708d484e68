package health.kedja.pathway;

import static health.kedja.pathway.Courses.ALENDRONATE;
import static health.kedja.pathway.Courses.of;
import static health.kedja.pathway.Courses.one;
import static health.kedja.pathway.Patient.born1950;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** SOS-08: calcium and vitamin D after a fracture, and no bone-specific drug. */
class SupplementTest {

    private static final String BOTH = "A12AX";

    private static Patient broken() {
        return born1950().breaks("S525", "2024-01-01");
    }

    private static String notices(Patient patient, String asOf) {
        return of(patient, asOf).stream()
                .filter(course -> course.drugClass().equals("calcium-vitamin-d"))
                .map(course -> Courses.notices(course).toString())
                .findFirst()
                .orElse("none");
    }

    @Test
    void sos08_calcium_and_vitamin_d_alone_after_a_fracture_are_pointed_out() {
        Patient patient = broken().dispensed(BOTH, "2024-02-01", 90);

        TreatmentCourse course = one(patient, "2024-03-01");

        assertThat(course.drug()).isEqualTo("calcium and vitamin D");
        assertThat(course.status()).isEqualTo(CourseStatus.ONGOING);
        assertThat(course.treatmentStart()).isNull();
        assertThat(course.adherence()).isEqualTo(new Adherence(30, 30, 90, false));
        assertThat(Courses.notices(course)).containsExactly("supplement-alone 2024-02-01 SOS-08");
        assertThat(course.notices().get(0).evidence()).containsExactly("drug-dispensed:A12AX@2024-02-01");
    }

    @ParameterizedTest
    @CsvSource({"2024-05-29,ONGOING", "2024-05-30,OVERDUE", "2024-07-28,OVERDUE", "2024-07-29,STOPPED"})
    void calcium_and_vitamin_d_run_out_as_drugs_do(String asOf, CourseStatus status) {
        TreatmentCourse course = one(born1950().dispensed(BOTH, "2024-01-31", 90), asOf);

        assertThat(course.status()).isEqualTo(status);
        assertThat(course.coveredUntil()).isEqualTo("2024-04-29");
        assertThat(course.stopped()).isEqualTo(status == CourseStatus.STOPPED ? LocalDate.parse("2024-04-30") : null);
    }

    @Test
    void only_the_course_that_goes_on_is_pointed_out() {
        Patient patient = broken().dispensed(BOTH, "2023-01-01", 90).dispensed(BOTH, "2024-02-01", 90);

        assertThat(of(patient, "2024-03-01"))
                .extracting(Courses::notices)
                .containsExactly(List.of(), List.of("supplement-alone 2024-02-01 SOS-08"));
    }

    @Test
    void sos08_one_without_the_other_or_without_a_fracture_is_not() {
        assertThat(notices(broken().dispensed("A11CC05", "2024-02-01", 90), "2024-03-01"))
                .isEqualTo("[]");
        assertThat(notices(broken().dispensed("A12AA04", "2024-02-01", 90), "2024-03-01"))
                .isEqualTo("[]");
        assertThat(notices(
                        broken().dispensed("A11CC05", "2024-02-01", 90).dispensed("A12AA04", "2024-02-01", 90),
                        "2024-03-01"))
                .isEqualTo("[supplement-alone 2024-02-01 SOS-08]");
        assertThat(notices(born1950().dispensed(BOTH, "2024-02-01", 90), "2024-03-01"))
                .isEqualTo("[]");
    }

    @Test
    void sos08_it_holds_from_the_fracture_or_the_end_of_the_bone_specific_drug() {
        assertThat(notices(broken().dispensed(BOTH, "2023-12-01", 90), "2024-01-05"))
                .isEqualTo("[supplement-alone 2024-01-01 SOS-08]");
        Patient stopped = broken().dispensed(BOTH, "2024-01-05", 180).dispensed(ALENDRONATE, "2024-01-05", 30);
        assertThat(notices(stopped, "2024-03-04")).isEqualTo("[]");
        assertThat(notices(stopped, "2024-03-05")).isEqualTo("[supplement-alone 2024-02-04 SOS-08]");
    }

    @Test
    void sos08_cortisone_is_a_reason_of_its_own() {
        Patient patient = broken().dispensed(BOTH, "2024-08-01", 90).has("drug-ordered:H02AB06", "2024-03-01");

        assertThat(notices(patient, "2024-08-31")).isEqualTo("[]");
        assertThat(notices(patient, "2024-09-01")).isEqualTo("[supplement-alone 2024-08-01 SOS-08]");
        assertThat(notices(
                        broken().dispensed(BOTH, "2024-08-01", 90).has("drug-stated:H02AB06", "2023-01-01"),
                        "2024-09-01"))
                .isEqualTo("[]");
        assertThat(notices(
                        broken().dispensed(BOTH, "2024-08-01", 90).has("drug-ordered:H02AA", "2024-08-01"),
                        "2024-09-01"))
                .isEqualTo("[supplement-alone 2024-08-01 SOS-08]");
    }

    @Test
    void sos08_a_deficiency_of_vitamin_d_is_a_reason_of_its_own() {
        assertThat(notices(vitaminD(49.9, "2024-01-20"), "2024-03-01")).isEqualTo("[]");
        assertThat(notices(vitaminD(50, "2024-01-20"), "2024-03-01")).startsWith("[supplement-alone");
        assertThat(notices(vitaminD(30, "2023-03-02"), "2024-03-01")).isEqualTo("[]");
        assertThat(notices(vitaminD(30, "2023-03-01"), "2024-03-01")).startsWith("[supplement-alone");
    }

    private static Patient vitaminD(double value, String day) {
        return broken().dispensed(BOTH, "2024-02-01", 90)
                .has("laboratory-result:vitamin-d", day, event -> event.withValue(value));
    }
}
