package health.kedja.operation;

import ca.uhn.fhir.rest.server.exceptions.UnclassifiedServerFailureException;
import org.hl7.fhir.r4.model.OperationOutcome;

/**
 * Status 202. No failure: this is how an operation answers with a status of its own and headers, and an OperationOutcome,
 * in the format and encoding that the client asked for.
 */
public final class Accepted extends UnclassifiedServerFailureException {

    private static final long serialVersionUID = 1;
    private static final int STATUS = 202;

    public Accepted(String message) {
        super(STATUS, message, outcome(message));
    }

    private static OperationOutcome outcome(String message) {
        OperationOutcome outcome = new OperationOutcome();
        outcome.addIssue()
                .setSeverity(OperationOutcome.IssueSeverity.INFORMATION)
                .setCode(OperationOutcome.IssueType.INFORMATIONAL)
                .setDiagnostics(message);
        return outcome;
    }
}
