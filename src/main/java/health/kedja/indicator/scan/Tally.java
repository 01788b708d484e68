package health.kedja.indicator.scan;

import java.util.Arrays;

/** Counts units by their strata. One for each thread; put together afterwards, exactly. */
final class Tally implements Sink {

    private static final int SUMS = 8;

    private final StratumValue[] by;
    private final Strata strata = new Strata();
    private long[] sums = new long[SUMS * 64];
    private boolean[] used = new boolean[64];
    private long[][] valueCounts = new long[64][];

    Tally(StratumValue[] by) {
        this.by = by;
    }

    @Override
    public void take(Person person, Unit unit) {
        int node = Strata.ROOT;
        for (StratumValue each : by) {
            node = strata.child(node, each.of(person, unit));
        }
        reach(node);
        int at = node * SUMS;
        sums[at] += unit.initial;
        sums[at + 1] += unit.excluded;
        sums[at + 2] += unit.pending;
        sums[at + 3] += unit.denominator;
        sums[at + 4] += unit.numerator;
        sums[at + 5] += unit.personDays;
        sums[at + 6] += unit.denominatorSum;
        sums[at + 7] += unit.numeratorSum;
        if (unit.value != Unit.NO_VALUE) {
            long[] counts = withRoom(valueCounts[node], unit.value);
            counts[unit.value]++;
            valueCounts[node] = counts;
        }
    }

    private void reach(int node) {
        if (node >= used.length) {
            int size = Math.max(node + 1, used.length * 2);
            sums = Arrays.copyOf(sums, size * SUMS);
            used = Arrays.copyOf(used, size);
            valueCounts = Arrays.copyOf(valueCounts, size);
        }
        used[node] = true;
    }

    private static long[] withRoom(long[] counts, int value) {
        if (counts == null) {
            return new long[Math.max(64, value + 1)];
        }
        return value < counts.length ? counts : Arrays.copyOf(counts, Math.max(value + 1, counts.length * 2));
    }

    /** Adds what another has counted by the same stratifiers. */
    Tally plus(Tally other) {
        for (int node = 0; node < other.strata.nodes(); node++) {
            if (!other.isUsed(node)) {
                continue;
            }
            int own = Strata.ROOT;
            for (int value : other.strata.path(node, by.length)) {
                own = strata.child(own, value);
            }
            reach(own);
            for (int i = 0; i < SUMS; i++) {
                sums[own * SUMS + i] += other.sums[node * SUMS + i];
            }
            long[] values = other.valueCounts[node];
            if (values != null) {
                long[] mine = withRoom(valueCounts[own], values.length - 1);
                for (int value = 0; value < values.length; value++) {
                    mine[value] += values[value];
                }
                valueCounts[own] = mine;
            }
        }
        return this;
    }

    int nodes() {
        return strata.nodes();
    }

    boolean isUsed(int node) {
        return node < used.length && used[node];
    }

    int[] path(int node) {
        return strata.path(node, by.length);
    }

    /** The sums of a node, in the order of {@link health.kedja.indicator.Counts}. */
    long[] sums(int node) {
        return Arrays.copyOfRange(sums, node * SUMS, (node + 1) * SUMS);
    }

    /** How often each value occurred, or null when none did. */
    long[] valueCounts(int node) {
        return valueCounts[node];
    }
}
