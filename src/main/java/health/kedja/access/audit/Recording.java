package health.kedja.access.audit;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import health.kedja.access.Rules;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;

/** What becomes known of a request while it is answered. Used by the thread of the request. */
final class Recording {

    /** Where the services of CDS Hooks are: beside the FHIR API. */
    static final String SERVICES = "/" + Rules.SERVICES;

    private static final String ATTRIBUTE = Recording.class.getName();

    private final HttpServletRequest request;
    private final String requestId;
    /** Recorded with the transaction that wrote them: versions, and resources that were deleted. */
    private final Set<String> written = new HashSet<>();

    private RequestDetails details;
    private IBaseResource answer;

    private Recording(HttpServletRequest request, String requestId) {
        this.request = request;
        this.requestId = requestId;
    }

    static Recording start(HttpServletRequest request, String requestId) {
        Recording recording = new Recording(request, requestId);
        request.setAttribute(ATTRIBUTE, recording);
        return recording;
    }

    /** That of a request; null where nothing is recorded. */
    static Recording of(ServletRequest request) {
        return request == null ? null : (Recording) request.getAttribute(ATTRIBUTE);
    }

    void understood(RequestDetails details) {
        this.details = details;
    }

    void answered(IBaseResource answer) {
        this.answer = answer;
    }

    void written(List<Access> accesses) {
        accesses.forEach(access -> written.add(access.resource()));
    }

    boolean isWritten(String resource) {
        return written.contains(resource);
    }

    /** Whether something was written of that type, or, where it is null, anything at all. */
    boolean isAnyWritten(String type) {
        return written.stream().anyMatch(resource -> type == null || resource.startsWith(type + "/"));
    }

    /** How the request changed a resource that existed. */
    String wayToUpdate(String resource) {
        if (request.getMethod().equals("PATCH")) {
            return "patch";
        }
        boolean patched = sent() instanceof Bundle bundle
                && bundle.getEntry().stream()
                        .anyMatch(entry -> entry.getRequest().getMethod() == HTTPVerb.PATCH
                                && resource.equals(entry.getRequest().getUrl()));
        return patched ? "patch" : "update";
    }

    /** What the client sent, as far as it was understood; else null. */
    IBaseResource sent() {
        return details == null ? null : details.getResource();
    }

    IBaseResource answer() {
        return answer;
    }

    Asked asked() {
        if (SERVICES.equals(request.getServletPath())) {
            return Asked.ofService(
                    ".." + SERVICES + (request.getPathInfo() == null ? "" : request.getPathInfo()),
                    details == null ? Map.of() : details.getParameters(),
                    details != null && details.getId() != null);
        }
        String path = request.getPathInfo() == null ? "" : request.getPathInfo().substring(1);
        String query = request.getQueryString();
        if (request.getMethod().equals("POST") && details != null) {
            Map<String, String[]> parameters = details.getParameters() == null ? Map.of() : details.getParameters();
            query = SentParameters.query(parameters, sent());
        }
        return Asked.of(request.getMethod(), path, query);
    }

    List<Denial> denials() {
        return Denial.of(request);
    }

    /** An access in this request. */
    Access access(String interaction, Outcome outcome, String reason, String patient, String resource, String query) {
        String emergency = BreakGlass.of(request)
                .filter(glass -> glass.concerns(patient))
                .map(BreakGlass::reason)
                .orElse(null);
        return new Access(
                interaction, outcome, reason, emergency, patient, resource, query, requestId, Who.of(request));
    }
}
