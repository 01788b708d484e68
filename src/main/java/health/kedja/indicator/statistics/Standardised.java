package health.kedja.indicator.statistics;

import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Directly standardised results: what a population would have with the ages of the standard population.
 *
 * <p>Empty where a band that the standard weighs has nobody: nothing is known of it, and leaving it out would give
 * another standard.
 */
public final class Standardised {

    private Standardised() {}

    /**
     * A rate, its interval by Dobson AJ et al., Confidence intervals for weighted sums of Poisson parameters. Stat Med
     * 1991;10:457-462, with Byar's limits of the count. Without events there is no interval.
     *
     * @param per the result is per so much time at risk
     */
    public static Optional<Estimate> dobson(List<Stratum> strata, double per) {
        if (!known(strata)) {
            return Optional.empty();
        }
        double rate = mean(strata);
        long events = strata.stream().mapToLong(Stratum::events).sum();
        if (rate == 0) {
            return Optional.of(new Estimate(0, 0, Double.NaN, Method.DOBSON));
        }
        double scale = Math.sqrt(variance(strata) / events);
        double low = rate + scale * (PoissonRate.byarLow(events) - events);
        double high = rate + scale * (PoissonRate.byarHigh(events) - events);
        return Optional.of(new Estimate(rate * per, Math.max(0, low) * per, high * per, Method.DOBSON));
    }

    /**
     * A rate, its interval by Fay MP, Feuer EJ, Confidence intervals for directly standardized rates: a method based on
     * the gamma distribution. Stat Med 1997;16:791-801.
     *
     * @param per the result is per so much time at risk
     */
    public static Optional<Estimate> gamma(List<Stratum> strata, double per) {
        if (!known(strata)) {
            return Optional.empty();
        }
        double rate = mean(strata);
        double variance = variance(strata);
        double total = weights(strata);
        double largest = strata.stream()
                .filter(stratum -> stratum.weight() > 0)
                .mapToDouble(stratum -> stratum.weight() / total / stratum.size())
                .max()
                .orElseThrow();
        double low = rate == 0
                ? 0
                : variance
                        / (2 * rate)
                        * ChiSquaredDistribution.of(2 * rate * rate / variance)
                                .inverseCumulativeProbability(Level.TAIL);
        double widened = variance + largest * largest;
        double high = widened
                / (2 * (rate + largest))
                * ChiSquaredDistribution.of(2 * (rate + largest) * (rate + largest) / widened)
                        .inverseSurvivalProbability(Level.TAIL);
        return Optional.of(new Estimate(rate * per, low * per, high * per, Method.GAMMA));
    }

    /**
     * A proportion, its interval Wilson's at the effective sample size: as many people as would give the same variance
     * without weights (Kish L, Survey sampling. 1965).
     */
    public static Optional<Estimate> proportion(List<Stratum> strata) {
        if (!known(strata)) {
            return Optional.empty();
        }
        double p = Math.min(1, mean(strata));
        double total = weights(strata);
        double binomial = 0;
        double kish = 0;
        for (Stratum stratum : strata) {
            if (stratum.weight() > 0) {
                double share = stratum.weight() / total;
                double own = stratum.events() / stratum.size();
                binomial += share * share * own * (1 - own) / stratum.size();
                kish += share * share / stratum.size();
            }
        }
        // Where nobody or everybody fulfils, the variance says nothing of the size.
        double size = binomial > 0 ? p * (1 - p) / binomial : 1 / kish;
        return Optional.of(Wilson.interval(p, size, Method.WILSON_EFFECTIVE));
    }

    private static boolean known(List<Stratum> strata) {
        return weights(strata) > 0 && strata.stream().noneMatch(band -> band.weight() > 0 && band.size() == 0);
    }

    private static double weights(List<Stratum> strata) {
        return strata.stream().mapToDouble(Stratum::weight).sum();
    }

    private static double mean(List<Stratum> strata) {
        double sum = 0;
        for (Stratum stratum : strata) {
            sum += stratum.weight() > 0 ? stratum.weight() * stratum.events() / stratum.size() : 0;
        }
        return sum / weights(strata);
    }

    private static double variance(List<Stratum> strata) {
        double total = weights(strata);
        double sum = 0;
        for (Stratum stratum : strata) {
            if (stratum.weight() > 0) {
                double factor = stratum.weight() / total / stratum.size();
                sum += factor * factor * stratum.events();
            }
        }
        return sum;
    }
}
