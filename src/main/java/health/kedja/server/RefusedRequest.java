package health.kedja.server;

import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** A 400 that names the parameter, the rule that it breaks and the value. */
final class RefusedRequest {

    private static final int LONGEST = 100;

    private RefusedRequest() {}

    /**
     * What to throw.
     *
     * @param parameter a parameter, header or other part of the request
     * @param rule such as "must not be negative"
     */
    static InvalidRequestException of(String parameter, String rule, Object value) {
        String given = String.valueOf(value).replace('\0', '\uFFFD');
        String shown = given.length() > LONGEST ? given.substring(0, LONGEST) + "…" : given;
        return of(IssueType.VALUE, parameter + " " + rule + "; given was \"" + shown + "\".");
    }

    static InvalidRequestException of(IssueType type, String diagnostics) {
        OperationOutcome outcome = new OperationOutcome();
        outcome.addIssue().setSeverity(IssueSeverity.ERROR).setCode(type).setDiagnostics(diagnostics);
        return new InvalidRequestException(diagnostics, outcome);
    }
}
