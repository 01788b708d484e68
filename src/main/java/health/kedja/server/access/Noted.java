package health.kedja.server.access;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import health.kedja.access.Decision;
import health.kedja.access.Decision.Reason;
import health.kedja.access.audit.Denial;
import java.util.Locale;
import java.util.Set;
import org.hl7.fhir.r4.model.Resource;

/** Tells the audit trail why something was refused, where the client is told only that it is not there. */
final class Noted {

    private Noted() {}

    /** Notes what was decided of a resource, if it was not allowed. */
    static void denial(RequestDetails request, Decision decision, Resource resource) {
        boolean stored = resource.getIdElement().hasIdPart();
        String name =
                stored ? resource.fhirType() + "/" + resource.getIdElement().getIdPart() : null;
        note(request, decision, name, References.patients(resource));
    }

    /** Notes why something was refused that is not about one resource; gives the refusal back, to be thrown. */
    static <E extends RuntimeException> E refused(RequestDetails request, Reason reason, E refusal) {
        note(request, new Decision(reason), null, Set.of());
        return refusal;
    }

    /** Notes why a resource was refused; gives the refusal back, to be thrown. */
    static <E extends RuntimeException> E refused(
            RequestDetails request, Decision decision, Resource resource, E refusal) {
        denial(request, decision, resource);
        return refusal;
    }

    /** Notes why a question was refused: for what was decided of what it is about. What it was asked of is in the request. */
    static void question(RequestDetails request, Decision decision, Set<String> patients) {
        note(request, decision, null, patients);
    }

    /** Notes that a resource, {@code Type/id}, was not theirs; gives the refusal back, to be thrown. */
    static <E extends RuntimeException> E notTheirs(RequestDetails request, String resource, E refusal) {
        note(request, new Decision(Reason.REGION), resource, Set.of());
        return refusal;
    }

    private static void note(RequestDetails request, Decision decision, String resource, Set<String> patients) {
        if (!decision.isAllowed() && request instanceof ServletRequestDetails servlet) {
            String reason = decision.reason().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            Denial.note(servlet.getServletRequest(), reason, resource, patients);
        }
    }
}
