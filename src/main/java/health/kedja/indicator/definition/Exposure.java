package health.kedja.indicator.definition;

import java.time.Period;
import java.util.Optional;

/**
 * Days at risk. They begin with the index (or the stay) and end with death, emigration, the end of the stay, the end of
 * data or of the window, whichever is first; never fewer than none.
 *
 * @param after days at risk are those of this time after the index; empty: those of stays within the period
 * @param basis where this comes from
 */
public record Exposure(Optional<Period> after, Basis basis) {}
