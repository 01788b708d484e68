package health.kedja.access.audit;

import ca.uhn.fhir.rest.annotation.Count;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.DateRangeParam;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.StringParam;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import health.kedja.access.Scope.Interaction;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;

/**
 * The trail as AuditEvents: read and search, the latest first. There is no other way to it: what would change or remove
 * an event is not offered.
 */
public final class AuditEventProvider implements IResourceProvider {

    /** The search parameters that there are. */
    static final Set<String> PARAMETERS = Set.of("patient", "date", "agent", "type", "subtype", "outcome");

    private static final String TYPE = "rest";
    private static final int NO_OUTCOME = -1;

    private final AccessLog log;
    private final UnaryOperator<Set<String>> below;

    /** @param below from organizations to themselves and those that are part of them */
    public AuditEventProvider(AccessLog log, UnaryOperator<Set<String>> below) {
        this.log = log;
        this.below = below;
    }

    @Override
    public Class<AuditEvent> getResourceType() {
        return AuditEvent.class;
    }

    /** One event. */
    @Read
    public AuditEvent read(@IdParam IdType id, RequestDetails request) {
        AuditReaders.requireAdministrator(request, Interaction.READ);
        Long row = id.isIdPartValidLong() ? id.getIdPartAsLong() : null;
        List<StoredAccess> found = row == null ? List.of() : log.find(query(request, row, null, 1));
        if (found.isEmpty()) {
            throw new ResourceNotFoundException(id);
        }
        return events(request).of(found.get(0));
    }

    /** Events by patient, date, agent, type, subtype and outcome. */
    @Search
    @SuppressWarnings("java:S107") // The parameters of the search.
    public Bundle search(
            @OptionalParam(name = "patient") ReferenceParam patient,
            @OptionalParam(name = "date") DateRangeParam date,
            @OptionalParam(name = "agent") ReferenceParam agent,
            @OptionalParam(name = "type") TokenParam type,
            @OptionalParam(name = "subtype") TokenParam subtype,
            @OptionalParam(name = "outcome") TokenParam outcome,
            @OptionalParam(name = AccessPage.BEFORE) StringParam before,
            @Count Integer count,
            RequestDetails request) {
        AuditReaders.requireAdministrator(request, Interaction.SEARCH);
        if (patient != null && AuditReaders.caller(request).isPresent()) {
            throw new InvalidRequestException(
                    "patient cannot be asked for here, since an administrator sees nothing of patients. Those who take care"
                            + " of the patient ask Patient/[id]/$access-log.");
        }
        AccessQuery query = new AccessQuery(
                null,
                patient == null ? Set.of() : Set.of(patient.getIdPart()),
                date == null ? null : instant(date.getLowerBoundAsInstant()),
                date == null || date.getUpperBoundAsInstant() == null
                        ? null
                        : date.getUpperBoundAsInstant().toInstant().plusMillis(1),
                agent == null ? null : agent.getValue(),
                subtype == null ? null : subtype.getValue(),
                outcome(outcome),
                organizations(request),
                AccessPage.before(before == null ? null : before.getValue()),
                AccessPage.count(count));
        boolean none = type != null && !TYPE.equals(type.getValue());
        return new AccessPage(query, events(request)).of(none ? List.of() : log.find(query), request);
    }

    private AccessQuery query(RequestDetails request, Long id, Long before, int count) {
        return new AccessQuery(id, Set.of(), null, null, null, null, null, organizations(request), before, count);
    }

    /** Whose accesses whoever asks sees: of those who act for their organizations, or for one below; empty for all. */
    private Set<String> organizations(RequestDetails request) {
        Set<String> own = AuditReaders.organizations(request);
        return own.isEmpty() ? own : below.apply(own);
    }

    private static AuditEvents events(RequestDetails request) {
        boolean withoutPatients = AuditReaders.caller(request).isPresent();
        return new AuditEvents(request.getFhirServerBase(), Locale.ENGLISH, withoutPatients);
    }

    private static Instant instant(Date date) {
        return date == null ? null : date.toInstant();
    }

    private static Integer outcome(TokenParam outcome) {
        if (outcome == null) {
            return null;
        }
        return switch (outcome.getValue()) {
            case "0", "4", "8" -> Integer.valueOf(outcome.getValue());
            default -> NO_OUTCOME;
        };
    }
}
