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
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** No small number that is withheld can be found exactly from what is shown. */
class SuppressionAttackTest {

    private static final int THRESHOLD = 5;
    private static final long MANY = 1000;
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

    @Test
    void nor_do_the_reports_by_either_stratifier_and_by_none_beside_it() {
        Random random = new Random(5);
        int withSomethingShown = 0;
        int withTotalWithheld = 0;
        for (int table = 0; table < 3000; table++) {
            int[] sizes = {1 + random.nextInt(3), 1 + random.nextInt(3)};
            List<Cell> cells = cells(random, sizes);
            assertThat(found(cells, true)).as("table %s", table).isEmpty();
            boolean isAnyShown = shown(cells).stream().skip(1).anyMatch(cell -> cell.standing() == Standing.SHOWN);
            boolean isAnyWithheld =
                    shown(cells).stream().skip(1).anyMatch(cell -> cell.standing() == Standing.SUPPRESSED);
            withSomethingShown += isAnyShown && isAnyWithheld ? 1 : 0;
            withTotalWithheld += isAnyShown && !withheldTotals(cells).isEmpty() ? 1 : 0;
        }
        assertThat(withSomethingShown).isGreaterThan(100);
        assertThat(withTotalWithheld).isGreaterThan(20);
    }

    @Test
    void a_cell_that_is_left_alone_by_those_that_are_not_there_is_not_found() {
        // Two regions, and no man in the second: with the totals by region and by sex everything would be told.
        List<Cell> cells = List.of(cell(3, 0, 0, 0), cell(7, 0, 0, 1), cell(20, 6, 1, 0));

        assertThat(found(cells, true)).isEmpty();
        assertThat(shown(cells))
                .as("nothing is listed but the whole")
                .extracting(Cell::standing)
                .containsExactly(Standing.SHOWN);
    }

    @Test
    void a_small_total_is_not_found_from_the_cells_of_the_total_withheld_beside_it() {
        List<Cell> cells = new ArrayList<>();
        for (int sex = 0; sex < 2; sex++) {
            cells.add(cell(sex == 0 ? 3 : 1, 0, 0, sex));
            cells.add(cell(40 + sex, 20, 1, sex));
            cells.add(cell(60 + sex, 20, 2, sex));
        }

        assertThat(withheldTotals(cells)).hasSize(2);
        assertThat(found(cells, true)).isEmpty();
    }

    @Test
    void one_small_row_with_one_cell_does_not_darken_the_table() {
        List<Cell> cells = new ArrayList<>();
        for (int row = 1; row < 8; row++) {
            for (int column = 0; column < 3; column++) {
                cells.add(cell(40 + 3 * row + column, 20, row, column));
            }
        }
        cells.add(0, cell(3, 0, 0, 0));

        assertThat(found(cells, true)).isEmpty();
        assertThat(shown(cells).stream().filter(cell -> cell.standing() == Standing.SHOWN))
                .hasSizeGreaterThan(12);
    }

    @Test
    void the_whole_is_withheld_only_where_it_is_small_itself() {
        Random random = new Random(6);
        for (int table = 0; table < 3000; table++) {
            List<Cell> cells = cells(random, new int[] {1 + random.nextInt(6)});
            Counts whole = whole(cells).counts();
            boolean small = isSmall(whole.numerator())
                    || isSmall(whole.denominator())
                    || isSmall(whole.denominator() - whole.numerator());
            assertThat(shown(cells).get(0).standing()).isEqualTo(small ? Standing.SUPPRESSED : Standing.SHOWN);
        }
        List<Cell> ones = List.of(cell(1, 0, 0), cell(1, 0, 1), cell(1, 0, 2), cell(1, 0, 3), cell(1, 0, 4));
        assertThat(shown(ones)).hasSize(1);
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
        return Suppression.shown(Scoring.PROPORTION, THRESHOLD, whole(cells), cells);
    }

    private static Cell whole(List<Cell> cells) {
        return sum(Map.of(), cells);
    }

    private static Cell sum(Map<Stratifier, String> stratum, List<Cell> cells) {
        return cell(
                stratum,
                cells.stream().mapToLong(cell -> cell.counts().denominator()).sum(),
                cells.stream().mapToLong(cell -> cell.counts().numerator()).sum());
    }

