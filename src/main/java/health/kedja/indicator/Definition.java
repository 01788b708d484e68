package health.kedja.indicator;

/** What a server can be asked as a Measure: a quality indicator, or the completeness of fields. A record, read from a file. */
public interface Definition {

    /** Such as {@code SOS-07}. */
    String id();

    /** Of the definition. */
    String version();

    /**
     * Hash of everything that the definition says, words and sources included: 64 hexadecimal digits, the same for the same
     * content whatever the order of the fields in the file, its comments and its layout.
     */
    default String hash() {
        return CanonicalJson.hash((Record) this);
    }
}
