package health.kedja.indicator.definition;

/** What is counted. */
public enum UnitOfAnalysis {
    /** Each person once, at the first index event of the period. */
    PERSON,
    /** Each index event that starts an episode. */
    EPISODE,
    /** Everyone who lives here on the last day of the period. */
    RESIDENT,
    /** Days at risk in stays (special housing) within the period. */
    STAY,
    /** Each dose or supply of a drug. */
    DOSE,
    /** Each fracture chain, as the guideline opens it. */
    CHAIN
}
