package health.kedja.indicator;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The indicators that a server has loaded, by id. */
public final class Indicators {

    private final Map<String, Indicator> byId;

    /**
     * A set of indicators.
     *
     * @throws IllegalArgumentException if two have the same id, or one names a counterpart that is not there
     */
    public Indicators(Collection<Indicator> indicators) {
        Map<String, Indicator> all = new TreeMap<>();
        for (Indicator indicator : indicators) {
            if (all.put(indicator.id(), indicator) != null) {
                throw new IllegalArgumentException("Two indicators are " + indicator.id());
            }
        }
        for (Indicator indicator : all.values()) {
            indicator.counterpart().filter(other -> !all.containsKey(other)).ifPresent(other -> {
                throw new IllegalArgumentException(
                        "The counterpart " + other + " of " + indicator.id() + " is missing");
            });
        }
        byId = Collections.unmodifiableMap(all);
    }

    /** All of them, by id. */
    public List<Indicator> all() {
        return List.copyOf(byId.values());
    }

    /** The indicator of an id. */
    public Optional<Indicator> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }
}
