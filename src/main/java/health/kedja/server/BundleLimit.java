package health.kedja.server;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.PayloadTooLargeException;
import org.hl7.fhir.r4.model.Bundle;

/** Refuses a Bundle with more entries than {@code kedja.requests.max-bundle-entries} before any of it is stored. */
@Interceptor
final class BundleLimit {

    private final int maxEntries;

    BundleLimit(int maxEntries) {
        this.maxEntries = maxEntries;
    }

    @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED)
    public void check(RequestDetails request) {
        if (request.getResource() instanceof Bundle bundle && bundle.getEntry().size() > maxEntries) {
            throw new PayloadTooLargeException(
                    "The Bundle has " + bundle.getEntry().size() + " entries; this server" + " takes " + maxEntries
                            + " at a time. Send it as several smaller Bundles.");
        }
    }
}
