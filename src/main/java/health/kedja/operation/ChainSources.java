package health.kedja.operation;

import health.kedja.history.Population;
import health.kedja.indicator.ChainSource;
import health.kedja.indicator.ColumnChains;
import health.kedja.pathway.ChainType;
import health.kedja.pathway.Guideline;
import java.util.HashMap;
import java.util.Map;

/** The chains of each guideline, kept from one question to the next. Safe to share between threads. */
public final class ChainSources {

    private final Map<String, ColumnChains> byGuideline = new HashMap<>();
    private Map<String, ChainType> units = Map.of();

    /** The chains under a guideline, for the units as they are now. */
    public synchronized ChainSource of(Guideline guideline, Population population) {
        if (!units.equals(population.units())) {
            // What a unit answers for decides which steps apply: nothing that was worked out is valid any more.
            byGuideline.clear();
            units = population.units();
        }
        return byGuideline.computeIfAbsent(
                guideline.canonicalWithVersion(), name -> new ColumnChains(guideline, units));
    }
}
