package health.kedja.pathway.density;

import health.kedja.pathway.Rule;

/**
 * Young adults whom a T-score compares with.
 *
 * @param rule id, citation and certainty of the numbers
 * @param region bone region
 * @param scale maker on whose scale the numbers are
 * @param mean g/cm²
 * @param standardDeviation g/cm²; above 0
 */
public record TScoreReference(Rule rule, String region, Maker scale, double mean, double standardDeviation) {

    public TScoreReference {
        if (!(standardDeviation > 0) || !(mean > 0)) {
            throw new IllegalArgumentException("The mean and the standard deviation of a reference are above 0");
        }
    }

    /** The T-score of a BMD, in g/cm², on the scale of this reference. */
    public double tScore(double bmd) {
        return (bmd - mean) / standardDeviation;
    }
}
