package health.kedja.indicator;

/**
 * What was counted in a stratum. Merging disjoint cohorts adds them up exactly.
 *
 * @param initialPopulation units of analysis (persons, episodes, stays or doses) that the indicator is about
 * @param denominatorExclusion of them, left out by a rule of the definition
 * @param pending of them, neither excluded nor counted because the follow-up is not over on the last day of data
 * @param denominator of them, counted: initial population less exclusions and pending
 * @param numerator of the denominator, those that fulfil the indicator; in a rate the events
 * @param personDays days at risk, for rates; 0 otherwise
 * @param denominatorSum sum of the denominator's values, for ratios; 0 otherwise
 * @param numeratorSum sum of the numerator's values, for ratios; 0 otherwise
 */
public record Counts(
        long initialPopulation,
        long denominatorExclusion,
        long pending,
        long denominator,
        long numerator,
        long personDays,
        double denominatorSum,
        double numeratorSum) {

    public static final Counts NOTHING = new Counts(0, 0, 0, 0, 0, 0, 0, 0);

    /** Both together, of disjoint units. */
    public Counts plus(Counts other) {
        return new Counts(
                initialPopulation + other.initialPopulation,
                denominatorExclusion + other.denominatorExclusion,
                pending + other.pending,
                denominator + other.denominator,
                numerator + other.numerator,
                personDays + other.personDays,
                denominatorSum + other.denominatorSum,
                numeratorSum + other.numeratorSum);
    }
}
