package health.kedja.server;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.PreconditionFailedException;
import ca.uhn.fhir.rest.server.exceptions.ResourceVersionConflictException;

/** Answers a failed {@code If-Match} with 412, as FHIR R4 asks (RESTful API, "Managing Resource Contention"); HAPI's own is 409. */
@Interceptor
public final class VersionMismatch {

    /** HAPI's code for an update that names an older version, also in an entry of a transaction. */
    private static final String OLDER_VERSION = "HAPI-0989";

    @Hook(Pointcut.SERVER_PRE_PROCESS_OUTGOING_EXCEPTION)
    public BaseServerResponseException translate(RequestDetails request, Throwable failure) {
        if (!(failure instanceof ResourceVersionConflictException conflict)) {
            return null;
        }
        boolean conditional = request != null && request.getHeader(Constants.HEADER_IF_MATCH) != null;
        boolean olderVersion = String.valueOf(conflict.getMessage()).contains(OLDER_VERSION);
        return conditional || olderVersion
                ? new PreconditionFailedException(conflict.getMessage(), conflict.getOperationOutcome())
                : null;
    }
}
