package health.kedja.indicator.statistics;

import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * Quantiles of what was observed. The point is interpolated as in definition 7 of Hyndman RJ, Fan Y, Sample quantiles in
 * statistical packages. Am Stat 1996;50:361-365 (the median of an even number is the mean of the two in the middle); the
 * interval is of order statistics, whose ranks come from the binomial distribution (Conover WJ, Practical nonparametric
 * statistics, 3rd ed. 1999, section 3.2) and holds at least 95 %.
 */
public final class Quantiles {

    private Quantiles() {}

    /**
     * Estimates a quantile.
     *
     * @param sorted what was observed, rising; at least one
     * @param share 0 to 1, both excluded; 0.5 for the median
     * @return the quantile; a limit is NaN where there are too few observations for it
     */
    public static Estimate of(double[] sorted, double share) {
        int n = sorted.length;
        if (n == 0 || !(share > 0) || !(share < 1)) {
            throw new IllegalArgumentException("No quantile " + share + " of " + n + " observations");
        }
        BinomialDistribution below = BinomialDistribution.of(n, share);
        // Rank r: fewer than r observations lie below the quantile with a probability of at most 2.5 %; likewise above.
        int lowRank = below.inverseCumulativeProbability(Level.TAIL);
        int highRank = below.inverseCumulativeProbability(1 - Level.TAIL) + 1;
        double value = at(sorted, share);
        double low = lowRank < 1 ? Double.NaN : sorted[lowRank - 1];
        double high = highRank > n ? Double.NaN : sorted[highRank - 1];
        return new Estimate(value, low, high, Method.ORDER_STATISTIC);
    }

    private static double at(double[] sorted, double share) {
        double position = share * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
