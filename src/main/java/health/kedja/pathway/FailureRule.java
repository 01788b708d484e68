package health.kedja.pathway;

/**
 * When a new fracture says that the treatment failed.
 *
 * @param rule the rule
 * @param minimumDays days of treatment before the fracture, at least
 * @param leastPercentCovered percent of the days of the course before the fracture that are covered, at least
 * @param densityRule the rule for bone density that falls
 * @param densityMinimumDays days of treatment before the later scan, at least
 * @param densityBaselineDays days before the treatment from which an earlier scan counts
 */
public record FailureRule(
        Rule rule,
        int minimumDays,
        int leastPercentCovered,
        Rule densityRule,
        int densityMinimumDays,
        int densityBaselineDays) {

    public FailureRule {
        Check.range("minimum-days", minimumDays, 0, 3660);
        Check.range("least-percent-covered", leastPercentCovered, 0, 100);
        Check.range("density-minimum-days", densityMinimumDays, 0, 3660);
        Check.range("density-baseline-days", densityBaselineDays, 0, 3660);
    }
}
