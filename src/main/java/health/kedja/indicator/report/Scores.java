package health.kedja.indicator.report;

import health.kedja.indicator.Counts;
import health.kedja.indicator.definition.Scoring;
import health.kedja.indicator.scan.Leaf;
import health.kedja.indicator.statistics.Estimate;
import health.kedja.indicator.statistics.Method;
import health.kedja.indicator.statistics.PoissonRate;
import health.kedja.indicator.statistics.Quantiles;
import health.kedja.indicator.statistics.Wilson;
import java.util.List;
import java.util.Optional;

/** The crude results of what was counted. */
public final class Scores {

    /** Rates are per so many person-years. */
    public static final double PER = 100_000;

    /** Days of a year in person-time: the mean of the Julian calendar, as registers use. */
    static final double DAYS_OF_YEAR = 365.25;

    private static final double MINUTES_OF_HOUR = 60;

    private Scores() {}

    static Optional<Estimate> of(Scoring scoring, Counts counts) {
        return switch (scoring) {
            case PROPORTION ->
                counts.denominator() == 0
                        ? Optional.empty()
                        : Optional.of(Wilson.interval(counts.numerator(), counts.denominator()));
            case RATE ->
                counts.personDays() == 0
                        ? Optional.empty()
                        : Optional.of(PoissonRate.exact(counts.numerator(), personYears(counts), PER));
            case RATIO ->
                counts.denominatorSum() == 0
                        ? Optional.empty()
                        : Optional.of(new Estimate(
                                counts.numeratorSum() / counts.denominatorSum(), Double.NaN, Double.NaN, Method.NONE));
            case CONTINUOUS, COHORT -> Optional.empty();
        };
    }

    /** Person-years of the days at risk. */
    public static double personYears(Counts counts) {
        return counts.personDays() / DAYS_OF_YEAR;
    }

    /** The values of all leaves, rising: days, or hours where they were counted in minutes. */
    static double[] values(List<Leaf> leaves, boolean minutes) {
        int longest = 0;
        for (Leaf leaf : leaves) {
            longest = leaf.valueCounts() == null ? longest : Math.max(longest, leaf.valueCounts().length);
        }
        long[] counts = new long[longest];
        long all = 0;
        for (Leaf leaf : leaves) {
            for (int value = 0; leaf.valueCounts() != null && value < leaf.valueCounts().length; value++) {
                counts[value] += leaf.valueCounts()[value];
                all += leaf.valueCounts()[value];
            }
        }
        double[] values = new double[Math.toIntExact(all)];
        int at = 0;
        for (int value = 0; value < longest; value++) {
            for (long i = 0; i < counts[value]; i++) {
                values[at++] = minutes ? value / MINUTES_OF_HOUR : value;
            }
        }
        return values;
    }

    static Optional<Estimate> quantile(double[] values, double share) {
        return values.length == 0 ? Optional.empty() : Optional.of(Quantiles.of(values, share));
    }
}
