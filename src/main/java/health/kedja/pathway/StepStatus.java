package health.kedja.pathway;

import java.util.Locale;

/** Where a step stands. */
public enum StepStatus {
    DONE,
    DUE,
    OVERDUE,
    NOT_APPLICABLE;

    /** The code in FHIR answers: lower case with hyphens. */
    public String token() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
