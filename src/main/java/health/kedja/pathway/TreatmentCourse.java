package health.kedja.pathway;

import java.time.LocalDate;
import java.util.List;

/**
 * A course of treatment with one drug: from the first supply until the drug is stopped, replaced or no longer supplied
 * for longer than the guideline allows. Resuming it after that is a new course.
 *
 * @param drug name of the regimen in the guideline, such as {@code alendronate}
 * @param drugClass its class, such as {@code oral-bisphosphonate}
 * @param status where it stands
 * @param ordered day of the first prescription of the course, or null when none is recorded
 * @param start first day: of the first dispensing, dose or stated use; null while only prescribed
 * @param classStart first day of uninterrupted treatment with drugs of the class; null while only prescribed
 * @param treatmentStart first day of uninterrupted treatment with any bone-specific drug; null while only prescribed,
 *     and for calcium and vitamin D
 * @param lastDay last day of the course that is counted: the day asked for, or the day before the course ended
 * @param coveredUntil last day that the supply covers; may lie in the future
 * @param stopped first day without the drug, where the course ended
 * @param end why it ended, or null
 * @param switchedFrom the drug before, where this one took over
 * @param switchedTo the drug after
 * @param adherence over the whole course; null while only prescribed
 * @param lastYear over the last 365 days of the course, or the whole of a shorter one
 * @param gaps stretches of more uncovered days than the guideline's {@code gap-days}
 * @param nextDoseDue day of the next injection or infusion; null when none is awaited
 * @param nextDecision day on which the planned duration is reached; null for a course that ended or has no end planned
 * @param holidayEnds last day of the planned pause, where the course ended in one
 * @param controlDensityDue day of the control of bone density, while the course goes on
 * @param controlDensityDone day on which it was done, or null
 * @param notices what a clinician should see
 * @param evidence the resources that the course is made of, in order of day
 * @param rule id of the rule
 * @param certainty how well that rule is known
 */
public record TreatmentCourse(
        String drug,
        String drugClass,
        CourseStatus status,
        LocalDate ordered,
        LocalDate start,
        LocalDate classStart,
        LocalDate treatmentStart,
        LocalDate lastDay,
        LocalDate coveredUntil,
        LocalDate stopped,
        CourseEnd end,
        String switchedFrom,
        String switchedTo,
        Adherence adherence,
        Adherence lastYear,
        List<TreatmentGap> gaps,
        LocalDate nextDoseDue,
        LocalDate nextDecision,
        LocalDate holidayEnds,
        LocalDate controlDensityDue,
        LocalDate controlDensityDone,
        List<CourseNotice> notices,
        List<String> evidence,
        String rule,
        Certainty certainty) {

    public TreatmentCourse {
        gaps = List.copyOf(gaps);
        notices = List.copyOf(notices);
        evidence = List.copyOf(evidence);
    }
}
