package health.kedja.pathway;

/**
 * When a new fracture says that the treatment failed.
 *
 * @param rule the rule
 * @param minimumDays days of treatment before the fracture, at least
 * @param leastPercentCovered percent of the days of the course before the fracture that are covered, at least
 */
public record FailureRule(Rule rule, int minimumDays, int leastPercentCovered) {

    public FailureRule {
        Check.range("minimum-days", minimumDays, 0, 3660);
        Check.range("least-percent-covered", leastPercentCovered, 0, 100);
    }
}
