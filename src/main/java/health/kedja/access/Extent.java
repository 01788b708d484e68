package health.kedja.access;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How far a role reaches with an interaction: a cell of the table {@code access/who-may-do-what.md}. */
public enum Extent {
    /** Not at all. */
    NO,
    /** Without looking at whose data it is, because it is nobody's. */
    YES,
    /** Numbers about the people of the caller's region, and nobody of them. */
    AGGREGATES,
    /** Patients who have to do with the caller's organizations, or one below them. */
    UNIT,
    /** Patients whom the caller treats, or an organization of theirs does. */
    CARE,
    /** Patients of the caller's region who have not opted out of registers. */
    REGISTERED,
    /** All that belongs to the caller's region; all there is, for a caller of the whole server. */
    REGION,
    /** Callers of the whole server only: those without organizations. */
    SERVER;

    /** Whether the patient that something is about makes a difference, beside the region. */
    public boolean looksAtPatient() {
        return this == UNIT || this == CARE || this == REGISTERED;
    }

    /** Whether blocked records are kept from it. A system that keeps records must see those that it keeps. */
    public boolean honoursBlocks() {
        return looksAtPatient();
    }

    static Optional<Extent> of(String word) {
        return Stream.of(values())
                .filter(extent -> extent.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }
}
