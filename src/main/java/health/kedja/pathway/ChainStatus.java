package health.kedja.pathway;

import java.util.Locale;

/** Where a chain stands as a whole. */
public enum ChainStatus {
    IN_PROGRESS,
    OVERDUE,
    COMPLETE,
    ENDED;

    /** The code in FHIR answers: lower case with hyphens. */
    public String token() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
