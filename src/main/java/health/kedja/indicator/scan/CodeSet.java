package health.kedja.indicator.scan;

/** Numbers of a dictionary, as bits. Numbers that the dictionary gave later are not in it. */
final class CodeSet {

    private final long[] bits;

    CodeSet(int size) {
        bits = new long[(size + 63) >> 6];
    }

    void add(char number) {
        bits[number >> 6] |= 1L << number;
    }

    boolean has(char number) {
        int word = number >> 6;
        return word < bits.length && (bits[word] >>> number & 1) != 0;
    }
}
