package health.kedja.history;

import health.kedja.pathway.Kind;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Gives equal bytes the same String, so that few are made where few are different. For one thread. */
final class Words {

    private static final int SLOTS = 1 << 14;

    private final byte[][] bytes = new byte[SLOTS][];
    private final String[] words = new String[SLOTS];
    private final Kind[] kinds = new Kind[SLOTS];

    /** Reads the kind that the next {@code length} bytes name. */
    Kind kind(ByteBuffer row, int length) {
        int slot = slot(row, length);
        if (kinds[slot] == null) {
            kinds[slot] = Kind.ofToken(words[slot]);
        }
        return kinds[slot];
    }

    /** Reads the next {@code length} bytes; null where the length is negative. */
    String word(ByteBuffer row, int length) {
        return length < 0 ? null : words[slot(row, length)];
    }

    private int slot(ByteBuffer row, int length) {
        byte[] from = row.array();
        int start = row.position();
        int end = start + length;
        row.position(end);
        int hash = length;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + from[i];
        }
        int slot = (hash ^ hash >>> 15) & SLOTS - 1;
        byte[] there = bytes[slot];
        if (there == null || !Arrays.equals(there, 0, there.length, from, start, end)) {
            // The newest word takes the place: a table that never grows.
            bytes[slot] = Arrays.copyOfRange(from, start, end);
            words[slot] = new String(from, start, length, StandardCharsets.UTF_8);
            kinds[slot] = null;
        }
        return slot;
    }
}
