package health.kedja.pathway;

import java.time.LocalDate;
import java.util.List;

/** Courses of treatment of a patient, as tests ask for them. */
final class Courses {

    static final String ALENDRONATE = "M05BA04";
    static final String RISEDRONATE = "M05BA07";
    static final String ZOLEDRONATE = "M05BA08";
    static final String DENOSUMAB = "M05BX04";
    static final String TERIPARATIDE = "H05AA02";

    private Courses() {}

    static List<TreatmentCourse> of(Patient patient, Guideline guideline, String asOf) {
        return TreatmentCourses.of(History.of(patient.events()), guideline, LocalDate.parse(asOf));
    }

    static List<TreatmentCourse> of(Patient patient, String asOf) {
        return of(patient, Programmes.psvf(), asOf);
    }

    /** The only course. */
    static TreatmentCourse one(Patient patient, Guideline guideline, String asOf) {
        List<TreatmentCourse> courses = of(patient, guideline, asOf);
        if (courses.size() != 1) {
            throw new AssertionError("Not one course: " + courses);
        }
        return courses.get(0);
    }

    static TreatmentCourse one(Patient patient, String asOf) {
        return one(patient, Programmes.psvf(), asOf);
    }

    /** The newest course. */
    static TreatmentCourse last(Patient patient, String asOf) {
        List<TreatmentCourse> courses = of(patient, asOf);
        return courses.get(courses.size() - 1);
    }

    static List<String> notices(TreatmentCourse course) {
        return course.notices().stream()
                .map(notice -> notice.code().token() + " " + notice.since() + " "
                        + notice.rule().id())
                .toList();
    }

    /** Dispensings in a row, the next on the day after the last is used up. */
    static Patient dispensedInARow(Patient patient, String atc, String first, int days, int times) {
        LocalDate day = LocalDate.parse(first);
        for (int i = 0; i < times; i++) {
            patient.dispensed(atc, day.toString(), days);
            day = day.plusDays(days);
        }
        return patient;
    }

    /** A patient to whom the same happened, to go on with. */
    static Patient copyOf(Patient other) {
        Patient copy = Patient.withoutBirthDate();
        for (Event event : other.events()) {
            copy.has(event.kind().token(), event.day().toString(), ignored -> event);
        }
        return copy;
    }
}
