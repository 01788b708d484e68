package health.kedja.pathway;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How much of a period was covered.
 *
 * <p><b>Proportion of days covered</b> is the number of days of the period on which the drug was at hand, divided by
 * the days of the period; no day counts twice, so it is at most 1. What is supplied before the last supply is used up
 * is taken after it, up to the carry-over of the guideline. <b>Medication possession ratio</b> is the days of supply
 * acquired in the period, and those left over at its start, divided by the same days; days that are only stated count
 * as one day of supply each. The last supply counts whole, so the ratio is above 1 when more was acquired than needed,
 * and never below the proportion of days covered. The two are the usual measures of adherence in pharmacy records;
 * the names are those of the literature, the treatment of the ends of the period is Kedja's own.
 *
 * @param days days of the period, both ends counted; at least 1
 * @param coveredDays days of the period that supply covers
 * @param suppliedDays days of supply acquired in the period or left over at its start
 * @param capped whether the possession ratio is given as 1 when it is above
 */
public record Adherence(int days, int coveredDays, int suppliedDays, boolean capped) {

    /** 0 to 1, two decimals, rounded half up. */
    public BigDecimal proportionOfDaysCovered() {
        return ratio(coveredDays);
    }

    /** 0 or more, two decimals, rounded half up; at most 1 when the guideline caps it. */
    public BigDecimal possessionRatio() {
        return ratio(capped ? Math.min(suppliedDays, days) : suppliedDays);
    }

    private BigDecimal ratio(int part) {
        return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(days), 2, RoundingMode.HALF_UP);
    }

    double percentCovered() {
        return 100.0 * coveredDays / days;
    }
}
