package health.kedja.server.access;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import health.kedja.access.Decision;
import health.kedja.access.audit.Denial;
import java.util.Locale;
import java.util.Set;
import org.hl7.fhir.r4.model.Resource;

/** Tells the audit trail why something was refused, where the client is told only that it is not there. */
final class Noted {

    private Noted() {}

    /** Notes what was decided of a resource, if it was not allowed. */
    static void denial(RequestDetails request, Decision decision, Resource resource) {
        note(
                request,
                decision,
                resource.fhirType() + "/" + resource.getIdElement().getIdPart(),
                References.patients(resource));
    }

    /** Notes what was decided of a request as a whole, if it was not allowed. */
    static void refusal(RequestDetails request, Decision decision) {
        note(request, decision, null, Set.of());
    }

    private static void note(RequestDetails request, Decision decision, String resource, Set<String> patients) {
        if (!decision.isAllowed() && request instanceof ServletRequestDetails servlet) {
            String reason = decision.reason().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            Denial.note(servlet.getServletRequest(), reason, resource, patients);
        }
    }
}
