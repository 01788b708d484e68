package health.kedja.indicator.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * A change over years.
 *
 * @param ratio per year, with 95 % interval: odds ratio of a proportion, rate ratio of a rate; 1 is no change
 * @param z test statistic, standard normal without trend
 * @param p two-sided probability of at least such a statistic without trend
 * @param test the test
 */
public record Trend(double ratio, double low, double high, double z, double p, Test test) {

    /** Which test. */
    public enum Test {
        /** Cochran-Armitage (Armitage P, Biometrics 1955;11:375-386); the ratio is of logistic regression. */
        COCHRAN_ARMITAGE,
        /** Wald test of log-linear Poisson regression. */
        POISSON_REGRESSION
    }

    /** Probabilities below this are told as this: what is beyond it depends on the approximation more than on the data. */
    public static final double LEAST_P_TOLD = 1e-6;

    private static final int MOST_STEPS = 50;
    private static final double ENOUGH = 1e-12;

    /**
     * Trend of a proportion.
     *
     * @param years when; at least two different
     * @param k how many of {@code n} in each
     * @param n of how many in each, 1 or more
     * @throws IllegalArgumentException if there is nothing to compare: fewer than two years, or nobody or everybody fulfils
     */
    public static Trend ofProportions(double[] years, long[] k, long[] n) {
        double mean = weightedMean(years, n);
        double total = sum(n);
        double p = sum(k) / total;
        double excess = 0;
        double spread = 0;
        for (int i = 0; i < years.length; i++) {
            excess += (years[i] - mean) * (k[i] - n[i] * p);
            spread += n[i] * (years[i] - mean) * (years[i] - mean);
        }
        if (!(spread > 0) || !(p > 0) || !(p < 1)) {
            throw new IllegalArgumentException("A trend needs at least two years, and some but not all who fulfil");
        }
        double z = excess / Math.sqrt(p * (1 - p) * spread);
        double level = Math.log(p / (1 - p));
        return fitted(
                new Model(years, mean, level) {
                    @Override
                    double expected(int i, double predictor) {
                        return n[i] / (1 + Math.exp(-predictor));
                    }

                    @Override
                    double variance(int i, double expected) {
                        return expected * (1 - expected / n[i]);
                    }
                },
                k,
                z,
                Test.COCHRAN_ARMITAGE);
    }

    /**
     * Trend of a rate.
     *
     * @param years when; at least two different
     * @param events how many in each
     * @param exposure time at risk in each, more than 0
     * @throws IllegalArgumentException if there is nothing to compare: fewer than two years, or no events
     */
    public static Trend ofRates(double[] years, long[] events, double[] exposure) {
        double total = 0;
        double sum = 0;
        for (int i = 0; i < years.length; i++) {
            total += exposure[i];
            sum += exposure[i] * years[i];
        }
        double mean = sum / total;
        boolean differ = java.util.Arrays.stream(years).anyMatch(year -> year != years[0]);
        if (!differ || sum(events) == 0) {
            throw new IllegalArgumentException("A trend needs at least two years, and events");
        }
        return fitted(
                new Model(years, mean, Math.log(sum(events) / total)) {
                    @Override
                    double expected(int i, double predictor) {
                        return exposure[i] * Math.exp(predictor);
                    }

                    @Override
                    double variance(int i, double expected) {
                        return expected;
                    }
                },
                events,
                Double.NaN,
                Test.POISSON_REGRESSION);
    }

    /** Newton's method on a straight line in the predictor. */
    private static Trend fitted(Model model, long[] observed, double z, Test test) {
        double level = model.level;
        double slope = 0;
        double slopeVariance = Double.NaN;
        for (int step = 0; step < MOST_STEPS; step++) {
            double u0 = 0;
            double u1 = 0;
            double i00 = 0;
            double i01 = 0;
            double i11 = 0;
            for (int i = 0; i < observed.length; i++) {
                double x = model.years[i] - model.mean;
                double expected = model.expected(i, level + slope * x);
                double variance = model.variance(i, expected);
                u0 += observed[i] - expected;
                u1 += (observed[i] - expected) * x;
                i00 += variance;
                i01 += variance * x;
                i11 += variance * x * x;
            }
            double determinant = i00 * i11 - i01 * i01;
            slopeVariance = i00 / determinant;
            double change = (i00 * u1 - i01 * u0) / determinant;
            level += (i11 * u0 - i01 * u1) / determinant;
            slope += change;
            if (Math.abs(change) < ENOUGH) {
                break;
            }
        }
        double error = Math.sqrt(slopeVariance);
        double statistic = Double.isNaN(z) ? slope / error : z;
        double p = 2 * NormalDistribution.of(0, 1).survivalProbability(Math.abs(statistic));
        return new Trend(
                Math.exp(slope),
                Math.exp(slope - Level.Z * error),
                Math.exp(slope + Level.Z * error),
                statistic,
                p,
                test);
    }

    private static double weightedMean(double[] years, long[] weights) {
        double sum = 0;
        for (int i = 0; i < years.length; i++) {
            sum += years[i] * weights[i];
        }
        return sum / sum(weights);
    }

    private static double sum(long[] numbers) {
        long sum = 0;
        for (long number : numbers) {
            sum += number;
        }
        return sum;
    }

    /** What the years are expected to show. */
    private abstract static class Model {
        final double[] years;
        final double mean;
        final double level;

        Model(double[] years, double mean, double level) {
            this.years = years;
            this.mean = mean;
            this.level = level;
        }

        abstract double expected(int i, double predictor);

        abstract double variance(int i, double expected);
    }
}
