package health.kedja.indicator.report;

import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.indicator.Cell;
import health.kedja.indicator.Cell.Standing;
import health.kedja.indicator.Counts;
import health.kedja.indicator.Stratifier;
import health.kedja.indicator.definition.Scoring;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** No small number that is withheld can be found exactly from what is shown. */
class SuppressionAttackTest {

    private static final int THRESHOLD = 5;
    private static final Stratifier[] BY = {Stratifier.REGION, Stratifier.SEX, Stratifier.YEAR};

    @Test
    void the_whole_and_the_cells_of_a_report_give_nothing_away() {
        Random random = new Random(4);
        for (int table = 0; table < 3000; table++) {
            int[] sizes = {1 + random.nextInt(4), 1 + random.nextInt(3)};
            assertThat(found(cells(random, sizes), false)).as("table %s", table).isEmpty();
        }
    }

    @Test
    void five_cells_of_one_person_each_are_not_left_to_be_counted() {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            cells.add(cell(1, 0, i));
        }
        cells.add(cell(30, 10, 5));

        assertThat(found(cells, false)).isEmpty();
        assertThat(shown(cells).get(0).standing()).isEqualTo(Standing.SHOWN);
    }

    /** Where every cell is withheld nothing more can be: the totals are then for their own reports to withhold. */
    @Test
    void nor_do_the_totals_of_all_rows_and_columns_beside_them() {
        Random random = new Random(5);
        int withSomethingShown = 0;
        for (int table = 0; table < 6000; table++) {
            int[] sizes = {2 + random.nextInt(3), 2 + random.nextInt(2)};
            List<Cell> cells = cells(random, sizes);
            boolean isAnyShown = shown(cells).stream().skip(1).anyMatch(cell -> cell.standing() == Standing.SHOWN);
            boolean isAnyWithheld =
                    shown(cells).stream().skip(1).anyMatch(cell -> cell.standing() == Standing.SUPPRESSED);
            if (isAnyShown && isAnyWithheld) {
                withSomethingShown++;
                assertThat(found(cells, true)).as("table %s", table).isEmpty();
            }
        }
        assertThat(withSomethingShown).isGreaterThan(300);
    }

    @Test
    void a_cell_that_alone_joins_two_blocks_of_withheld_ones_is_not_left_to_be_found() {
        // Rows and columns of either block add up; what is left over is the cell between them.
        List<Cell> cells = new ArrayList<>();
        for (int row = 0; row < 4; row++) {
            for (int column = 0; column < 4; column++) {
                boolean block = row / 2 == column / 2 || row == 1 && column == 2;
                cells.add(cell(block ? 4 : 40 + row + column, block ? 0 : 20, row, column));
            }
        }

        assertThat(found(cells, true)).isEmpty();
        assertThat(shown(cells).stream().filter(cell -> cell.standing() == Standing.SHOWN))
                .as("something is still shown")
                .hasSizeGreaterThan(1);
    }

    private static List<Cell> cells(Random random, int[] sizes) {
        List<Cell> cells = new ArrayList<>();
        int all = 1;
        for (int size : sizes) {
            all *= size;
        }
        for (int i = 0; i < all; i++) {
            int[] at = new int[sizes.length];
            int rest = i;
            for (int j = 0; j < sizes.length; j++) {
                at[j] = rest % sizes[j];
                rest /= sizes[j];
            }
            long denominator = random.nextInt(3) == 0 ? random.nextInt(5) : random.nextInt(16);
            if (denominator > 0) {
                long numerator = random.nextInt(4) == 0 ? 0 : random.nextInt((int) denominator + 1);
                cells.add(cell(denominator, numerator, at));
            }
        }
        return cells;
    }

    private static Cell cell(long denominator, long numerator, int... at) {
        Map<Stratifier, String> stratum = new EnumMap<>(Stratifier.class);
        for (int i = 0; i < at.length; i++) {
            stratum.put(BY[i], Integer.toString(at[i]));
        }
        return cell(stratum, denominator, numerator);
    }

    private static Cell cell(Map<Stratifier, String> stratum, long denominator, long numerator) {
        return new Cell(
                stratum,
                Standing.SHOWN,
                new Counts(denominator, 0, 0, denominator, numerator, 0, 0, 0),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static List<Cell> shown(List<Cell> cells) {
        long denominator =
                cells.stream().mapToLong(cell -> cell.counts().denominator()).sum();
        long numerator =
                cells.stream().mapToLong(cell -> cell.counts().numerator()).sum();
        return Suppression.shown(Scoring.PROPORTION, THRESHOLD, cell(Map.of(), denominator, numerator), cells);
    }

    /** What an attacker finds. */
    private static List<String> found(List<Cell> cells, boolean margins) {
        List<Cell> shown = shown(cells);
        List<Integer> withheld = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            if (shown.get(i + 1).standing() == Standing.SUPPRESSED) {
                withheld.add(i);
            }
        }
        List<int[]> lines = margins ? margins(cells, withheld) : new ArrayList<>();
        if (shown.get(0).standing() == Standing.SHOWN) {
            lines.add(IntStream.range(0, withheld.size()).toArray());
        }
        long[] n = withheld.stream()
                .mapToLong(i -> cells.get(i).counts().numerator())
                .toArray();
        long[] d = withheld.stream()
                .mapToLong(i -> cells.get(i).counts().denominator())
                .toArray();
        int size = withheld.size();
        long[] none = new long[size];
        long[] c = new long[size];
        long[] least = new long[size];
        long[] leastN = new long[size];
        long[] most = new long[size];
        for (int i = 0; i < size; i++) {
            c[i] = d[i] - n[i];
            // A cell that is there has somebody in it.
            least[i] = Math.max(1, n[i]);
            leastN[i] = c[i] == 0 ? 1 : 0;
            most[i] = 1000;
        }
        boolean[] numerators = Attack.varies(lines, n, none, d);
        boolean[] denominators = Attack.varies(lines, d, least, most);
        boolean[] together = Attack.varies(lines, n, leastN, most);
        List<String> found = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            String cell = cells.get(withheld.get(i)).stratum() + " ";
            if (isSmall(n[i]) && !numerators[i] && !together[i]) {
                found.add(cell + "numerator " + n[i]);
            }
            if (isSmall(d[i]) && !denominators[i] && !together[i]) {
                found.add(cell + "denominator " + d[i]);
            }
            if (isSmall(c[i]) && !numerators[i] && !denominators[i]) {
                found.add(cell + "rest " + c[i]);
            }
        }
        return found;
    }

    private static boolean isSmall(long number) {
        return number > 0 && number < THRESHOLD;
    }

    /** Cells that differ in one stratifier only, of every stratifier, as places among the withheld. */
    private static List<int[]> margins(List<Cell> cells, List<Integer> withheld) {
        Map<Object, TreeSet<Integer>> lines = new LinkedHashMap<>();
        for (int i = 0; i < withheld.size(); i++) {
            Map<Stratifier, String> stratum = cells.get(withheld.get(i)).stratum();
            for (Stratifier free : stratum.keySet()) {
                Map<Stratifier, String> others = new EnumMap<>(stratum);
                others.remove(free);
                lines.computeIfAbsent(List.of(free, others), unknown -> new TreeSet<>())
                        .add(i);
            }
        }
        List<int[]> margins = new ArrayList<>();
        lines.values()
                .forEach(line ->
                        margins.add(line.stream().mapToInt(Integer::intValue).toArray()));
        return margins;
    }
}
