package health.kedja.pathway;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Ongoing and former treatment of a patient with bone-specific drugs, and with calcium and vitamin D. */
public final class TreatmentCourses {

    private TreatmentCourses() {}

    /**
     * The courses of treatment, in order of their first day; those of one day in the order of the guideline.
     *
     * <p>Dispensings, doses and statements make a course; prescriptions alone only announce one. What is dated after
     * {@code asOf}, or after the patient's death, makes no difference.
     *
     * @param history everything known of the patient
     * @param guideline the care programme to go by
     * @param asOf the day to answer for
     */
    public static List<TreatmentCourse> of(History history, Guideline guideline, LocalDate asOf) {
        return PatientCare.of(history, guideline, asOf).treatment().courses();
    }

    /** The courses of one look through the history. */
    static List<TreatmentCourse> of(LinkedRuns links, PatientDrugs drugs) {
        List<TreatmentCourse> courses = new ArrayList<>();
        for (SupplyRun run : links.runs()) {
            courses.add(new CourseEvaluation(run, links, drugs).course());
        }
        for (PatientDrugs.RegimenCare care : drugs.care()) {
            OrderedCourse ordered = new OrderedCourse(care, links, drugs);
            if (ordered.isThere()) {
                courses.add(ordered.course());
            }
        }
        courses.addAll(new SupplementCourses(drugs, links).courses());
        courses.sort(Comparator.comparing(TreatmentCourses::begin));
        return List.copyOf(courses);
    }

    private static LocalDate begin(TreatmentCourse course) {
        return course.start() == null ? course.ordered() : course.start();
    }
}
