package health.kedja.pathway;

import java.util.Locale;

/** Where a course of treatment with one drug stands. */
public enum CourseStatus {
    /** Prescribed; nothing was dispensed, given or stated yet, and there is still time for it. */
    ORDERED,
    /** The drug is taken, or was until so shortly before that it counts. */
    ONGOING,
    /** More time has passed since the last supply or dose than the guideline allows. */
    OVERDUE,
    /** Ended before the planned duration, and not for another drug. */
    STOPPED,
    /** Followed by another bone-specific drug. */
    SWITCHED,
    /** Ended after the planned duration. */
    COMPLETED,
    /** As {@link #COMPLETED}, within the pause that the guideline plans. */
    HOLIDAY;

    /** The code in FHIR answers: lower case with hyphens. */
    public String token() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
