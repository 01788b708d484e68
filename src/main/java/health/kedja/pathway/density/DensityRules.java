package health.kedja.pathway.density;

import health.kedja.pathway.Rule;

/**
 * How bone densities are made comparable.
 *
 * @param rule why they are standardised
 * @param spineFormulas which of the two published sets is used for the spine
 * @param tScores how T-scores are recomputed, and which decides
 * @param vertebrae which vertebrae count
 * @param change what is a real change
 */
public record DensityRules(
        Rule rule, SpineFormulas spineFormulas, TScoreRules tScores, VertebraRules vertebrae, ChangeRules change) {}
