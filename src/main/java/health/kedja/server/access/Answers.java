package health.kedja.server.access;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import java.util.Optional;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** Takes out of answers what would tell of things that the caller may not see: totals, and that something was deleted. */
@Interceptor
public final class Answers {

    private final Verdicts verdicts;

    Answers(Verdicts verdicts) {
        this.verdicts = verdicts;
    }

    @Hook(Pointcut.SERVER_PRE_PROCESS_OUTGOING_EXCEPTION)
    public BaseServerResponseException notKnown(RequestDetails request, Throwable failure) {
        if (failure instanceof InvalidRequestException
                && String.valueOf(failure.getMessage()).contains("HAPI-1094")
                && verdicts.asker(request).isPresent()) {
            return new InvalidRequestException(Refused.withoutPath(failure.getMessage()));
        }
        boolean gone = failure instanceof ResourceGoneException
                && request != null
                && request.getId() != null
                && request.getRestOperationType() != RestOperationTypeEnum.GET_PAGE;
        return gone && verdicts.asker(request).isPresent()
                ? Refused.unknown(
                        request.getId().getResourceType() == null
                                ? request.getResourceName()
                                : request.getId().getResourceType(),
                        request.getId().getIdPart())
                : null;
    }

    @Hook(Pointcut.SERVER_OUTGOING_RESPONSE)
    public void tidy(RequestDetails request, IBaseResource answer) {
        if (!(answer instanceof Bundle bundle) || request.getRestOperationType() == RestOperationTypeEnum.METADATA) {
            return;
        }
        Optional<Asker> asker = verdicts.asker(request);
        if (asker.isPresent()) {
            tidy(bundle, request, asker.get());
        }
    }

    private void tidy(Bundle bundle, RequestDetails request, Asker asker) {
        boolean counted = bundle.getType() == BundleType.SEARCHSET || bundle.getType() == BundleType.HISTORY;
        if (counted && bundle.hasTotal() && !verdicts.findsOnlyTheirs(asker, request)) {
            bundle.setTotalElement(null);
        }
        for (BundleEntryComponent entry : bundle.getEntry()) {
            if (entry.getResource() instanceof Bundle inner && inner.hasTotal() && !asker.seesAllAlike()) {
                // A search within a batch: of which type is not known here.
                inner.setTotalElement(null);
            }
            if (entry.hasResponse()
                    && entry.getResponse().getStatus() != null
                    && entry.getResponse().getStatus().startsWith("410")) {
                OperationOutcome outcome = Refused.outcome(IssueType.PROCESSING, "This resource is not known");
                entry.getResponse().setStatus("404 Not Found").setOutcome(outcome);
            }
            if (entry.getResponse().getOutcome() instanceof OperationOutcome outcome) {
                outcome.getIssue().stream()
                        .filter(OperationOutcome.OperationOutcomeIssueComponent::hasDiagnostics)
                        .forEach(issue -> issue.setDiagnostics(Refused.withoutPath(issue.getDiagnostics())));
            }
        }
    }
}
