package health.kedja.history;

import java.util.Optional;
import java.util.Set;

/**
 * Whose records somebody may search: some of the patients of a region. Everything that any record of a person says counts
 * for all of them, as in {@link Standing}.
 *
 * @param kind which patients
 * @param region the Organization at the top, as logical id
 * @param organizations those of the caller, without the ones below them: what is blocked for them is in no circle
 * @param below those organizations, and all below them
 * @param practitioner the caller as logical id of a Practitioner; empty for none
 * @param only the one patient to whom it is narrowed, as logical id; empty for all of them
 */
public record Circle(
        Kind kind,
        String region,
        Set<String> organizations,
        Set<String> below,
        Optional<String> practitioner,
        Optional<String> only) {

    /** Which patients are in it. */
    public enum Kind {
        /** Those with a relation to one of the organizations. */
        RELATED,
        /** Those whom the practitioner treats, or one of the organizations does. */
        TREATED,
        /** Those who have not opted out of registers. */
        REGISTERED
    }
}
