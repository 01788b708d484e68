package health.kedja.access;

/**
 * What a caller has to do with the patients that something is about.
 *
 * @param known whether it is about a patient at all
 * @param region whether all of them belong to the caller's region, or the caller is of the whole server
 * @param unit whether all have to do with an organization of the caller, or one below
 * @param care whether the caller treats all of them, or an organization of the caller does
 * @param optedOut whether any of them opted out of registers
 * @param blocked whether it is a record that a patient blocked for the caller
 * @param launch whether all of them are the patient of the launch
 */
public record Bond(
        boolean known, boolean region, boolean unit, boolean care, boolean optedOut, boolean blocked, boolean launch) {

    /** That of something that is about no patient. */
    public static final Bond NONE = new Bond(false, true, false, false, false, false, false);
}
