package health.kedja.pathway;

import java.util.Objects;

/**
 * A threshold that says itself whether the limit belongs to it.
 *
 * @param comparison how a number is held against the limit
 * @param value the limit, in the unit of the field that it belongs to
 */
public record Limit(Comparison comparison, double value) {

    /** How a number is held against a limit. */
    public enum Comparison {
        BELOW,
        AT_OR_BELOW,
        ABOVE,
        AT_OR_ABOVE
    }

    public Limit {
        Objects.requireNonNull(comparison, "comparison");
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("A limit must be a finite number");
        }
    }

    /** Whether the number is on the side of the limit that is meant. */
    public boolean holds(double number) {
        return switch (comparison) {
            case BELOW -> number < value;
            case AT_OR_BELOW -> number <= value;
            case ABOVE -> number > value;
            case AT_OR_ABOVE -> number >= value;
        };
    }
}
