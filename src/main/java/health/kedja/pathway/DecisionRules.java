package health.kedja.pathway;

/**
 * What makes a step not apply apart from risk.
 *
 * @param decisionRule the rule for a documented decision or a declined offer
 * @param limitedLifeExpectancyRule the rule for a limited life expectancy
 * @param limitedLifeExpectancyLookBackDays days before the fracture from which a recorded one counts
 * @param deathRule the rule for a chain that ends by death
 */
public record DecisionRules(
        Rule decisionRule, Rule limitedLifeExpectancyRule, int limitedLifeExpectancyLookBackDays, Rule deathRule) {

    public DecisionRules {
        Check.range("limited-life-expectancy-look-back-days", limitedLifeExpectancyLookBackDays, 0, 36600);
    }
}
