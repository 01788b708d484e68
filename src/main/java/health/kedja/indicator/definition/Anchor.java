package health.kedja.indicator.definition;

/** From which day windows count. */
public enum Anchor {
    /** The day of the index event. */
    INDEX,
    /** The last day of the contact of the index event; the day of the index event where it is not known. */
    DISCHARGE,
    /** 1 January of the year of the index event, for windows that mean the same calendar year. */
    START_OF_YEAR,
    /** The last day of the period asked for. */
    PERIOD_END
}
