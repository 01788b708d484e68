package health.kedja.access.audit;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.StringType;

/** {@code Patient/[id]/$access-log}: who read or wrote what about a patient, when and why; the latest first. */
public final class AccessLogProvider {

    private static final String DEFINITION = "https://kedja.health/fhir/OperationDefinition/access-log";

    private final AccessLog log;
    private final BiFunction<String, RequestDetails, Set<String>> records;
    private final Function<RequestDetails, Locale> language;
    private final ZoneId zone;

    /**
     * The operation.
     *
     * @param records from a patient record to those of the same person that are for whoever asks, itself among them; throws
     *     where it is not there, or not for whoever asks
     * @param language of the reader
     * @param zone where days begin and end
     */
    public AccessLogProvider(
            AccessLog log,
            BiFunction<String, RequestDetails, Set<String>> records,
            Function<RequestDetails, Locale> language,
            ZoneId zone) {
        this.log = log;
        this.records = records;
        this.language = language;
        this.zone = zone;
    }

    /** The accesses to every record of the person on these days, both included. */
    @Operation(name = "$access-log", type = Patient.class, idempotent = true, canonicalUrl = DEFINITION)
    public Bundle ofPatient(
            @IdParam IdType id,
            @OperationParam(name = "start", max = 1) DateType start,
            @OperationParam(name = "end", max = 1) DateType end,
            @OperationParam(name = "_count", max = 1) StringType count,
            @OperationParam(name = AccessPage.BEFORE, max = 1) StringType before,
            RequestDetails request) {
        AuditReaders.requireCarer(request, id.getIdPart());
        Set<String> patients = records.apply(id.getIdPart(), request);
        AccessQuery query = new AccessQuery(
                null,
                patients,
                start == null ? null : beginning("start", start, 0),
                end == null ? null : beginning("end", end, 1),
                null,
                null,
                null,
                Set.of(),
                AccessPage.before(before == null ? null : before.getValue()),
                AccessPage.count(count == null ? null : number(count.getValue())));
        if (query.from() != null && query.until() != null && !query.from().isBefore(query.until())) {
            throw new InvalidRequestException("end must not be before start; given were \"" + start.getValueAsString()
                    + "\" and \"" + end.getValueAsString() + "\".");
        }
        AuditEvents events = new AuditEvents(request.getFhirServerBase(), language.apply(request), false);
        List<StoredAccess> found =
                log.find(query).stream().map(new QueryOfPerson(patients)::tell).toList();
        return new AccessPage(query, events).of(found, request);
    }

    private Instant beginning(String parameter, DateType day, int daysLater) {
        String text = day.getValueAsString();
        if (text == null || text.length() != "2026-01-31".length()) {
            throw new InvalidRequestException(
                    parameter + " must be a day, such as 2026-01-31; given was \"" + text + "\".");
        }
        return LocalDate.parse(text).plusDays(daysLater).atStartOfDay(zone).toInstant();
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
    }
}
