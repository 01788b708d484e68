package health.kedja.indicator.statistics;

import java.util.Objects;

/**
 * A number and its 95 % interval.
 *
 * @param value the point estimate, in the unit of what is estimated (a proportion is 0 to 1)
 * @param low lower limit, at most {@code value}; NaN when no interval exists
 * @param high upper limit, at least {@code value}; NaN when no interval exists
 * @param method how the interval was made
 */
public record Estimate(double value, double low, double high, Method method) {

    public Estimate {
        Objects.requireNonNull(method, "method");
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException("An estimate has a value");
        }
        if (low > value || high < value) {
            throw new IllegalArgumentException("The interval " + low + " to " + high + " does not hold " + value);
        }
    }
}
