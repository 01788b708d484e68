package health.kedja.indicator.report;

import health.kedja.indicator.Cell;
import health.kedja.indicator.Counts;
import health.kedja.indicator.Stratifier;
import health.kedja.indicator.definition.Scoring;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Withholds small numbers: cells with a count from 1 to one less than the threshold, and as many others that what is
 * withheld along any one stratifier, or of the whole, is at least two cells whose counts together are not small either.
 */
final class Suppression {

    private final int threshold;
    private final boolean complement;
    private final Cell whole;
    private final List<Cell> cells;
    private final long[][] counts;
    private final boolean[] withheld;
    private boolean wholeWithheld;

    private Suppression(Scoring scoring, int threshold, Cell whole, List<Cell> cells) {
        this.threshold = threshold;
        this.complement = scoring == Scoring.PROPORTION;
        this.whole = whole;
        this.cells = cells;
        this.counts = cells.stream().map(cell -> numbers(cell.counts())).toArray(long[][]::new);
        this.withheld = new boolean[cells.size()];
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
        List<Integer> everything = reported();
        Collection<List<Integer>> lines = lines(everything);
        boolean changed = true;
        while (changed) {
            changed = false;
            for (List<Integer> line : lines) {
                while (canBeFound(line) && withholdSmallest(line)) {
                    changed = true;
                }
            }
            while (!wholeWithheld && canBeFound(everything)) {
                changed = true;
                wholeWithheld = !withholdSmallest(everything);
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
    private Collection<List<Integer>> lines(List<Integer> everything) {
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

    /** Whether a total less what is shown says something small, or what a single cell holds. */
    private boolean canBeFound(List<Integer> line) {
        int cellsWithheld = 0;
        long[] together = null;
        for (int i : line) {
            if (withheld[i]) {
                cellsWithheld++;
                together = together == null ? counts[i].clone() : sum(together, counts[i]);
            }
        }
        return cellsWithheld == 1 || (cellsWithheld > 1 && isSmall(together));
    }

    private boolean withholdSmallest(List<Integer> line) {
        int smallest = -1;
        for (int i : line) {
            if (!withheld[i] && (smallest < 0 || counts[i][0] < counts[smallest][0])) {
                smallest = i;
            }
        }
        if (smallest >= 0) {
            withheld[smallest] = true;
        }
        return smallest >= 0;
    }

    private static long[] sum(long[] one, long[] other) {
        long[] sum = one.clone();
        Arrays.setAll(sum, i -> one[i] + other[i]);
        return sum;
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
        return Arrays.stream(numbers).anyMatch(number -> number > 0 && number < threshold);
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
