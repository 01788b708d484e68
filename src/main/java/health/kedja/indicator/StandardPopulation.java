package health.kedja.indicator;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Weights for direct age standardisation.
 *
 * @param name what it is called in reports, such as {@code ESP2013}; for {@link #OWN_DENOMINATOR} what that means
 * @param weights people by the lowest age of each band, each band ending where the next begins and the last open; empty:
 *     the denominator of the whole report in the same years
 */
public record StandardPopulation(String name, Optional<Map<Integer, Double>> weights) {

    /** The denominator of the whole report, of all regions together, in the bands of the indicator. */
    public static final StandardPopulation OWN_DENOMINATOR =
            new StandardPopulation("national-denominator", Optional.empty());

    public StandardPopulation {
        weights = weights.map(TreeMap::new);
        weights.ifPresent(bands -> {
            if (bands.isEmpty() || bands.values().stream().anyMatch(weight -> !(weight >= 0) || weight.isInfinite())) {
                throw new IllegalArgumentException("A standard population has bands with weights of 0 or more");
            }
        });
    }
}
