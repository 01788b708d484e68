package health.kedja.pathway.density;

import health.kedja.pathway.Event;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.Set;

/**
 * One measurement on the common scale.
 *
 * @param formula the formula; null when there is none
 * @param standardised standardised BMD in mg/cm²; NaN when there is none
 * @param reason why there is none, or null
 * @param reference whom the T-score compares with; null when it was not recomputed
 * @param tScore recomputed T-score, rounded as the guideline says; NaN when it was not recomputed
 */
record Standard(Formula formula, double standardised, NotComparable reason, TScoreReference reference, double tScore) {

    private static final Set<String> PART_NOT_STATED = Set.of("hip", "femur", "spine");

    static Standard of(Event bmd, Scanners scanners, DensityRules rules) {
        if (isRegionUnknown(bmd.qualifier())) {
            return not(NotComparable.REGION_UNKNOWN);
        }
        if (Formulas.find(bmd.qualifier(), Maker.HOLOGIC, rules.spineFormulas()).isEmpty()) {
            return not(NotComparable.NO_FORMULA);
        }
        if (!scanners.knows(bmd.device())) {
            return not(NotComparable.SCANNER_UNKNOWN);
        }
        Optional<Formula> formula = scanners.maker(bmd.device())
                .flatMap(maker -> Formulas.find(bmd.qualifier(), maker, rules.spineFormulas()));
        return formula.map(found -> of(bmd, found, rules)).orElseGet(() -> not(NotComparable.MAKER_UNKNOWN));
    }

    static Standard not(NotComparable reason) {
        return new Standard(null, Double.NaN, reason, null, Double.NaN);
    }

    /** Whether a region is too vague to be compared, even with itself. */
    static boolean isRegionUnknown(String region) {
        return region == null || PART_NOT_STATED.contains(region);
    }

    private static Standard of(Event bmd, Formula formula, DensityRules rules) {
        double standardised = formula.standardised(bmd.value());
        TScoreReference reference = rules.tScores().references().stream()
                .filter(one -> one.region().equals(formula.region()))
                .findFirst()
                .orElse(null);
        return new Standard(formula, standardised, null, reference, tScore(bmd.value(), formula, reference, rules));
    }

    private static double tScore(double bmd, Formula formula, TScoreReference reference, DensityRules rules) {
        if (reference == null) {
            return Double.NaN;
        }
        // By way of the standard scale to that of the reference; on one and the same scale there is nothing to do.
        double onItsScale = reference.scale() == formula.maker()
                ? bmd
                : Formulas.find(formula.region(), reference.scale(), rules.spineFormulas())
                        .orElseThrow()
                        .onScannersScale(formula.standardised(bmd));
        return BigDecimal.valueOf(reference.tScore(onItsScale))
                .setScale(rules.tScores().decimals(), RoundingMode.HALF_UP)
                .doubleValue();
    }
}
