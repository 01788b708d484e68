package health.kedja.indicator.definition;

/** Whether more is better. */
public enum Improvement {
    INCREASE,
    DECREASE,
    NEUTRAL
}
