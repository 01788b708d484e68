package health.kedja.indicator.statistics;

/**
 * The Wilson score interval of a proportion: Wilson EB, Probable inference, the law of succession, and statistical
 * inference. J Am Stat Assoc 1927;22:209-212. Holds 0 and 1 within their range, also for small numbers.
 */
public final class Wilson {

    private Wilson() {}

    /**
     * Estimates a proportion.
     *
     * @param k how many, 0 to {@code n}
     * @param n of how many, 1 or more
     * @return the proportion, 0 to 1
     */
    public static Estimate interval(long k, long n) {
        if (n < 1 || k < 0 || k > n) {
            throw new IllegalArgumentException("No proportion: " + k + " of " + n);
        }
        return interval((double) k / n, n, Method.WILSON);
    }

    /** The interval of a proportion as if it were of {@code n} people, which need not be whole. */
    static Estimate interval(double p, double n, Method method) {
        double z2 = Level.Z * Level.Z;
        double centre = (p + z2 / (2 * n)) / (1 + z2 / n);
        double half = Level.Z / (1 + z2 / n) * Math.sqrt(p * (1 - p) / n + z2 / (4 * n * n));
        // At 0 and 1 a limit is the proportion itself; rounding must not carry it past.
        double low = p == 0 ? 0 : Math.min(p, centre - half);
        double high = p == 1 ? 1 : Math.max(p, centre + half);
        return new Estimate(p, low, high, method);
    }
}
