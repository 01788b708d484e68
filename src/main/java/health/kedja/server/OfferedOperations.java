package health.kedja.server;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IBaseConformance;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.SystemRestfulInteraction;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/**
 * Takes what HAPI brings but this server cannot do out of the CapabilityStatement, and refuses it: what needs a full-text
 * index, and HAPI's own means of moving references between records, which leave more to undo than a
 * {@code Patient.link}.
 */
@Interceptor
public final class OfferedOperations {

    private static final Set<String> NOT_OFFERED = Set.of(
            "hapi.fhir.merge",
            "hapi.fhir.undo-merge",
            "hapi.fhir.replace-references",
            "hapi.fhir.undo-replace-references",
            "lastn",
            "subsumes",
            "mark-all-resources-for-reindexing",
            "perform-reindexing-pass",
            "reindex-terminology");

    /** Of those that a server has only where requests need tokens, the one that somebody might ask for before. */
    private static final String ASSIGN_OWNER = "$assign-owner";

    private static final Set<String> NOT_SEARCHABLE = Set.of("_content", "_filter", "_list", "_text");

    private final boolean guarded;

    /** @param guarded whether requests need a token */
    OfferedOperations(boolean guarded) {
        this.guarded = guarded;
    }

    @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLER_SELECTED)
    public void check(RequestDetails request) {
        String operation = request.getOperation();
        if (operation != null && operation.startsWith("$") && NOT_OFFERED.contains(operation.substring(1))) {
            throw notSupported("The operation " + operation + " is not offered by this server.");
        }
        if (ASSIGN_OWNER.equals(operation) && !guarded) {
            throw notSupported("The operation $assign-owner is not offered while requests need no token: nothing has an"
                    + " owner then. Turn access control on first (docs/access.md).");
        }
        if ("$import-poll-status".equals(operation) && isMissing(request, "_jobId")) {
            throw RefusedRequest.of(
                    IssueType.REQUIRED, "The operation $import-poll-status needs _jobId, the job to tell of.");
        }
        for (String parameter : request.getParameters().keySet()) {
            if (NOT_SEARCHABLE.contains(parameter.split(":", 2)[0])) {
                throw notSupported("The search parameter " + parameter + " is not offered by this server.");
            }
        }
    }

    @Hook(Pointcut.SERVER_CAPABILITY_STATEMENT_GENERATED)
    public void state(IBaseConformance statement) {
        for (CapabilityStatementRestComponent rest : ((CapabilityStatement) statement).getRest()) {
            rest.getOperation().removeIf(operation -> NOT_OFFERED.contains(operation.getName()));
            rest.getSearchParam().removeIf(parameter -> NOT_SEARCHABLE.contains(parameter.getName()));
            rest.getResource().forEach(type -> {
                type.getOperation().removeIf(operation -> NOT_OFFERED.contains(operation.getName()));
                type.getSearchParam().removeIf(parameter -> NOT_SEARCHABLE.contains(parameter.getName()));
            });
            // HAPI states transactions and forgets batches.
            rest.addInteraction().setCode(SystemRestfulInteraction.BATCH);
        }
    }

    private static boolean isMissing(RequestDetails request, String parameter) {
        String[] values = request.getParameters().get(parameter);
        return values == null || values.length == 0 || values[0].isBlank();
    }

    private static InvalidRequestException notSupported(String diagnostics) {
        return RefusedRequest.of(IssueType.NOTSUPPORTED, diagnostics);
    }
}
