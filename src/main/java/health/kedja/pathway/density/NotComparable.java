package health.kedja.pathway.density;

import java.util.Locale;

/** Why no standardised BMD can be given. */
public enum NotComparable {
    /** There is a T-score, and no BMD in g/cm². */
    NO_BONE_DENSITY,
    /** The record says hip, femur or spine; the formulas ask for the part. */
    REGION_UNKNOWN,
    /** No formula is published for the region. */
    NO_FORMULA,
    /** The measurement names no scanner, or one that is not in the record. */
    SCANNER_UNKNOWN,
    /** The scanner states no maker, or one for which there is no formula. */
    MAKER_UNKNOWN;

    /** The name in answers: {@code scanner-unknown}. */
    public String token() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
