package health.kedja.server.access;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.ResponseDetails;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceVersionConflictException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.OperationOutcome.OperationOutcomeIssueComponent;
import org.hl7.fhir.r4.model.Resource;

/**
 * Takes out of answers what would tell of things that the caller may not see: totals, that something was deleted, and what
 * refers to what is to be.
 */
@Interceptor
public final class Answers {

    /** As HAPI says why something cannot be deleted. */
    private static final Pattern REFERRER =
            Pattern.compile("First reference found was resource ([A-Za-z]+)/\\S+ in path \\S+");

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
        if (failure instanceof ResourceVersionConflictException
                && verdicts.asker(request)
                        .filter(asker -> tellsOfOthers(asker, failure.getMessage()))
                        .isPresent()) {
            return new ResourceVersionConflictException(withoutReferrer(failure.getMessage()));
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

    /** Whether a deletion is refused for a resource, by name, of which the caller may not see each one. */
    private boolean tellsOfOthers(Asker asker, String message) {
        Matcher referrer = REFERRER.matcher(String.valueOf(message));
        return referrer.find() && !verdicts.seesAllOfRegion(asker, referrer.group(1), "read");
    }

    private static String withoutReferrer(String message) {
        return REFERRER.matcher(message)
                .replaceFirst(
                        "Which one is not told: it may not be yours to see. Whoever keeps it removes the reference"
                                + " first.");
    }

    /**
     * That a condition is met by what is there may be told to who writes; what that is, to who reads. The storage's hooks
     * are asked the same when HAPI looks for it.
     */
    @Hook(Pointcut.SERVER_OUTGOING_RESPONSE)
    public void withholdFound(RequestDetails request, ResponseDetails response) {
        IBaseResource answer = response.getResponseResource();
        if (request.getRestOperationType() == RestOperationTypeEnum.CREATE) {
            if (answer instanceof Resource found && isWithheld(found, request)) {
                response.setResponseResource(null);
            }
        } else if (answer instanceof Bundle bundle && request.getResource() instanceof Bundle sent) {
            for (int i = 0;
                    i < Math.min(sent.getEntry().size(), bundle.getEntry().size());
                    i++) {
                BundleEntryComponent entry = bundle.getEntry().get(i);
                if (sent.getEntry().get(i).getRequest().hasIfNoneExist()
                        && entry.hasResource()
                        && isWithheld(entry.getResource(), request)) {
                    entry.setResource(null);
                }
            }
        }
    }

    private boolean isWithheld(Resource found, RequestDetails request) {
        String name = found.fhirType() + "/" + found.getIdElement().getIdPart();
        return !(found instanceof OperationOutcome)
                && !LeavingCheck.written(request).contains(name)
                && verdicts.asker(request)
                        .filter(asker -> !verdicts.may(asker, request, Set.of("read"), found))
                        .isPresent();
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
                        .filter(OperationOutcomeIssueComponent::hasDiagnostics)
                        .forEach(issue -> tidy(issue, asker));
            }
        }
    }

    private void tidy(OperationOutcomeIssueComponent issue, Asker asker) {
        String told = Refused.withoutPath(issue.getDiagnostics());
        issue.setDiagnostics(tellsOfOthers(asker, told) ? withoutReferrer(told) : told);
    }
}
