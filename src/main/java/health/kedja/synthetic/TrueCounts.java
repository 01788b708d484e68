package health.kedja.synthetic;

import health.kedja.indicator.Counts;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The true values of one indicator.
 *
 * @param indicator its id, such as {@code SOS-07}
 * @param cells what was counted in each stratum that occurs
 * @param values for a continuous variable, the value of each unit of the denominator, by stratum, rising; otherwise empty
 * @param notReported regions whose data were not reported: not part of the whole
 */
public record TrueCounts(
        String indicator,
        SortedMap<Stratum, Counts> cells,
        SortedMap<Stratum, List<Integer>> values,
        Set<String> notReported) {

    /**
     * Where a unit of analysis belongs, as it was on the day of the index.
     *
     * @param region region of residence
     * @param sex {@code female} or {@code male}
     * @param ageFrom lowest age of the ten-year age group: 0 (for all under 50), 50, 60, 70, 80 or 90 (and older)
     * @param year calendar year of the index
     */
    public record Stratum(String region, String sex, int ageFrom, int year) implements Comparable<Stratum> {

        private static final Comparator<Stratum> ORDER = Comparator.comparing(Stratum::region)
                .thenComparing(Stratum::sex)
                .thenComparing(Stratum::ageFrom)
                .thenComparing(Stratum::year);

        @Override
        public int compareTo(Stratum other) {
            return ORDER.compare(this, other);
        }

        /** The age group as reports name it: {@code 0-49}, {@code 50-59}, ..., {@code 90+}. */
        public String ageGroup() {
            return ageFrom == 0 ? "0-49" : ageFrom == 90 ? "90+" : ageFrom + "-" + (ageFrom + 9);
        }
    }

    public TrueCounts {
        cells = Collections.unmodifiableSortedMap(new TreeMap<>(cells));
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        notReported = Collections.unmodifiableSet(new TreeSet<>(notReported));
    }

    /** Everybody of the regions that reported. */
    public Counts whole() {
        return sum(stratum -> !notReported.contains(stratum.region()));
    }

    /** The strata of a choice together. */
    public Counts sum(Predicate<Stratum> choice) {
        return cells.entrySet().stream()
                .filter(cell -> choice.test(cell.getKey()))
                .map(Map.Entry::getValue)
                .reduce(Counts.NOTHING, Counts::plus);
    }

    /** The values of a choice of strata, rising. */
    public int[] values(Predicate<Stratum> choice) {
        int[] all = values.entrySet().stream()
                .filter(cell -> choice.test(cell.getKey()))
                .flatMap(cell -> cell.getValue().stream())
                .mapToInt(Integer::intValue)
                .toArray();
        Arrays.sort(all);
        return all;
    }
}
