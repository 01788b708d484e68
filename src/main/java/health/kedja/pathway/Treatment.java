package health.kedja.pathway;

import java.time.LocalDate;
import java.util.List;

/**
 * Ongoing and former treatment of a patient: the courses, and the adherence over them.
 *
 * @param courses in order of their first day
 * @param adherence to any drug first, then to each class; within them the oldest time first
 */
public record Treatment(List<TreatmentCourse> courses, List<TreatmentAdherence> adherence) {

    public Treatment {
        courses = List.copyOf(courses);
        adherence = List.copyOf(adherence);
    }

    /** The treatment of a patient as seen on a day; see {@link TreatmentCourses} and {@link TreatmentAdherence}. */
    public static Treatment of(History history, Guideline guideline, LocalDate asOf) {
        return PatientCare.of(history, guideline, asOf).treatment();
    }

    /**
     * The treatment as seen.
     *
     * @param losses real losses between scans that can be compared; those of later scans make no difference
     */
    static Treatment of(Seen seen, Guideline guideline, List<DensityLoss> losses) {
        PatientDrugs drugs = new PatientDrugs(seen, guideline, losses);
        LinkedRuns links = new LinkedRuns(drugs);
        return new Treatment(TreatmentCourses.of(links, drugs), new AdherenceOverSwitches(links, drugs).all());
    }
}
