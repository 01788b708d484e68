package health.kedja.synthetic;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How often things happen: a value for every {@link Figure}.
 *
 * @param values the values that differ from the national ones
 */
public record Rates(Map<Figure, Double> values) {

    public Rates {
        Map<Figure, Double> copy = new EnumMap<>(Figure.class);
        copy.putAll(values);
        values = Collections.unmodifiableMap(copy);
    }

    /** The published or, where nothing is published, assumed levels. */
    public static Rates national() {
        return new Rates(Map.of());
    }

    /** With another value. */
    public Rates with(Figure figure, double value) {
        figure.check(value);
        Map<Figure, Double> changed = new EnumMap<>(Figure.class);
        changed.putAll(values);
        changed.put(figure, value);
        return new Rates(changed);
    }

    public double of(Figure figure) {
        Double own = values.get(figure);
        return own == null ? figure.national() : own;
    }

    /** The figure for women or men. */
    double of(boolean woman, Figure women, Figure men) {
        return of(woman ? women : men);
    }
}
