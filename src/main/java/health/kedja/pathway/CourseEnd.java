package health.kedja.pathway;

import java.util.Locale;

/** Why a course of treatment ended. */
public enum CourseEnd {
    /** Nothing was supplied for longer than the guideline allows. */
    GAP,
    /** It was decided, or the patient declined, to go on. */
    DECISION,
    /** Another bone-specific drug took over. */
    SWITCH,
    /** The planned duration was reached, and nothing was supplied after that. */
    DURATION,
    /** The patient died. */
    DEATH;

    /** The code in FHIR answers: lower case with hyphens. */
    public String token() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
