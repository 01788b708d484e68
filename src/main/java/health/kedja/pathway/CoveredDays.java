package health.kedja.pathway;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How many days of a period are covered by any of several drugs; a day that two drugs cover counts once.
 *
 * @param days days of the period, both ends counted; at least 1
 * @param covered those on which a drug was at hand or a dose worked
 */
public record CoveredDays(int days, int covered) {

    /** 0 to 1, two decimals, rounded half up. */
    public BigDecimal proportion() {
        return BigDecimal.valueOf(covered).divide(BigDecimal.valueOf(days), 2, RoundingMode.HALF_UP);
    }
}
