package health.kedja.pathway;

import java.util.Locale;

/** How strongly a care programme advises something. */
public enum Strength {
    /** Should be done. */
    RECOMMENDED,
    /** Is to be considered for the one patient. */
    CONSIDER,
    /** Should not be done. */
    NOT_TO_DO;

    /** The code in FHIR answers and guideline files: lower case with hyphens. */
    public String token() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
