package health.kedja.indicator.statistics;

import org.apache.commons.statistics.distribution.GammaDistribution;

/** A rate of events that happen independently, and its interval. */
public final class PoissonRate {

    private PoissonRate() {}

    /**
     * Exact interval: Garwood F, Fiducial limits for the Poisson distribution. Biometrika 1936;28:437-442.
     *
     * @param events how many, 0 or more
     * @param exposure time at risk, more than 0, in any unit
     * @param per the result is per so much of that unit
     */
    public static Estimate exact(long events, double exposure, double per) {
        checked(events, exposure);
        return estimate(events, exactLow(events), exactHigh(events), per / exposure, Method.EXACT_POISSON);
    }

    /**
     * Byar's approximation: Breslow NE, Day NE, Statistical methods in cancer research, vol. II. IARC 1987, p. 69.
     *
     * @param events how many, 0 or more
     * @param exposure time at risk, more than 0, in any unit
     * @param per the result is per so much of that unit
     */
    public static Estimate byar(long events, double exposure, double per) {
        checked(events, exposure);
        return estimate(events, byarLow(events), byarHigh(events), per / exposure, Method.BYAR);
    }

    static double exactLow(long events) {
        return events == 0 ? 0 : GammaDistribution.of(events, 1).inverseCumulativeProbability(Level.TAIL);
    }

    static double exactHigh(long events) {
        return GammaDistribution.of(events + 1.0, 1).inverseSurvivalProbability(Level.TAIL);
    }

    static double byarLow(long events) {
        return events == 0 ? 0 : byar(events, -Level.Z);
    }

    static double byarHigh(long events) {
        return byar(events + 1.0, Level.Z);
    }

    private static double byar(double events, double z) {
        // Below one event and a half the lower cube would turn negative.
        double root = Math.max(0, 1 - 1 / (9 * events) + z / (3 * Math.sqrt(events)));
        return events * root * root * root;
    }

    private static Estimate estimate(long events, double low, double high, double scale, Method method) {
        return new Estimate(events * scale, low * scale, high * scale, method);
    }

    private static void checked(long events, double exposure) {
        if (events < 0 || !(exposure > 0) || Double.isInfinite(exposure)) {
            throw new IllegalArgumentException("No rate: " + events + " events in " + exposure);
        }
    }
}
