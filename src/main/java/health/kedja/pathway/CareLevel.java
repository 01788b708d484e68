package health.kedja.pathway;

import java.util.Locale;

/** Where a treatment is given. */
public enum CareLevel {
    PRIMARY_CARE,
    SPECIALISED_CARE;

    /** The code in FHIR answers and guideline files: lower case with hyphens. */
    public String token() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
