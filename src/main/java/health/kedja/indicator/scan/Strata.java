package health.kedja.indicator.scan;

import java.util.Arrays;

/**
 * Numbers for combinations of values, given as they occur. The combinations are the leaves of a tree with one level for
 * each stratifier, so any number of stratifiers with any values fit.
 */
final class Strata {

    private long[] keys = new long[256];
    private int[] children = new int[256];
    private int[] parents = new int[128];
    private int[] values = new int[128];
    private int nodes = 1;

    /** The root, and the one combination when there are no stratifiers. */
    static final int ROOT = 0;

    /** The node below another that stands for a value. */
    int child(int parent, int value) {
        long key = (long) parent << 32 | value + 1L;
        int mask = keys.length - 1;
        int at = spread(key) & mask;
        while (keys[at] != 0) {
            if (keys[at] == key) {
                return children[at];
            }
            at = at + 1 & mask;
        }
        int node = nodes++;
        keys[at] = key;
        children[at] = node;
        if (node == parents.length) {
            parents = Arrays.copyOf(parents, node * 2);
            values = Arrays.copyOf(values, node * 2);
        }
        parents[node] = parent;
        values[node] = value;
        if (nodes * 2 > keys.length) {
            grow();
        }
        return node;
    }

    /** How many nodes there are; all are less than this. */
    int nodes() {
        return nodes;
    }

    /** The values on the way to a node. */
    int[] path(int node, int length) {
        int[] path = new int[length];
        int at = node;
        for (int i = length - 1; i >= 0; i--) {
            path[i] = values[at];
            at = parents[at];
        }
        return path;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldChildren = children;
        keys = new long[oldKeys.length * 2];
        children = new int[oldKeys.length * 2];
        int mask = keys.length - 1;
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int at = spread(oldKeys[i]) & mask;
                while (keys[at] != 0) {
                    at = at + 1 & mask;
                }
                keys[at] = oldKeys[i];
                children[at] = oldChildren[i];
            }
        }
    }

    private static int spread(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 32);
    }
}
