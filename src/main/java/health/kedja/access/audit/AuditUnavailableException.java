package health.kedja.access.audit;

import ca.uhn.fhir.rest.server.exceptions.UnclassifiedServerFailureException;

/** An access could not be recorded, so it is not answered; status 503. */
final class AuditUnavailableException extends UnclassifiedServerFailureException {

    static final int STATUS = 503;
    static final String MESSAGE =
            "The audit trail cannot be written, so nothing is answered and nothing is stored. Try again later.";

    AuditUnavailableException(Throwable cause) {
        super(STATUS, MESSAGE);
        initCause(cause);
    }
}
