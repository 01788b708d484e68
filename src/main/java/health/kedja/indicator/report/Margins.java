package health.kedja.indicator.report;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the totals of rows and columns tell of the withheld cells of a table by two stratifiers. A number is not
 * determined when somebody could be moved out of the cell or into it, others making up for it around a circle of withheld
 * cells, without any of them falling below what it must hold.
 *
 * <p>A total that is withheld itself stands in a column, or row, of its own: what is moved into a row without its total
 * being known moves its total.
 */
final class Margins {

    private final int[] row;
    private final int[] column;
    private final long[][] parts;
    private final long[] size;
    private final boolean[] withheld;
    private final boolean[] isTotal;
    private final Map<Integer, List<Integer>> inRow = new HashMap<>();
    private final Map<Integer, List<Integer>> inColumn = new HashMap<>();

    /**
     * The withheld cells of a table.
     *
     * @param parts of each cell: numbers that can change without each other
     * @param size how many each cell holds, at least one
     * @param isTotal whether the cell is the total of its row or column
     */
    Margins(int[] row, int[] column, long[][] parts, long[] size, boolean[] withheld, boolean[] isTotal) {
        this.row = row;
        this.column = column;
        this.parts = parts;
        this.size = size;
        this.withheld = withheld;
        this.isTotal = isTotal;
        for (int cell = 0; cell < row.length; cell++) {
            inRow.computeIfAbsent(row[cell], unknown -> new ArrayList<>()).add(cell);
            inColumn.computeIfAbsent(column[cell], unknown -> new ArrayList<>()).add(cell);
        }
    }

    /** Whether a part of a withheld cell is determined. */
    boolean isDetermined(int cell, int part) {
        return !(canFall(cell, part) && isReached(row[cell], true, column[cell], false, cell, part))
                && !(canRise(cell, part) && isReached(column[cell], false, row[cell], true, cell, part));
    }

    /** A total that grows takes from what is left of its row. */
    private boolean canFall(int cell, int part) {
        return isTotal[cell] || canLose(cell, part);
    }

    private boolean canRise(int cell, int part) {
        return !isTotal[cell] || canLose(cell, part);
    }

    private boolean canLose(int cell, int part) {
        return parts[cell][part] > (parts[cell][part] == size[cell] ? 1 : 0);
    }

    /** From a row the way goes over a cell that rises, from a column over one that falls. */
    private boolean isReached(int from, boolean fromRow, int to, boolean toRow, int without, int part) {
        Map<Integer, Boolean> rows = new HashMap<>();
        Map<Integer, Boolean> columns = new HashMap<>();
        Deque<int[]> open = new ArrayDeque<>();
        open.add(new int[] {from, fromRow ? 1 : 0});
        (fromRow ? rows : columns).put(from, true);
        while (!open.isEmpty()) {
            int[] at = open.remove();
            boolean atRow = at[1] == 1;
            if (at[0] == to && atRow == toRow) {
                return true;
            }
            for (int cell : (atRow ? inRow : inColumn).get(at[0])) {
                if (!withheld[cell] || cell == without || !(atRow ? canRise(cell, part) : canFall(cell, part))) {
                    continue;
                }
                int next = atRow ? column[cell] : row[cell];
                if ((atRow ? columns : rows).put(next, true) == null) {
                    open.add(new int[] {next, atRow ? 0 : 1});
                }
            }
        }
        return false;
    }

    /** The cells of the same row or column. */
    List<Integer> beside(int cell) {
        List<Integer> beside = new ArrayList<>(inRow.get(row[cell]));
        beside.addAll(inColumn.get(column[cell]));
        return beside;
    }
}
