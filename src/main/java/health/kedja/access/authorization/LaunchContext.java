package health.kedja.access.authorization;

import java.util.Optional;

/**
 * What is open in a record system that opens an app.
 *
 * @param patient logical id
 * @param encounter logical id
 * @param fhirUser who may use it, such as {@code Practitioner/anna}; empty for anyone who logs in
 * @param client which app may use it; empty for any
 */
record LaunchContext(String patient, Optional<String> encounter, Optional<String> fhirUser, Optional<String> client) {

    LaunchContext {
        Words.id("patient", Optional.of(patient));
        Words.id("encounter", encounter);
        Words.reference("user", fhirUser);
    }

    /** Whether it is for that user, who is bound to no other patient. */
    boolean isFor(User user) {
        return (fhirUser.isEmpty() || fhirUser.equals(user.fhirUser()))
                && user.patient().filter(own -> !own.equals(patient)).isEmpty();
    }

    /** Whether it is for that app. */
    boolean isForClient(String id) {
        return client.isEmpty() || client.get().equals(id);
    }
}