    /** The rows and columns that the reports by one stratifier do not show. */
    private static List<Cell> withheldTotals(List<Cell> cells) {
        List<Cell> all = new ArrayList<>();
        for (Stratifier stratifier : cells.isEmpty()
                ? List.<Stratifier>of()
                : List.copyOf(cells.get(0).stratum().keySet())) {
            Map<String, List<Cell>> byValue = new TreeMap<>();
            cells.forEach(cell -> byValue.computeIfAbsent(cell.stratum().get(stratifier), unknown -> new ArrayList<>())
                    .add(cell));
            List<Cell> totals = new ArrayList<>();
            byValue.forEach((value, own) -> totals.add(sum(Map.of(stratifier, value), own)));
            List<Cell> report = shown(totals);
            for (int i = 0; i < totals.size(); i++) {
                if (report.size() == 1 || report.get(i + 1).standing() == Standing.SUPPRESSED) {
                    all.add(totals.get(i));
                }
            }
        }
        return all;
    }

    /** What an attacker finds, be it of the cells or of totals that are withheld in their own report. */
    private static List<String> found(List<Cell> cells, boolean margins) {
        List<Cell> shown = shown(cells);
        List<Cell> withheld = new ArrayList<>();
        for (int i = 0; i < cells.size() && shown.size() > 1; i++) {
            if (shown.get(i + 1).standing() == Standing.SUPPRESSED) {
                withheld.add(cells.get(i));
            }
        }
        int ofCells = withheld.size();
        if (margins && shown.size() > 1) {
            withheld.addAll(withheldTotals(cells));
        }
        List<int[]> lines = margins ? margins(cells, withheld, ofCells) : new ArrayList<>();
        if (shown.get(0).standing() == Standing.SHOWN) {
            lines.add(IntStream.range(0, ofCells).toArray());
        }
        int size = withheld.size();
        long[] n = new long[size];
        long[] d = new long[size];
        long[] none = new long[size];
        long[] c = new long[size];
        long[] least = new long[size];
        long[] leastN = new long[size];
        long[] most = new long[size];
        long[] mostN = new long[size];
        for (int i = 0; i < size; i++) {
            n[i] = withheld.get(i).counts().numerator();
            d[i] = withheld.get(i).counts().denominator();
            c[i] = d[i] - n[i];
            // A cell that is there has somebody in it.
            least[i] = Math.max(1, n[i]);
            leastN[i] = c[i] == 0 ? 1 : 0;
            most[i] = MANY;
            mostN[i] = d[i];
            if (i >= ofCells) {
                // A total is what it lacks of many: so it adds up with its cells.
                n[i] = MANY - n[i];
                d[i] = MANY - d[i];
                least[i] = 0;
                leastN[i] = 0;
                mostN[i] = MANY;
            }
        }
        if (margins) {
            // Whoever is moved around a circle changes each number by one: nothing is to be looked for far away.
            for (int i = 0; i < size; i++) {
                most[i] = Math.min(most[i], Math.max(n[i], d[i]) + 2);
                mostN[i] = Math.min(mostN[i], n[i] + 2);
                none[i] = Math.max(none[i], n[i] - 2);
                leastN[i] = Math.max(leastN[i], n[i] - 2);
                least[i] = Math.max(least[i], d[i] - 2);
            }
        }
        boolean[] numerators = Attack.varies(lines, n, none, mostN);
        boolean[] denominators = Attack.varies(lines, d, least, most);
        boolean[] together = Attack.varies(lines, n, leastN, most);
        List<String> found = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            String cell = withheld.get(i).stratum() + " ";
            Counts truth = withheld.get(i).counts();
            if (isSmall(truth.numerator()) && !numerators[i] && !together[i]) {
                found.add(cell + "numerator " + truth.numerator());
            }
            if (isSmall(truth.denominator()) && !denominators[i] && !together[i]) {
                found.add(cell + "denominator " + truth.denominator());
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

    /** The rows and columns with what is withheld in them, as places among the withheld. */
    private static List<int[]> margins(List<Cell> cells, List<Cell> withheld, int ofCells) {
        List<int[]> margins = new ArrayList<>();
        for (Stratifier stratifier : cells.isEmpty()
                ? List.<Stratifier>of()
                : List.copyOf(cells.get(0).stratum().keySet())) {
            Map<String, List<Integer>> lines = new LinkedHashMap<>();
            for (int i = 0; i < withheld.size(); i++) {
                String value = withheld.get(i).stratum().get(stratifier);
                if (value != null) {
                    lines.computeIfAbsent(value, unknown -> new ArrayList<>()).add(i);
                }
            }
            lines.values()
                    .forEach(line -> margins.add(
                            line.stream().mapToInt(Integer::intValue).toArray()));
        }
        return margins;
    }
}
