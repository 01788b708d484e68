package health.kedja.pathway;

import java.util.Locale;

/** Why a fracture opened no chain. */
public enum ExclusionReason {
    HIGH_ENERGY,
    PATHOLOGICAL,
    SITE_NOT_IN_PATHWAY,
    BELOW_AGE_LIMIT,
    SAME_EPISODE,
    NOT_A_NEW_FRACTURE,
    UNCONFIRMED,
    DATE_UNKNOWN;

    /** The code in FHIR answers: lower case with hyphens. */
    public String token() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
