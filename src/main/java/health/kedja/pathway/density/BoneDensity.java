package health.kedja.pathway.density;

import java.time.LocalDate;

/**
 * Bone density of one region at one scan.
 *
 * @param resource what recorded the BMD; where there is none, the T-score
 * @param day day of the scan
 * @param region bone region, or null
 * @param laterality side, or null
 * @param device the scanner, or null
 * @param manufacturer its maker as the record writes it, or null
 * @param maker its maker; null when unknown
 * @param bmd g/cm², on the scale of the scanner; NaN when not recorded
 * @param standardised standardised BMD in mg/cm²; NaN when not comparable
 * @param formula the formula used; null when not comparable
 * @param notComparable why it is not comparable with other scanners; null when it is
 * @param tScoreSent T-score as the scanner gave it; NaN when not recorded
 * @param tScoreResource what recorded it, or null
 * @param tScoreRecomputed T-score on the reference; NaN when it could not be recomputed
 * @param reference the reference; null when it could not be recomputed
 * @param change change since the previous comparable scan, or null
 */
public record BoneDensity(
        String resource,
        LocalDate day,
        String region,
        String laterality,
        String device,
        String manufacturer,
        Maker maker,
        double bmd,
        double standardised,
        Formula formula,
        NotComparable notComparable,
        double tScoreSent,
        String tScoreResource,
        double tScoreRecomputed,
        TScoreReference reference,
        Change change) {

    BoneDensity withChange(Change newChange) {
        return new BoneDensity(
                resource,
                day,
                region,
                laterality,
                device,
                manufacturer,
                maker,
                bmd,
                standardised,
                formula,
                notComparable,
                tScoreSent,
                tScoreResource,
                tScoreRecomputed,
                reference,
                newChange);
    }

    /** The T-score that counts under the guideline; NaN when there is none. */
    public double tScore(TScoreRules rules) {
        return isRecomputed(rules) ? tScoreRecomputed : tScoreSent;
    }

    /** Whether the T-score that counts under the guideline is the recomputed one. */
    public boolean isRecomputed(TScoreRules rules) {
        return rules.recomputedDecide() && !Double.isNaN(tScoreRecomputed);
    }
}
