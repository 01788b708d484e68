package health.kedja.pathway;

import java.util.Locale;

/** Risk of a new fracture as the guideline sees it. */
public enum RiskLevel {
    HIGH,
    INTERMEDIATE,
    LOW,
    UNKNOWN;

    /** The code in FHIR answers: lower case with hyphens. */
    public String token() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
