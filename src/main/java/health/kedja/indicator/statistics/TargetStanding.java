package health.kedja.indicator.statistics;

/** Whether a target is reached, and whether chance may explain that it looks so. */
public enum TargetStanding {
    /** The whole interval is at the target or better. */
    REACHED,
    /** The result is at the target or better, the interval also holds worse. */
    REACHED_UNCERTAIN,
    /** The result is worse than the target, the interval also holds the target. */
    NOT_REACHED_UNCERTAIN,
    /** The whole interval is worse than the target. */
    NOT_REACHED;

    /**
     * Where a result stands.
     *
     * @param result with interval; a missing limit leaves it uncertain
     * @param target in the unit of the result; reaching it exactly is reaching it
     * @param higherIsBetter otherwise lower is
     */
    public static TargetStanding of(Estimate result, double target, boolean higherIsBetter) {
        double sign = higherIsBetter ? 1 : -1;
        double worst = sign * (higherIsBetter ? result.low() : result.high());
        double best = sign * (higherIsBetter ? result.high() : result.low());
        if (sign * result.value() >= sign * target) {
            return worst >= sign * target ? REACHED : REACHED_UNCERTAIN;
        }
        return best < sign * target ? NOT_REACHED : NOT_REACHED_UNCERTAIN;
    }
}
