package health.kedja.pathway;

/** For whom a step is asked. */
public enum Applicability {
    /** For everyone with an index fracture. */
    ALWAYS,
    /** For everyone whose risk is not known to be low; waits for the risk assessment until then. */
    UNLESS_LOW_RISK,
    /** For those whose risk is neither low nor high, or not yet known. */
    AT_INTERMEDIATE_RISK,
    /** For those with an indication for treatment; waits for what the indications need to know. */
    WHEN_TREATMENT_IS_INDICATED,
    /** For those for whom the treatment step applies; waits for the treatment to start. */
    WITH_TREATMENT
}
