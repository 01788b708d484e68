package health.kedja.operation;

import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import org.hl7.fhir.r4.model.OperationOutcome;

/** An error that names the parameter of an operation, the rule and the value. */
public final class BadParameter {

    private BadParameter() {}

    /**
     * The error to throw; status 400.
     *
     * @param name the parameter
     * @param problem what is wrong with the value and what to do
     */
    public static InvalidRequestException of(String name, String problem) {
        return new InvalidRequestException(
                diagnostics(name, problem), outcome(name, problem, OperationOutcome.IssueType.VALUE));
    }

    /** The error to throw where what a parameter names is not there; status 404. */
    public static ResourceNotFoundException notFound(String name, String problem) {
        return new ResourceNotFoundException(
                diagnostics(name, problem), outcome(name, problem, OperationOutcome.IssueType.NOTFOUND));
    }

    /** The error to throw where a parameter is one that this server cannot serve yet; status 400. */
    public static InvalidRequestException notSupported(String name, String problem) {
        return new InvalidRequestException(
                diagnostics(name, problem), outcome(name, problem, OperationOutcome.IssueType.NOTSUPPORTED));
    }

    private static String diagnostics(String name, String problem) {
        return "Parameter '" + name + "': " + problem;
    }

    private static OperationOutcome outcome(String name, String problem, OperationOutcome.IssueType type) {
        OperationOutcome outcome = new OperationOutcome();
        outcome.addIssue()
                .setSeverity(OperationOutcome.IssueSeverity.ERROR)
                .setCode(type)
                .setDiagnostics(diagnostics(name, problem))
                .addExpression(name);
        return outcome;
    }
}
