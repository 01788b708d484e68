package health.kedja.pathway;

/**
 * FRAMO, four questions with yes or no, where there is no FRAX.
 *
 * @param rule the tool, its source and certainty
 * @param ageYears age that is a yes, whole years
 * @param weightKg body weight that is a yes, kg
 * @param highFrom fewest yes that mean high risk; 1 to 4
 * @param lookBackRule why a weight or a rise-up of some time ago still counts
 * @param lookBackDays days before the fracture from which they count
 * @param satisfiesRiskAssessment whether a decided FRAMO does the step risk-assessment, which otherwise asks for FRAX
 */
public record FramoRules(
        Rule rule,
        Limit ageYears,
        Limit weightKg,
        int highFrom,
        Rule lookBackRule,
        int lookBackDays,
        boolean satisfiesRiskAssessment) {

    public FramoRules {
        if (highFrom < 1 || highFrom > 4) {
            throw new IllegalArgumentException("high-from must be 1 to 4: FRAMO has four questions");
        }
        if (lookBackDays < 0) {
            throw new IllegalArgumentException("look-back-days must be 0 or more");
        }
    }
}
