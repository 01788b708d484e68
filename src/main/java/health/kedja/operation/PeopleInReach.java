package health.kedja.operation;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import health.kedja.history.Audience;
import java.util.Optional;
import java.util.Set;

/** Whom a request may be about, and what of them. */
public interface PeopleInReach {

    /** Where everybody may ask for everyone. */
    PeopleInReach EVERYONE = new PeopleInReach() {
        @Override
        public Audience audience(RequestDetails request) {
            return Audience.EVERYONE;
        }

        @Override
        public Optional<Set<String>> of(Optional<Set<String>> people, RequestDetails request) {
            return people;
        }

        @Override
        public void requireTold(String patient, RequestDetails request) {
            // Of everyone.
        }
    };

    /** For whom the answer is: nothing counts for it that these may not see. */
    Audience audience(RequestDetails request);

    /**
     * Those of the patients whom whoever asks may be told of, or counted for.
     *
     * @param people logical ids; empty for everyone whom the audience sees
     */
    Optional<Set<String>> of(Optional<Set<String>> people, RequestDetails request);

    /**
     * Refuses a question about one patient of whom whoever asks may not be told (404), or only with so much left out that the
     * answer would mislead (403). Numbers tell of nobody, and are not refused.
     */
    void requireTold(String patient, RequestDetails request);
}
