package health.kedja.indicator.statistics;

import org.apache.commons.numbers.combinatorics.LogBinomialCoefficient;

/**
 * How many runs chance makes of points above and below the median: Swed FS, Eisenhart C, Tables for testing randomness of
 * grouping in a sequence of alternatives. Ann Math Stat 1943;14:66-87.
 */
final class RunsTest {

    private final int above;
    private final int below;

    RunsTest(int above, int below) {
        this.above = above;
        this.below = below;
    }

    /** Probability of so many runs or fewer. */
    double atMost(int runs) {
        double sum = 0;
        for (int r = 1; r <= runs; r++) {
            sum += exactly(r);
        }
        return Math.min(1, sum);
    }

    private double exactly(int runs) {
        if (above == 0 || below == 0) {
            return runs == 1 ? 1 : 0;
        }
        double all = logChoose(above + below, above);
        int half = runs / 2;
        if (runs % 2 == 0) {
            return 2 * share(above - 1, half - 1, below - 1, half - 1, all);
        }
        return share(above - 1, half, below - 1, half - 1, all) + share(above - 1, half - 1, below - 1, half, all);
    }

    private static double share(int n, int k, int m, int j, double all) {
        if (k < 0 || k > n || j < 0 || j > m) {
            return 0;
        }
        return Math.exp(logChoose(n, k) + logChoose(m, j) - all);
    }

    private static double logChoose(int n, int k) {
        return LogBinomialCoefficient.value(n, k);
    }
}
