package health.kedja.access.audit;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;

/** One page of events as a searchset. The next begins before the last event of this one, whatever is added meanwhile. */
final class AccessPage {

    /** Parameter of the link to the next page: the event that it begins before. */
    static final String BEFORE = "_before";

    private static final int MOST = 1_000;
    private static final int USUAL = 100;

    private final AccessQuery query;
    private final AuditEvents events;

    AccessPage(AccessQuery query, AuditEvents events) {
        this.query = query;
        this.events = events;
    }

    static int count(Integer asked) {
        if (asked == null) {
            return USUAL;
        }
        if (asked < 1) {
            throw new InvalidRequestException("_count must be 1 to " + MOST + "; given was \"" + asked + "\".");
        }
        return Math.min(asked, MOST);
    }

    static Long before(String text) {
        if (text == null) {
            return null;
        }
        if (!text.matches("[0-9]{1,18}")) {
            throw new InvalidRequestException(
                    BEFORE + " must be the id of an event, as the link to the next page gives it.");
        }
        return Long.valueOf(text);
    }

    Bundle of(List<StoredAccess> found, RequestDetails request) {
        Bundle bundle = new Bundle();
        bundle.setType(BundleType.SEARCHSET);
        bundle.addLink().setRelation("self").setUrl(url(request, null));
        if (found.size() == query.count()) {
            bundle.addLink()
                    .setRelation("next")
                    .setUrl(url(request, found.get(found.size() - 1).id()));
        }
        for (StoredAccess one : found) {
            AuditEvent event = events.of(one);
            bundle.addEntry()
                    .setFullUrl(request.getFhirServerBase() + "/AuditEvent/"
                            + event.getIdElement().getIdPart())
                    .setResource(event)
                    .getSearch()
                    .setMode(SearchEntryMode.MATCH);
        }
        return bundle;
    }

    /** As it was asked, but for the page; a body is turned into a query. */
    private static String url(RequestDetails request, Long before) {
        List<String> parameters = new ArrayList<>();
        request.getParameters().forEach((name, values) -> {
            if (!name.equals(BEFORE) || before == null) {
                for (String value : values) {
                    parameters.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
                }
            }
        });
        if (before != null) {
            parameters.add(BEFORE + "=" + before);
        }
        String path = request.getFhirServerBase() + "/" + request.getRequestPath();
        return parameters.isEmpty() ? path : path + "?" + String.join("&", parameters);
    }
}
