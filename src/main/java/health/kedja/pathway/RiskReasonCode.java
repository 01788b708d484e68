package health.kedja.pathway;

import java.util.Locale;

/** What can speak for a risk of a new fracture, in the order in which it is reported. */
public enum RiskReasonCode {
    /** The site that broke makes the risk high by itself. */
    SITE,
    /** A vertebral fracture was found on imaging. */
    VERTEBRAL_FRACTURE_ON_IMAGING,
    /** FRAX, major osteoporotic fracture. */
    FRAX,
    /** The lowest T-score is in the range of osteoporosis. */
    T_SCORE,
    /** Glucocorticoids for long. */
    GLUCOCORTICOIDS,
    /** High age with a typical fracture. */
    AGE,
    /** Several vertebral fractures. */
    MULTIPLE_VERTEBRAL_FRACTURES,
    /** The bone broke while a bone-specific drug covered the patient. */
    FRACTURE_ON_TREATMENT;

    /** The code in FHIR answers and guideline files: lower case with hyphens. */
    public String token() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
