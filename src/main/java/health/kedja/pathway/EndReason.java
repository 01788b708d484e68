package health.kedja.pathway;

import java.util.Locale;

/** Why a chain ended before it was complete. */
public enum EndReason {
    DEATH,
    NEW_FRACTURE;

    /** The code in FHIR answers: lower case with hyphens. */
    public String token() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
