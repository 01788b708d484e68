package health.kedja.pathway.density;

import java.time.LocalDate;

/**
 * The change since the previous scan with which this one can be compared.
 *
 * @param since day of the previous scan
 * @param resource what recorded it
 * @param percent change in percent of the previous value
 * @param sameScanner whether both were measured with one scanner: then BMD is compared, else standardised BMD
 * @param leastSignificant least significant change in percent; null when the guideline has none for the region
 * @param real whether it is a real change; null when that cannot be judged
 */
public record Change(
        LocalDate since,
        String resource,
        double percent,
        boolean sameScanner,
        LeastSignificantChange leastSignificant,
        Boolean real) {

    /** Whether bone was lost, and more than the error of measurement. */
    boolean isRealLoss() {
        return Boolean.TRUE.equals(real) && percent < 0;
    }
}
