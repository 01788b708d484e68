package health.kedja.access.audit;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import org.hl7.fhir.instance.model.api.IBaseConformance;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.CapabilityStatement;

/** Hears from the endpoint what a request asks for and what it is about to be answered. */
@Interceptor
public final class AuditHooks {

    /** After everything that may change or refuse the answer, before the one that writes it as a page. */
    private static final int LATE = 9_000;

    /** The first of all: what refuses the request comes later. */
    private static final int FIRST = -10_000;

    /** Entries of a Bundle are understood from the Bundle. */
    @Hook(value = Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED, order = FIRST)
    public void understood(RequestDetails request) {
        Recording recording = recording(request);
        if (recording != null && !request.isSubRequest()) {
            recording.understood(request);
        }
    }

    @Hook(value = Pointcut.SERVER_OUTGOING_RESPONSE, order = LATE)
    public void answered(RequestDetails request, IBaseResource answer) {
        Recording recording = recording(request);
        if (recording != null && !request.isSubRequest()) {
            recording.answered(answer);
        }
    }

    /** HAPI states every search parameter that FHIR has for the type. */
    @Hook(Pointcut.SERVER_CAPABILITY_STATEMENT_GENERATED)
    public void state(IBaseConformance statement) {
        ((CapabilityStatement) statement)
                .getRest().stream()
                        .flatMap(rest -> rest.getResource().stream())
                        .filter(type -> type.getType().equals("AuditEvent"))
                        .forEach(type -> {
                            type.getSearchParam()
                                    .removeIf(one -> !AuditEventProvider.PARAMETERS.contains(one.getName()));
                            type.getSearchInclude().clear();
                            type.getSearchRevInclude().clear();
                        });
    }

    static Recording recording(RequestDetails request) {
        return request instanceof ServletRequestDetails servlet ? Recording.of(servlet.getServletRequest()) : null;
    }
}
