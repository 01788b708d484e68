package health.kedja.operation;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.Optional;
import java.util.Set;

/** Whom a request may be about. */
public interface PeopleInReach {

    /** Where everybody may ask for everyone. */
    PeopleInReach EVERYONE = (people, request) -> people;

    /**
     * Those of the patients whom whoever asks may be told of, or counted for.
     *
     * @param people logical ids; empty for everyone there is
     */
    Optional<Set<String>> of(Optional<Set<String>> people, RequestDetails request);
}
