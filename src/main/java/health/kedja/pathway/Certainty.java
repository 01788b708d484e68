package health.kedja.pathway;

/** How well a rule of a guideline file is known. */
public enum Certainty {
    /** Read in the source that is named. */
    CONFIRMED,
    /** Follows from what was read, by arithmetic or from an official code list. */
    DERIVED,
    /** General knowledge or Kedja's own default: to be confirmed before anyone relies on it. */
    UNCONFIRMED
}
