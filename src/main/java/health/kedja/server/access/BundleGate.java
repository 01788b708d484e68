package health.kedja.server.access;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import health.kedja.access.DataKind;
import health.kedja.access.Decision;
import health.kedja.access.Decision.Reason;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleEntryRequestComponent;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Resource;

/** Looks at each entry of a transaction or batch as at a request of its own. One that may not be done refuses them all. */
final class BundleGate {

    private static final String HISTORY = "_history";
    private static final String UPDATE = "update";

    private final Verdicts verdicts;
    private final Stored stored;
    private final Labels labels;
    private final ConditionalUrls urls;
    private final ChosenIds ids;

    BundleGate(Verdicts verdicts, Stored stored, Labels labels, ConditionalUrls urls, ChosenIds ids) {
        this.verdicts = verdicts;
        this.stored = stored;
        this.labels = labels;
        this.urls = urls;
        this.ids = ids;
    }

    void check(Asker asker, RequestDetails request, Bundle bundle) {
        Map<String, String> written = new LinkedHashMap<>();
        for (BundleEntryComponent entry : bundle.getEntry()) {
            if (entry.hasRequest() && entry.getRequest().getMethod() != null) {
                check(asker, request, entry.getRequest(), written);
            }
        }
        written.forEach((name, interaction) -> {
            if (!interaction.equals(UPDATE)) {
                WriteCheck.patched(request).add(name);
            }
        });
        if (!asker.wholeServer()) {
            refuseOthers(asker, written, request);
        }
    }

    /**
     * Before HAPI begins: of a resource that the caller may not see, it would answer that it was updated, and leave it as it
     * is. In the order of the entries, so that the answer does not tell which of several ids are taken.
     *
     * @param written what is done to what
     */
    private void refuseOthers(Asker asker, Map<String, String> written, RequestDetails request) {
        Map<String, Optional<String>> owners = labels.owners(written.keySet());
        written.forEach((name, interaction) -> {
            String type = name.substring(0, name.indexOf('/'));
            String id = name.substring(name.indexOf('/') + 1);
            boolean puts = interaction.equals(UPDATE);
            boolean theirs = owners.containsKey(name)
                    ? asker.owns(owners.get(name)) && reaches(asker, request, interaction, type, id)
                    : puts && ids.mayChoose(asker, type, id);
            if (!theirs) {
                RuntimeException refusal = puts ? ids.refusal(asker, type, id) : Refused.unknown(type, id);
                throw owners.containsKey(name) && !asker.owns(owners.get(name))
                        ? Noted.notTheirs(request, name, refusal)
                        : refusal;
            }
        });
    }

    private boolean reaches(Asker asker, RequestDetails request, String interaction, String type, String id) {
        if (verdicts.seesAllOfRegion(asker, type, interaction)) {
            return true;
        }
        Optional<Resource> last = stored.last(type, id);
        if (last.isEmpty()) {
            return true;
        }
        Decision decision = verdicts.decide(asker, request, interaction, last.get());
        Noted.denial(request, decision, last.get());
        return decision.isAllowed();
    }

    private void check(
            Asker asker, RequestDetails request, BundleEntryRequestComponent entry, Map<String, String> written) {
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
        if (path.size() > 1 && DataKind.of(type) != DataKind.CONFORMANCE) {
            // What an entry puts, another may change.
            written.merge(type + "/" + path.get(1), interaction, (one, other) -> one.equals(UPDATE) ? one : other);
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
            case PUT -> UPDATE;
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
