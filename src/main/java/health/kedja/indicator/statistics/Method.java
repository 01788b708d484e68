package health.kedja.indicator.statistics;

import java.util.Locale;

/** How an interval was made. */
public enum Method {
    /** No interval: nothing was estimated, only counted. */
    NONE,
    /** Wilson score interval of a proportion (Wilson 1927). */
    WILSON,
    /** Wilson score interval at the effective sample size, of a directly standardised proportion (Kish 1965). */
    WILSON_EFFECTIVE,
    /** Exact Poisson interval of a count (Garwood 1936). */
    EXACT_POISSON,
    /** Byar's approximation of the Poisson interval (Breslow and Day 1987). */
    BYAR,
    /** Directly standardised rate with weighted Poisson interval (Dobson et al. 1991). */
    DOBSON,
    /** Directly standardised rate with gamma interval (Fay and Feuer 1997). */
    GAMMA,
    /** Order statistics of a quantile by the binomial distribution. */
    ORDER_STATISTIC;

    /** The code in reports: {@code exact-poisson} for {@link #EXACT_POISSON}. */
    public String token() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
