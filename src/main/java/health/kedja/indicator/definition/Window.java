package health.kedja.indicator.definition;

import java.time.Period;
import java.util.Optional;

/**
 * Days in which an event counts; both ends included.
 *
 * @param anchor from which day is counted
 * @param from offset of the first day, such as {@code P0D}, {@code P6M} or {@code P-5Y}; empty: from the beginning
 * @param to offset of the last day, such as {@code P12M} or {@code P84D}; empty: until the last day of data
 */
public record Window(Anchor anchor, Optional<Period> from, Optional<Period> to) {}
