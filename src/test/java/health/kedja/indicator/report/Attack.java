package health.kedja.indicator.report;

import java.util.Arrays;
import java.util.List;

/**
 * What somebody can work out who knows which cells are withheld and the totals of some lines of cells: all whole numbers
 * within bounds that the totals allow.
 */
final class Attack {

    private static final long MOST_TRIES = 3_000_000;

    private final int[][] lines;
    private final long[] rest;
    private final long[] low;
    private final long[] high;
    private final long[] truth;
    private final int target;
    private long tries;

    private Attack(int[][] lines, long[] truth, long[] low, long[] high, int target) {
        this.lines = lines;
        this.truth = truth;
        this.low = low;
        this.high = high;
        this.target = target;
        rest = new long[lines.length];
        for (int line = 0; line < lines.length; line++) {
            for (int cell : lines[line]) {
                rest[line] += truth[cell];
            }
        }
    }

    /**
     * Which numbers are not determined: there is another solution in which they are different.
     *
     * @param lines sets of withheld cells whose sum is known, each rising
     * @param truth what the withheld cells hold
     */
    static boolean[] varies(List<int[]> lines, long[] truth, long[] low, long[] high) {
        boolean[] varies = new boolean[truth.length];
        for (int cell = 0; cell < truth.length; cell++) {
            Attack attack = new Attack(lines.toArray(int[][]::new), truth, low, high, cell);
            varies[cell] = attack.isSolved(0);
        }
        return varies;
    }

    /** Whether the cells from this one on can be filled; numbers near the truth are tried first. */
    private boolean isSolved(int cell) {
        if (cell == truth.length) {
            return true;
        }
        long most = high[cell];
        long least = low[cell];
        for (int line = 0; line < lines.length; line++) {
            if (has(line, cell)) {
                most = Math.min(most, rest[line]);
                least = lines[line][lines[line].length - 1] == cell ? Math.max(least, rest[line]) : least;
            }
        }
        long farthest = Math.max(most - truth[cell], truth[cell] - least);
        for (long distance = cell == target ? 1 : 0; distance <= farthest; distance++) {
            if (isSolvedWith(cell, truth[cell] - distance, least, most)
                    || distance > 0 && isSolvedWith(cell, truth[cell] + distance, least, most)) {
                return true;
            }
        }
        return false;
    }

    private boolean isSolvedWith(int cell, long number, long least, long most) {
        if (number < least || number > most || tries++ > MOST_TRIES) {
            return false;
        }
        take(cell, number);
        boolean solved = isSolved(cell + 1);
        take(cell, -number);
        return solved;
    }

    private void take(int cell, long number) {
        for (int line = 0; line < lines.length; line++) {
            rest[line] -= has(line, cell) ? number : 0;
        }
    }

    private boolean has(int line, int cell) {
        return Arrays.binarySearch(lines[line], cell) >= 0;
    }
}
