package health.kedja.synthetic;

import health.kedja.indicator.Counts;
import health.kedja.synthetic.TrueCounts.Stratum;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Adds up units of analysis by indicator and stratum. */
final class Tally {

    private final Map<String, SortedMap<Stratum, Counts>> counts = new TreeMap<>();
    private final Map<String, SortedMap<Stratum, List<Integer>>> values = new TreeMap<>();

    Tally() {
        for (String indicator : Truth.INDICATORS) {
            counts.put(indicator, new TreeMap<>());
            values.put(indicator, new TreeMap<>());
        }
    }

    void add(String indicator, Stratum stratum, Counts unit) {
        counts.get(indicator).merge(stratum, unit, Counts::plus);
    }

    void value(String indicator, Stratum stratum, int value) {
        values.get(indicator)
                .computeIfAbsent(stratum, none -> new ArrayList<>())
                .add(value);
    }

    void addAll(Tally other) {
        other.counts.forEach((indicator, cells) -> cells.forEach((stratum, unit) -> add(indicator, stratum, unit)));
        other.values.forEach((indicator, cells) ->
                cells.forEach((stratum, list) -> list.forEach(value -> value(indicator, stratum, value))));
    }

    Map<String, TrueCounts> result(Map<String, Set<String>> notReported) {
        Map<String, TrueCounts> result = new TreeMap<>();
        counts.forEach((indicator, cells) -> {
            values.get(indicator).values().forEach(Collections::sort);
            result.put(
                    indicator,
                    new TrueCounts(
                            indicator, cells, values.get(indicator), notReported.getOrDefault(indicator, Set.of())));
        });
        return result;
    }
}
