package health.kedja.operation;

import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
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
        String diagnostics = "Parameter '" + name + "': " + problem;
        OperationOutcome outcome = new OperationOutcome();
        outcome.addIssue()
                .setSeverity(OperationOutcome.IssueSeverity.ERROR)
                .setCode(OperationOutcome.IssueType.VALUE)
                .setDiagnostics(diagnostics)
                .addExpression(name);
        return new InvalidRequestException(diagnostics, outcome);
    }
}
