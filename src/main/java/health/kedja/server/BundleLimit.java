package health.kedja.server;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.PayloadTooLargeException;
import ca.uhn.fhir.util.UrlUtil;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;

/**
 * Refuses a Bundle with more entries than {@code kedja.requests.max-bundle-entries} before any of it is stored, and one
 * whose entries ask for more, or bring a patch of another shape, than a request of its own might.
 */
@Interceptor
final class BundleLimit {

    private final KedjaSettings.Requests limits;
    private final SearchLimits searches;
    private final BodyShape bodies;

    BundleLimit(KedjaSettings.Requests limits, SearchLimits searches, BodyShape bodies) {
        this.limits = limits;
        this.searches = searches;
        this.bodies = bodies;
    }

    @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED)
    public void check(RequestDetails request) {
        if (request.getResource() instanceof Bundle bundle) {
            if (bundle.getEntry().size() > limits.maxBundleEntries()) {
                throw new PayloadTooLargeException("The Bundle has "
                        + bundle.getEntry().size() + " entries; this server takes " + limits.maxBundleEntries()
                        + " at a time (kedja.requests.max-bundle-entries). Send it as several smaller Bundles.");
            }
            bundle.getEntry().forEach(this::check);
        }
    }

    private void check(BundleEntryComponent entry) {
        String url = entry.getRequest().getUrl();
        if (url != null) {
            if (url.length() > limits.maxUrl().toBytes()) {
                throw RefusedRequest.of(
                        "Bundle.entry.request.url",
                        "must be at most " + limits.maxUrl().toBytes() + " characters (kedja.requests.max-url)",
                        url);
            }
            int query = url.indexOf('?');
            if (query >= 0) {
                searches.check(UrlUtil.parseQueryString(url.substring(query + 1)));
            }
        }
        if (entry.getResource() instanceof Binary patch && patch.hasData()) {
            bodies.check(patch.getData());
        }
    }
}
