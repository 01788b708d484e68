package health.kedja.indicator.cohort;

import java.util.List;

/**
 * Many people and what happened to them. Immutable: a change gives a new cohort that shares the unchanged parts.
 *
 * @param dictionary the codes of all parts
 * @param parts disjoint sets of people
 */
public record Cohort(Dictionary dictionary, List<Part> parts) {

    public Cohort {
        parts = List.copyOf(parts);
    }

    /** How many people. */
    public long people() {
        return parts.stream().mapToLong(Part::people).sum();
    }

    /** How many events. */
    public long events() {
        return parts.stream().mapToLong(Part::events).sum();
    }
}
