package health.kedja.access.audit;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import org.hl7.fhir.instance.model.api.IBaseResource;

/** Hears from the endpoint what a request asks for and what it is about to be answered. */
@Interceptor
public final class AuditHooks {

    /** After everything that may change or refuse the answer, before the one that writes it as a page. */
    private static final int LATE = 9_000;

    /** The first of all: what refuses the request comes later. */
    private static final int FIRST = -10_000;

    @Hook(value = Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED, order = FIRST)
    public void understood(RequestDetails request) {
        Recording recording = recording(request);
        if (recording != null) {
            recording.understood(request);
        }
    }

    @Hook(value = Pointcut.SERVER_OUTGOING_RESPONSE, order = LATE)
    public void answered(RequestDetails request, IBaseResource answer) {
        Recording recording = recording(request);
        if (recording != null) {
            recording.answered(answer);
        }
    }

    static Recording recording(RequestDetails request) {
        return request instanceof ServletRequestDetails servlet ? Recording.of(servlet.getServletRequest()) : null;
    }
}
