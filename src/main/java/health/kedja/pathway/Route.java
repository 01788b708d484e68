package health.kedja.pathway;

import java.util.Locale;

/** How a drug is given. */
public enum Route {
    ORAL,
    INTRAVENOUS,
    SUBCUTANEOUS;

    /** The code in FHIR answers and guideline files: lower case. */
    public String token() {
        return name().toLowerCase(Locale.ROOT);
    }
}
