package health.kedja.pathway.density;

import health.kedja.pathway.Rule;
import java.util.Objects;

/**
 * A published formula of standardised BMD for the scanners of one maker and one region:
 * sBMD in mg/cm² = 1000 × (intercept + slope × BMD in g/cm²).
 *
 * @param rule id, citation and certainty
 * @param region bone region, such as {@code total-hip}
 * @param maker maker of the scanner
 * @param intercept g/cm²
 * @param slope no unit; above 0
 */
public record Formula(Rule rule, String region, Maker maker, double intercept, double slope) {

    private static final double MILLIGRAMS = 1000;

    public Formula {
        Objects.requireNonNull(rule, "rule");
        if (!(slope > 0)) {
            throw new IllegalArgumentException("A formula that does not grow cannot be inverted");
        }
    }

    /** BMD in g/cm² to standardised BMD in mg/cm². */
    public double standardised(double bmd) {
        return MILLIGRAMS * (intercept + slope * bmd);
    }

    /** Standardised BMD in mg/cm² to the BMD in g/cm² that a scanner of this maker would show. */
    public double onScannersScale(double standardised) {
        return (standardised / MILLIGRAMS - intercept) / slope;
    }
}
