package health.kedja.indicator.definition;

import java.util.List;
import java.util.OptionalInt;

/**
 * Something that has happened in a window.
 *
 * @param anyOf any of these events
 * @param window when
 * @param withinHours hours from the start of the index contact (arrival) to the start of the event, inclusive; events
 *     without time of day do not count
 */
public record Criterion(List<EventTest> anyOf, Window window, OptionalInt withinHours) {}
