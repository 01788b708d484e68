package health.kedja.indicator.definition;

/** How the result of an indicator is calculated. */
public enum Scoring {
    /** Numerator over denominator, 0 to 1. */
    PROPORTION,
    /** Sum of one quantity over the sum of another. */
    RATIO,
    /** Median and quartiles of a quantity. */
    CONTINUOUS,
    /** A count, without result. */
    COHORT,
    /** Events per 100,000 person-years at risk. */
    RATE
}
