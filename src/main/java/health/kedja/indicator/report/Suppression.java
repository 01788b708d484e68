package health.kedja.indicator.report;

import health.kedja.indicator.Cell;
import health.kedja.indicator.Counts;
import health.kedja.indicator.Stratifier;
import health.kedja.indicator.definition.Scoring;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Withholds small numbers: cells with a count from 1 to one less than the threshold, and as many others that what is
 * withheld along any one stratifier, or of the whole, is at least two cells whose counts together are not small either.
 */
final class Suppression {

    private static final int NUMBERS = 6;

    private final int threshold;
    private final boolean complement;
    private final Cell whole;
    private final List<Cell> cells;
    private final long[][] counts;
    private final boolean[] withheld;
    private final List<Integer> everything;
    private boolean wholeWithheld;

    private Suppression(Scoring scoring, int threshold, Cell whole, List<Cell> cells) {
        this.threshold = threshold;
        this.complement = scoring == Scoring.PROPORTION;
        this.whole = whole;
        this.cells = cells;
        this.counts = cells.stream().map(cell -> numbers(cell.counts())).toArray(long[][]::new);
        this.withheld = new boolean[cells.size()];
        this.everything = reported();
    }

    /**
     * What may be shown.
     *
     * @param whole sum of the cells that were reported
     * @param cells disjoint
     * @return the whole, then the cells in their order
     */
    static List<Cell> shown(Scoring scoring, int threshold, Cell whole, List<Cell> cells) {
        Suppression suppression = new Suppression(scoring, threshold, whole, cells);
        if (threshold > 1) {
            suppression.withhold();
        }
        return suppression.result();
    }

    private void withhold() {
        wholeWithheld = isSmall(numbers(whole.counts()));
        for (int i = 0; i < withheld.length; i++) {
            withheld[i] = isReported(i) && isSmall(counts[i]);
        }
        Collection<List<Integer>> lines = lines();
        boolean changed = true;
        while (changed) {
            changed = false;
            for (List<Integer> line : lines) {
                changed |= protect(line) > 0;
            }
            if (!wholeWithheld) {
                int more = protect(everything);
                changed |= more > 0;
                wholeWithheld = more < 0;
            }
        }
    }

    private List<Integer> reported() {
        List<Integer> reported = new ArrayList<>();
        for (int i = 0; i < withheld.length; i++) {
            if (isReported(i)) {
                reported.add(i);
            }
        }
        return reported;
    }

    private boolean isReported(int cell) {
        return cells.get(cell).standing() != Cell.Standing.NOT_REPORTED;
    }

    /** Cells that differ in one stratifier only. */
    private Collection<List<Integer>> lines() {
        Map<Object, List<Integer>> lines = new LinkedHashMap<>();
        for (int i : everything) {
            Map<Stratifier, String> stratum = cells.get(i).stratum();
            for (Stratifier free : stratum.keySet()) {
                Map<Stratifier, String> others = new EnumMap<>(Stratifier.class);
                others.putAll(stratum);
                others.remove(free);
                lines.computeIfAbsent(List.of(free, others), unknown -> new ArrayList<>())
                        .add(i);
            }
        }
        return lines.values();
    }

    /**
     * Withholds the smallest cells of a line, as many as are needed so that its total less what is shown tells neither
     * what a single cell holds nor anything small.
     *
     * @return how many; -1 when all that there are do not suffice
     */
    private int protect(List<Integer> line) {
        int cellsWithheld = 0;
        long[] together = new long[NUMBERS];
        List<Integer> open = new ArrayList<>();
        for (int i : line) {
            if (withheld[i]) {
                cellsWithheld++;
                add(together, counts[i]);
            } else {
                open.add(i);
            }
        }
        if (!canBeFound(cellsWithheld, together)) {
            return 0;
        }
        open.sort(Comparator.comparingLong(i -> counts[i][0]));
        int more = 0;
        while (canBeFound(cellsWithheld + more, together) && more < open.size()) {
            int smallest = open.get(more++);
            withheld[smallest] = true;
            add(together, counts[smallest]);
        }
        return canBeFound(cellsWithheld + more, together) && isWhole(line) ? -1 : more;
    }

    private boolean canBeFound(int cellsWithheld, long[] together) {
        // Everybody who is there is there: as many as there are cells means one in each.
        return cellsWithheld == 1 || (cellsWithheld > 1 && (isSmall(together) || together[0] <= cellsWithheld));
    }

    private boolean isWhole(List<Integer> line) {
        return line == everything;
    }

    private static void add(long[] sum, long[] more) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += more[i];
        }
    }

    private long[] numbers(Counts of) {
        return new long[] {
            of.initialPopulation(),
            of.denominatorExclusion(),
            of.pending(),
            of.denominator(),
            of.numerator(),
            complement ? of.denominator() - of.numerator() : 0
        };
    }

    private boolean isSmall(long[] numbers) {
        for (long number : numbers) {
            if (number > 0 && number < threshold) {
                return true;
            }
        }
        return false;
    }

    private List<Cell> result() {
        List<Cell> result = new ArrayList<>();
        result.add(wholeWithheld ? Cells.without(whole.stratum(), Cell.Standing.SUPPRESSED) : whole);
        for (int i = 0; i < withheld.length; i++) {
            Cell cell = cells.get(i);
            result.add(withheld[i] ? Cells.without(cell.stratum(), Cell.Standing.SUPPRESSED) : cell);
        }
        return result;
    }
}
