package health.kedja.history;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * For whom a population is read: which people are in it, and which of their records.
 *
 * @param region only people who belong to it, as {@link Standing#region} says; empty for everyone
 * @param withoutOptedOut whether those who refuse to be in quality registers are left out
 * @param organizations those of the caller, without the ones below them: records that are blocked for them are left out;
 *     empty to leave none out
 * @param day on which refusals must hold
 */
public record Audience(
        Optional<String> region, boolean withoutOptedOut, Optional<Set<String>> organizations, LocalDate day) {

    /** From which nothing is kept. */
    public static final Audience EVERYONE = new Audience(Optional.empty(), false, Optional.empty(), LocalDate.EPOCH);

    public Audience {
        organizations = organizations.map(Set::copyOf);
    }

    /** Whether nothing is kept from it, so that nothing need be looked up. */
    boolean seesEverything() {
        return region.isEmpty() && !withoutOptedOut && organizations.isEmpty();
    }

    /** Whether people of a share may be among those whom it sees. */
    boolean isOf(Share share) {
        return region.isEmpty() || region.equals(share.region());
    }
}
