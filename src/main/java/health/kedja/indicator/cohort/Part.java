package health.kedja.indicator.cohort;

/**
 * Some of the people of a cohort, in columns. The arrays are for reading only: they are handed out so that a scan costs
 * no more than the memory it reads.
 *
 * <p>Person {@code p} has the events {@code firstEvent[p]} to {@code firstEvent[p + 1] - 1}, in order of day; events
 * without a day come first. Days are days since 1970-01-01; {@link #UNKNOWN} where there is none.
 *
 * @param ids logical id of each person
 * @param birth day of birth
 * @param death day of death; {@link #UNKNOWN} while alive, {@link #DEAD} when only the fact is known
 * @param sex number of the code of {@code SEX}
 * @param countryOfBirth number of the code of {@code COUNTRY_OF_BIRTH}
 * @param kinds bit {@code k} is set when the person has an event of the kind with ordinal {@code k}
 * @param firstEvent index of the first event of each person; one longer than the others
 * @param kind ordinal of the {@link health.kedja.pathway.Kind} of each event
 * @param day its day
 * @param lastDay its end, or {@link #UNKNOWN}
 * @param code number of its code
 * @param qualifier number of its qualifier
 * @param value its value, or NaN
 * @param contact index, counted from the person's first event, of the ENCOUNTER that it belongs to; -1 for none
 * @param flags bits: {@link #MAIN_DIAGNOSIS}, {@link #LEFT}, {@link #RIGHT}
 */
public record Part(
        String[] ids,
        int[] birth,
        int[] death,
        char[] sex,
        char[] countryOfBirth,
        long[] kinds,
        int[] firstEvent,
        byte[] kind,
        int[] day,
        int[] lastDay,
        char[] code,
        char[] qualifier,
        float[] value,
        short[] contact,
        byte[] flags) {

    /** No day. */
    public static final int UNKNOWN = Integer.MIN_VALUE;
    /** Dead, the day not known. */
    public static final int DEAD = Integer.MIN_VALUE + 1;
    /** Bit: the diagnosis is the main diagnosis of its contact. */
    public static final byte MAIN_DIAGNOSIS = 1;
    /** Bit: left side; both bits for bilateral. */
    public static final byte LEFT = 2;
    /** Bit: right side. */
    public static final byte RIGHT = 4;

    /** People in the part. */
    public int people() {
        return ids.length;
    }

    /** Events in the part. */
    public int events() {
        return kind.length;
    }
}
