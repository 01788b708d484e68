package health.kedja.server.access;

import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import health.kedja.access.DataKind;

/**
 * Narrows the criteria of conditional writes to the caller's region, not only when they are searched for: HAPI remembers
 * them as they were written, to keep two clients from creating the same, and two regions may well use the same.
 */
final class ConditionalUrls {

    void narrow(Asker asker, RequestDetails request, String type, RestOperationTypeEnum operation) {
        String url = request.getId() == null ? request.getConditionalUrl(operation) : null;
        if (url != null) {
            request.setFixedConditionalUrl(narrowed(asker, type, url));
        }
    }

    /** @param url such as {@code Patient?identifier=1}, or what follows the question mark */
    String narrowed(Asker asker, String type, String url) {
        boolean ofNoRegion =
                DataKind.of(type) == DataKind.CONFORMANCE || asker.region().isEmpty();
        if (ofNoRegion || url.isBlank()) {
            return url;
        }
        return url + "&_security=" + Labels.OWNER + "%7C" + asker.region().get();
    }
}
