package health.kedja.indicator;

/**
 * Whether a kind of data was reported from a region in a year.
 *
 * @param region region code
 * @param year calendar year
 * @param source the kind of data: as the indicator's definition names it, such as {@code surgery-times}, or a kind of
 *     event that the indicator counts, such as {@code drug-dispensed}
 * @param months calendar months of the period asked for in which anything of the kind was reported
 * @param outOf calendar months of that year within the period in which something was to be expected
 * @param reported whether the region is counted: it is unless the definition has a rule for the kind of data that says
 *     that it was not reported
 * @param certain whether the months are enough to tell; in a small region chance can leave some of them empty, or a
 *     single event fill one
 */
public record Coverage(
        String region, int year, String source, int months, int outOf, boolean reported, boolean certain) {

    /** What can be said. */
    public enum Standing {
        REPORTED,
        /** Counted, but there are months with nothing where something was to be expected. */
        PARTLY_REPORTED,
        /** Counted as it is; whether all was reported cannot be told. */
        TOO_LITTLE_TO_TELL,
        /** Not counted. */
        NOT_REPORTED
    }

    /** Coverage of which there is no doubt. */
    public Coverage(String region, int year, String source, int months, int outOf, boolean reported) {
        this(region, year, source, months, outOf, reported, true);
    }

    /** What can be said. */
    public Standing standing() {
        if (!reported) {
            return Standing.NOT_REPORTED;
        }
        if (!certain) {
            return Standing.TOO_LITTLE_TO_TELL;
        }
        return months < outOf ? Standing.PARTLY_REPORTED : Standing.REPORTED;
    }
}
