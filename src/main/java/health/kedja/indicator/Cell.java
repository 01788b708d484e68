package health.kedja.indicator;

import health.kedja.indicator.statistics.Estimate;
import java.util.Map;
import java.util.Optional;

/**
 * One stratum of a report, or the whole.
 *
 * @param stratum value of each stratifier; empty for the whole
 * @param standing whether the numbers can be shown
 * @param counts what was counted; {@link Counts#NOTHING} unless {@code standing} is {@link Standing#SHOWN}
 * @param score the crude result: a proportion (0 to 1), a ratio, a rate per 100,000 person-years, or a median in days
 *     or hours; empty where nothing was counted or nothing may be shown
 * @param lowerQuartile for continuous variables
 * @param upperQuartile for continuous variables
 * @param standardised the age-standardised result, when asked for and possible
 */
public record Cell(
        Map<Stratifier, String> stratum,
        Standing standing,
        Counts counts,
        Optional<Estimate> score,
        Optional<Estimate> lowerQuartile,
        Optional<Estimate> upperQuartile,
        Optional<Estimate> standardised) {

    /** Whether the numbers of a cell can be shown. */
    public enum Standing {
        SHOWN,
        /** Withheld: a count is small, or could be found from the others by subtraction. */
        SUPPRESSED,
        /** The data that the indicator needs were not reported from here: this is not zero. */
        NOT_REPORTED
    }

    public Cell {
        stratum = Map.copyOf(stratum);
    }
}
