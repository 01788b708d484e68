package health.kedja.indicator.statistics;

/** The confidence level of all intervals, and what follows from it. */
final class Level {

    /** Probability outside a 95 % interval, on each side. */
    static final double TAIL = 0.025;
    /** Standard normal quantile of 0.975. */
    static final double Z = 1.959963984540054;

    private Level() {}
}
