package health.kedja.server;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;

/**
 * Refuses {@code $expunge} with {@code expungeEverything}: one request would take every patient, and the published
 * profiles and guidelines with them, past recovery.
 */
@Interceptor
public final class ExpungeOfEverything {

    @Hook(Pointcut.STORAGE_PRESTORAGE_EXPUNGE_EVERYTHING)
    public void refuse() {
        throw new ForbiddenOperationException(
                "expungeEverything is not offered. To start anew, stop the server and give it an empty database.");
    }
}
