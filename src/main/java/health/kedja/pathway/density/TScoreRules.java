package health.kedja.pathway.density;

import health.kedja.pathway.Rule;
import java.util.List;

/**
 * How T-scores are recomputed, and which of them decides.
 *
 * @param rule the rule
 * @param recomputedDecide whether T-scores recomputed on {@code references} take the place of those that were sent
 * @param decimals decimals to which a recomputed T-score is rounded before it decides; 0 to 3
 * @param references whom to compare with; a region that is not listed keeps the T-score that was sent
 * @param lowestRule the rule by which the lowest T-score decides, of the regions that {@code treatment} names
 * @param otherwise regions that count when none of those was measured
 */
public record TScoreRules(
        Rule rule,
        boolean recomputedDecide,
        int decimals,
        List<TScoreReference> references,
        Rule lowestRule,
        List<String> otherwise) {

    public TScoreRules {
        references = List.copyOf(references);
        otherwise = List.copyOf(otherwise);
        if (decimals < 0 || decimals > 3) {
            throw new IllegalArgumentException("decimals must be 0 to 3");
        }
        if (references.stream().map(TScoreReference::region).distinct().count() < references.size()) {
            throw new IllegalArgumentException("references names a region twice");
        }
    }
}
