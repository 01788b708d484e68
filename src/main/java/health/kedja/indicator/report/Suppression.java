package health.kedja.indicator.report;

import health.kedja.indicator.Cell;
import health.kedja.indicator.Counts;
import health.kedja.indicator.Stratifier;
import health.kedja.indicator.definition.Scoring;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Withholds small numbers: cells with a count from 1 to one less than the threshold, and as many others that what is
 * withheld along any one stratifier, or of the whole, is at least two cells whose counts together are not small either. In
 * a table by two stratifiers the reports by either of them and by none, as they are shown, tell no small number either; by
 * three or more only lines one by one are looked at. Where nothing is left to withhold and a small number would be told
 * all the same, be it by which cells there are, no cells are listed at all.
 *
 * <p>The whole is withheld only where it is small itself: the report without stratifiers shows it.
 */
final class Suppression {

    private static final int NUMBERS = 6;

    private final Scoring scoring;
    private final int threshold;
    private final boolean complement;
    private final Cell whole;
    private final List<Cell> cells;
    private final long[][] counts;
    private final boolean[] withheld;
    private final List<Integer> everything;
    private boolean wholeWithheld;
    private boolean unlisted;
    /** Null until they are needed. */
    private List<Cell> totals;

    private Suppression(Scoring scoring, int threshold, Cell whole, List<Cell> cells) {
        this.scoring = scoring;
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
     * @return the whole, then the cells in their order, or no cells where listing them would tell small numbers
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
                unlisted = more < 0;
            }
            changed |= !changed && !unlisted && protectTable();
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

    /** Of a table by two stratifiers: withholds a cell beside the first that the totals which are shown tell. */
    private boolean protectTable() {
        if (everything.isEmpty() || cells.get(everything.get(0)).stratum().size() != 2) {
            return false;
        }
        if (totals == null) {
            totals = totals();
        }
        Margins margins = margins();
        for (int i = 0; i < withheld.length + totals.size(); i++) {
            boolean isWithheld = i >= withheld.length || withheld[i];
            if (isWithheld && isTold(margins, i)) {
                Integer more = smallestOpen(margins.beside(i));
                more = more == null ? smallestOpen(everything) : more;
                if (more != null) {
                    withheld[more] = true;
                    return true;
                }
                unlisted = true;
                return false;
            }
        }
        return false;
    }

    /** Those rows and columns of which the report by one stratifier withholds the number, and the whole if it is. */
    private List<Cell> totals() {
        List<Cell> all = new ArrayList<>();
        if (wholeWithheld) {
            all.add(whole);
        }
        for (Stratifier stratifier : axes()) {
            Map<String, Counts> sums = new TreeMap<>();
            for (int i : everything) {
                sums.merge(cells.get(i).stratum().get(stratifier), cells.get(i).counts(), Counts::plus);
            }
            List<Cell> line = new ArrayList<>();
            sums.forEach((value, sum) -> line.add(new Cell(
                    Map.of(stratifier, value),
                    Cell.Standing.SHOWN,
                    sum,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty())));
            Suppression own = new Suppression(scoring, threshold, whole, line);
            own.withhold();
            for (int i = 0; i < line.size(); i++) {
                if (own.withheld[i] || own.unlisted) {
                    all.add(line.get(i));
                }
            }
        }
        return all;
    }

    private List<Stratifier> axes() {
        return List.copyOf(new TreeSet<>(cells.get(everything.get(0)).stratum().keySet()));
    }

    private Margins margins() {
        Map<String, Integer> places = new LinkedHashMap<>();
        int size = withheld.length + totals.size();
        int[][] at = new int[2][size];
        long[][] parts = new long[size][];
        long[] people = new long[size];
        boolean[] hidden = Arrays.copyOf(withheld, size);
        boolean[] isTotal = new boolean[size];
        List<Stratifier> axes = axes();
        for (int i = 0; i < size; i++) {
            if (i < withheld.length && !isReported(i)) {
                // In a row and a column of its own: beside nothing.
                at[0][i] = -1 - i;
                at[1][i] = -1 - i;
                continue;
            }
            hidden[i] |= i >= withheld.length;
            // The whole is to the totals what a total is to the cells: taken from twice, it counts as a cell again.
            isTotal[i] = i >= withheld.length && cell(i) != whole;
            for (int axis = 0; axis < at.length; axis++) {
                String value = cell(i).stratum().get(axes.get(axis));
                at[axis][i] =
                        places.computeIfAbsent(axis + (value == null ? "" : " " + value), unknown -> places.size());
            }
            long[] of = numbersOf(i);
            parts[i] = new long[] {of[1], of[2], of[4], complement ? of[5] : of[3]};
            people[i] = of[0];
        }
        return new Margins(at[0], at[1], parts, people, hidden, isTotal);
    }

    private Cell cell(int i) {
        return i < withheld.length ? cells.get(i) : totals.get(i - withheld.length);
    }

    private long[] numbersOf(int i) {
        return i < withheld.length ? counts[i] : numbers(cell(i).counts());
    }

    private boolean isTold(Margins margins, int cell) {
        boolean[] told = new boolean[4];
        for (int part = 0; part < told.length; part++) {
            told[part] = margins.isDetermined(cell, part);
        }
        long[] of = numbersOf(cell);
        boolean denominator = complement ? told[2] && told[3] : told[3];
        return isSmall(of[1]) && told[0]
                || isSmall(of[2]) && told[1]
                || isSmall(of[4]) && told[2]
                || isSmall(of[5]) && told[3]
                || isSmall(of[3]) && denominator
                || isSmall(of[0]) && told[0] && told[1] && denominator;
    }

    private Integer smallestOpen(List<Integer> among) {
        return among.stream()
                .filter(i -> i < withheld.length && isReported(i) && !withheld[i])
                .min(Comparator.comparingLong(i -> counts[i][0]))
                .orElse(null);
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
            if (isSmall(number)) {
                return true;
            }
        }
        return false;
    }

    private boolean isSmall(long number) {
        return number > 0 && number < threshold;
    }

    private List<Cell> result() {
        List<Cell> result = new ArrayList<>();
        result.add(wholeWithheld ? Cells.without(whole.stratum(), Cell.Standing.SUPPRESSED) : whole);
        for (int i = 0; i < withheld.length && !unlisted; i++) {
            Cell cell = cells.get(i);
            result.add(withheld[i] ? Cells.without(cell.stratum(), Cell.Standing.SUPPRESSED) : cell);
        }
        return result;
    }
}
