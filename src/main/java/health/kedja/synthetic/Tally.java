package health.kedja.synthetic;

import health.kedja.indicator.Counts;
import health.kedja.synthetic.TrueCounts.Stratum;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Adds up units of analysis by indicator and stratum. */
final class Tally {

    private final Map<String, SortedMap<Stratum, Counts>> counts = new TreeMap<>();
    private final Map<String, SortedMap<Stratum, List<Integer>>> values = new TreeMap<>();

    /** By region, the months of the year with hip fractures in hospital. */
    private final Map<String, BitSet> expected = new TreeMap<>();
    /** By region, the months of the year with operations whose time is known. */
    private final Map<String, BitSet> reported = new TreeMap<>();

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

    void hipFracture(String region, int month) {
        months(expected, region).set(month);
    }

    void timedSurgery(String region, int month) {
        months(reported, region).set(month);
    }

    private static BitSet months(Map<String, BitSet> of, String region) {
        return of.computeIfAbsent(region, none -> new BitSet());
    }

    void addAll(Tally other) {
        other.expected.forEach((region, months) -> months(expected, region).or(months));
        other.reported.forEach((region, months) -> months(reported, region).or(months));
        other.counts.forEach((indicator, cells) -> cells.forEach((stratum, unit) -> add(indicator, stratum, unit)));
        other.values.forEach((indicator, cells) ->
                cells.forEach((stratum, list) -> list.forEach(value -> value(indicator, stratum, value))));
    }

    /**
     * Regions with operations in fewer than half of the months in which there was somebody to operate, unless so few months
     * are mere chance: each of them lacks its operations by mistake one time in ten.
     */
    private Set<String> silent() {
        Set<String> silent = new TreeSet<>();
        expected.forEach((region, months) -> {
            int of = months.cardinality();
            int with = reported.getOrDefault(region, new BitSet()).cardinality();
            if (2 * with < of && chanceToLack(of - with, of) <= 0.025) {
                silent.add(region);
            }
        });
        return silent;
    }

    /** The chance that so many months or more lack their operations by mistake. */
    private static double chanceToLack(int lacking, int of) {
        double chance = 0;
        for (int k = lacking; k <= of; k++) {
            double ways = 1;
            for (int i = 0; i < k; i++) {
                ways = ways * (of - i) / (i + 1);
            }
            chance += ways * Math.pow(0.1, k) * Math.pow(0.9, of - k);
        }
        return chance;
    }

    Map<String, TrueCounts> result() {
        Set<String> silent = silent();
        Map<String, TrueCounts> result = new TreeMap<>();
        counts.forEach((indicator, cells) -> {
            values.get(indicator).values().forEach(Collections::sort);
            result.put(
                    indicator,
                    new TrueCounts(
                            indicator,
                            cells,
                            values.get(indicator),
                            Truth.OF_SURGERY_TIMES.contains(indicator) ? silent : Set.of()));
        });
        return result;
    }
}
