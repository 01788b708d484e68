package health.kedja.history;

import java.util.Optional;
import java.util.Set;

/**
 * Who has to do with a patient on a day, and what the patient has refused. What any record of the person says counts for
 * all of them. All ids are logical ids.
 *
 * @param region the Organization at the top of the region that the person belongs to; empty when a record of the person
 *     has no owner, or when they belong to different regions
 * @param organizations those with a relation, whatever says so
 * @param treating those of them with a relation through an encounter, an episode of care or a care team
 * @param practitioners those with a relation, in person or in a role
 * @param optedOut whether the person has refused to be in quality registers
 * @param allBlocked whether the records of every unit are blocked
 * @param blockedUnits the units whose records are blocked, each with the units below it
 */
public record Standing(
        Optional<String> region,
        Set<String> organizations,
        Set<String> treating,
        Set<String> practitioners,
        boolean optedOut,
        boolean allBlocked,
        Set<String> blockedUnits) {

    public Standing {
        organizations = Set.copyOf(organizations);
        treating = Set.copyOf(treating);
        practitioners = Set.copyOf(practitioners);
        blockedUnits = Set.copyOf(blockedUnits);
    }

    /** Whether any records are blocked, so that {@link Reach#hidden} must be asked before one leaves. */
    public boolean hasBlock() {
        return allBlocked || !blockedUnits.isEmpty();
    }
}
