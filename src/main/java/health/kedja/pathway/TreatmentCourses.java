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
        return of(history, guideline, asOf, List.of());
    }

    /**
     * As {@link #of(History, Guideline, LocalDate)}, with what is known of the change of bone density.
     *
     * @param losses real losses between scans that can be compared; those of later scans make no difference
     */
    public static List<TreatmentCourse> of(
            History history, Guideline guideline, LocalDate asOf, List<DensityLoss> losses) {
        PatientDrugs drugs = new PatientDrugs(Seen.of(history, guideline, asOf), guideline, losses);
        return of(new LinkedRuns(drugs), drugs);
    }

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
