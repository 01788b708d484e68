package health.kedja.server.access;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import health.kedja.access.DataKind;
import health.kedja.access.Decision.Reason;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleEntryRequestComponent;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;

/** Looks at each entry of a transaction or batch as at a request of its own. One that may not be done refuses them all. */
final class BundleGate {

    private static final String HISTORY = "_history";

    private final Verdicts verdicts;
    private final Labels labels;
    private final ConditionalUrls urls;

    BundleGate(Verdicts verdicts, Labels labels, ConditionalUrls urls) {
        this.verdicts = verdicts;
        this.labels = labels;
        this.urls = urls;
    }

    void check(Asker asker, RequestDetails request, Bundle bundle) {
        Set<String> written = new LinkedHashSet<>();
        for (BundleEntryComponent entry : bundle.getEntry()) {
            if (entry.hasRequest() && entry.getRequest().getMethod() != null) {
                check(asker, request, entry.getRequest(), written);
            }
        }
        Map<String, Optional<String>> owners = labels.owners(written);
        for (Map.Entry<String, Optional<String>> owner : owners.entrySet()) {
            if (!asker.owns(owner.getValue())) {
                String[] name = owner.getKey().split("/");
                throw Noted.notTheirs(request, owner.getKey(), Refused.unknown(name[0], name[1]));
            }
        }
    }

    private void check(Asker asker, RequestDetails request, BundleEntryRequestComponent entry, Set<String> written) {
        String url = entry.getUrl() == null ? "" : entry.getUrl();
        int query = url.indexOf('?');
        List<String> path = Stream.of((query < 0 ? url : url.substring(0, query)).split("/"))
                .filter(segment -> !segment.isEmpty())
                .toList();
        if (path.isEmpty() || path.get(0).contains(":")) {
            throw Noted.refused(
                    request,
                    Reason.NO_RULE,
                    Refused.forbidden(
                            "Bundle.entry.request.url \"" + url
                                    + "\" is not offered where access is controlled. Give it as Type, Type/id or Type?criteria."));
        }
        String type = path.get(0);
        String interaction = interaction(entry.getMethod(), path);
        verdicts.requireInGeneral(
                asker, request, type.startsWith("$") ? Optional.empty() : Optional.of(type), interaction);
        if (interaction.startsWith("$")) {
            // HAPI would answer them without asking any hook whether the instance may be seen.
            throw Noted.refused(
                    request,
                    Reason.NO_RULE,
                    Refused.forbidden(
                            "The operation " + interaction
                                    + " is not offered within a Bundle where access is controlled. Ask for it in a request of its own."));
        }
        if (interaction.equals("delete") && url.contains("_expunge")) {
            verdicts.requireInGeneral(asker, request, Optional.empty(), "delete _expunge");
        }
        if (entry.getMethod() == HTTPVerb.GET) {
            return;
        }
        if (path.size() == 2 && DataKind.of(type) != DataKind.CONFORMANCE) {
            written.add(type + "/" + path.get(1));
        }
        if (query >= 0 && path.size() == 1) {
            entry.setUrl(urls.narrowed(asker, type, url));
        }
        if (entry.hasIfNoneExist()) {
            entry.setIfNoneExist(urls.narrowed(asker, type, entry.getIfNoneExist()));
        }
    }

    private static String interaction(HTTPVerb method, List<String> path) {
        String last = path.get(path.size() - 1);
        if (last.startsWith("$")) {
            return last;
        }
        return switch (method) {
            case GET -> read(path, last);
            case POST -> path.size() == 1 ? "create" : "post to " + last;
            case PUT -> "update";
            case PATCH -> "patch";
            case DELETE -> "delete";
            default -> method.toCode();
        };
    }

    private static String read(List<String> path, String last) {
        if (path.get(0).equals(HISTORY)) {
            return "history-system";
        }
        return switch (path.size()) {
            case 1 -> "search";
            case 2 -> last.equals(HISTORY) ? "history-type" : "read";
            case 3 -> last.equals(HISTORY) ? "history" : "compartment search";
            case 4 -> path.get(2).equals(HISTORY) ? "vread" : "unknown";
            default -> "unknown";
        };
    }
}
