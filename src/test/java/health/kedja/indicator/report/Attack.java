package health.kedja.indicator.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What somebody can work out who knows which cells are withheld and the totals of some lines of cells: all whole numbers
 * within bounds that the totals allow.
 */
final class Attack {

    private final int[][] lines;
    private final long[] rest;
    private final long[] low;
    private final long[] high;
    private final long[] value;
    private final boolean[] varies;
    private final long[] truth;
    private long tries;

    private Attack(int[][] lines, long[] truth, long[] low, long[] high) {
        this.lines = lines;
        this.truth = truth;
        this.low = low;
        this.high = high;
        value = new long[truth.length];
        varies = new boolean[truth.length];
        rest = new long[lines.length];
        for (int line = 0; line < lines.length; line++) {
            for (int cell : lines[line]) {
                rest[line] += truth[cell];
            }
        }
    }

    /**
     * Which numbers are not determined.
     *
     * @param lines sets of withheld cells whose sum is known
     * @param truth what the withheld cells hold
     */
    static boolean[] varies(List<int[]> lines, long[] truth, long[] low, long[] high) {
        Attack attack = new Attack(lines.toArray(int[][]::new), truth, low, high);
        attack.from(0);
        return attack.varies;
    }

    private void from(int cell) {
        if (cell == truth.length) {
            for (int i = 0; i < truth.length; i++) {
                varies[i] |= value[i] != truth[i];
            }
            return;
        }
        List<Integer> own = new ArrayList<>();
        long most = high[cell];
        long least = low[cell];
        for (int line = 0; line < lines.length; line++) {
            if (Arrays.stream(lines[line]).anyMatch(other -> other == cell)) {
                own.add(line);
                most = Math.min(most, rest[line]);
                if (isLast(line, cell)) {
                    least = Math.max(least, rest[line]);
                }
            }
        }
        for (long each = least; each <= most && !isEverythingFound() && tries++ < 300_000; each++) {
            value[cell] = each;
            for (int line : own) {
                rest[line] -= each;
            }
            from(cell + 1);
            for (int line : own) {
                rest[line] += each;
            }
        }
    }

    private boolean isLast(int line, int cell) {
        return lines[line][lines[line].length - 1] == cell;
    }

    private boolean isEverythingFound() {
        for (boolean each : varies) {
            if (!each) {
                return false;
            }
        }
        return true;
    }
}
