package health.kedja.indicator.statistics;

import java.util.Arrays;

/**
 * Control limits of a funnel plot, widened for what differs between units beyond chance: Spiegelhalter DJ, Funnel plots
 * for comparing institutional performance. Stat Med 2005;24:1185-1202, with the additive random effects model and
 * winsorised z-scores (10 % at each end) of its section 6. Proportions are compared as arcsine square roots and rates as
 * square roots, whose variance does not depend on the level.
 */
public final class Funnel {

    /** Where a unit lies. */
    public enum Position {
        /** Within the 95 % limits. */
        WITHIN,
        /** Outside 95 %, within 99.8 %. */
        OUTSIDE_95,
        /** Outside 99.8 %. */
        OUTSIDE_998
    }

    /**
     * Limits for a unit of some size.
     *
     * @param low95 2.5 % of units in control lie below
     * @param high95 2.5 % lie above
     * @param low998 0.1 % lie below
     * @param high998 0.1 % lie above
     */
    public record Limits(double low95, double high95, double low998, double high998) {

        /** Where a unit of this result lies. */
        public Position position(double result) {
            if (result < low998 || result > high998) {
                return Position.OUTSIDE_998;
            }
            return result < low95 || result > high95 ? Position.OUTSIDE_95 : Position.WITHIN;
        }
    }

    private static final double Z998 = 3.090232306167813;
    private static final double WINSOR = 0.1;

    private final boolean proportion;
    private final double target;
    private final double dispersion;
    private final double between;

    private Funnel(boolean proportion, double target, double[] results, double[] sizes) {
        this.proportion = proportion;
        this.target = target;
        int units = results.length;
        double[] z = new double[units];
        double weight = 0;
        double weight2 = 0;
        for (int i = 0; i < units; i++) {
            double variance = variance(sizes[i]);
            z[i] = (transformed(results[i]) - transformed(target)) / Math.sqrt(variance);
            weight += 1 / variance;
            weight2 += 1 / (variance * variance);
        }
        winsorise(z);
        dispersion = units == 0 ? 1 : Arrays.stream(z).map(one -> one * one).sum() / units;
        double excess = (units * dispersion - (units - 1)) / (weight - weight2 / weight);
        between = units > 1 && excess > 0 ? excess : 0;
    }

    /** Of proportions: k of n in each unit, n more than 0. The target is that of all together. */
    public static Funnel ofProportions(long[] k, long[] n) {
        double[] results = new double[k.length];
        double[] sizes = new double[k.length];
        for (int i = 0; i < k.length; i++) {
            results[i] = (double) k[i] / n[i];
            sizes[i] = n[i];
        }
        return new Funnel(
                true, (double) Arrays.stream(k).sum() / Arrays.stream(n).sum(), results, sizes);
    }

    /** Of rates: events in some exposure, more than 0, in each unit. The target is that of all together. */
    public static Funnel ofRates(long[] events, double[] exposure) {
        double[] results = new double[events.length];
        for (int i = 0; i < events.length; i++) {
            results[i] = events[i] / exposure[i];
        }
        double target = Arrays.stream(events).sum() / Arrays.stream(exposure).sum();
        return new Funnel(false, target, results, exposure);
    }

    /** The result of all units together. */
    public double target() {
        return target;
    }

    /** Mean square of the winsorised z-scores: 1 when the units differ by chance alone. */
    public double dispersion() {
        return dispersion;
    }

    /** Variance between units beyond chance, on the transformed scale; 0 when they differ by chance alone. */
    public double betweenUnits() {
        return between;
    }

    /** Limits for a unit of a size: people for a proportion, exposure for a rate. */
    public Limits limits(double size) {
        double error = Math.sqrt(variance(size) + between);
        return new Limits(limit(-Level.Z * error), limit(Level.Z * error), limit(-Z998 * error), limit(Z998 * error));
    }

    private double limit(double distance) {
        double at = transformed(target) + distance;
        if (proportion) {
            double sine = Math.sin(Math.max(0, Math.min(Math.PI / 2, at)));
            return sine * sine;
        }
        return at < 0 ? 0 : at * at;
    }

    private double transformed(double result) {
        return proportion ? Math.asin(Math.sqrt(result)) : Math.sqrt(result);
    }

    private static double variance(double size) {
        return 1 / (4 * size);
    }

    /** The most extreme tenth at each end counts as the last one within. */
    private static void winsorise(double[] z) {
        double[] sorted = z.clone();
        Arrays.sort(sorted);
        int cut = (int) (WINSOR * z.length);
        for (int i = 0; i < z.length; i++) {
            z[i] = Math.max(sorted[cut], Math.min(sorted[z.length - 1 - cut], z[i]));
        }
    }
}
