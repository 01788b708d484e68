package health.kedja.operation.collectdata;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.ResourceParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import health.kedja.fhir.EvidenceEvents;
import health.kedja.fhir.IndicatorReport;
import health.kedja.fhir.PatientHistory;
import health.kedja.fhir.ReportBasis;
import health.kedja.fhir.ReportMessages;
import health.kedja.history.Known;
import health.kedja.history.KnownPeople;
import health.kedja.indicator.Indicator;
import health.kedja.indicator.Indicators;
import health.kedja.indicator.Question;
import health.kedja.operation.BadParameter;
import health.kedja.operation.CommonParameters;
import health.kedja.operation.MeasureParameters;
import health.kedja.operation.MeasurePeriod;
import health.kedja.operation.MeasureSubject;
import health.kedja.operation.OperationInput;
import health.kedja.operation.PastRecords;
import health.kedja.operation.SubjectPeople;
import health.kedja.operation.SubjectRecords;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;

/** The door of {@code $collect-data}: one patient and one measure. */
public final class CollectDataProvider {

    private static final Set<String> PARAMETERS =
            Set.of("periodStart", "periodEnd", "subject", "asOf", "lastReceivedOn");

    private final Indicators indicators;
    private final SubjectPeople subjects;
    private final SubjectRecords records;
    private final KnownPeople knownPeople;
    private final PastRecords pastRecords;
    private final Clock clock;

    /** @param clock in the time zone in which calendar days are counted */
    public CollectDataProvider(
            Indicators indicators,
            SubjectPeople subjects,
            SubjectRecords records,
            KnownPeople knownPeople,
            PastRecords pastRecords,
            Clock clock) {
        this.indicators = indicators;
        this.subjects = subjects;
        this.records = records;
        this.knownPeople = knownPeople;
        this.pastRecords = pastRecords;
        this.clock = clock;
    }

    /** The resources of a patient that the measure looks at, and a report that names them. */
    @Operation(
            name = "$collect-data",
            type = Measure.class,
            idempotent = true,
            canonicalUrl = "https://kedja.health/fhir/OperationDefinition/collect-data")
    public Parameters ofMeasure(@IdParam IdType id, @ResourceParam Parameters body, RequestDetails request) {
        Indicator indicator = MeasureParameters.ofInstance(id.getIdPart(), indicators);
        OperationInput input = OperationInput.read(request, body, PARAMETERS);
        MeasurePeriod period = MeasurePeriod.parse(input);
        MeasureSubject subject = MeasureSubject.parse(input, Set.of("Patient"))
                .orElseThrow(() -> BadParameter.of("subject", "is missing. Give it as Patient/[id]."));
        LocalDate asOf = CommonParameters.asOf(input, LocalDate.now(clock));
        Optional<Instant> until = MeasureParameters.lastReceivedOn(input, clock.getZone());
        Known known = knownPeople.of(subjects.named(subject, request).orElseThrow(), until, subjects.audience(request));
        PatientHistory history = known.histories().values().iterator().next();
        Instant read = known.population().dataAsOf();
        Set<String> names = new LinkedHashSet<>();
        names.add(history.patient());
        names.addAll(EvidenceEvents.of(indicator, history.history(), asOf));
        Map<String, Resource> resources =
                until.isPresent() ? pastRecords.of(names, read, request) : stored(names, request);
        if (!resources.containsKey(history.patient())) {
            throw BadParameter.notFound(
                    "subject",
                    history.patient() + " was not stored here at " + read + ", or was removed for good since.");
        }
        // An event may name a contact that only another server has.
        names.retainAll(resources.keySet());
        Question question = new Question(
                period.start(),
                period.end(),
                asOf,
                List.of(),
                Optional.of(known.histories().keySet()),
                Optional.empty(),
                0);
        ReportBasis basis =
                new ReportBasis(UUID.randomUUID().toString(), read, Optional.empty(), Optional.of(history.patient()));
        MeasureReport report = IndicatorReport.dataCollection(indicator, question, basis, names);
        if (known.population().expungedSince() > 0) {
            ReportMessages.add(
                    report,
                    List.of(MeasureParameters.expunged(known.population().expungedSince())));
        }
        Parameters answer = new Parameters();
        answer.addParameter().setName("measureReport").setResource(report);
        names.forEach(name -> answer.addParameter().setName("resource").setResource(resources.get(name)));
        return answer;
    }

    private Map<String, Resource> stored(Set<String> names, RequestDetails request) {
        Map<String, Resource> resources = new HashMap<>();
        for (String name : names) {
            String[] segments = name.split("/");
            if (segments.length == 2) {
                try {
                    resources.put(name, records.read(segments[0], segments[1], request));
                } catch (ResourceNotFoundException | ResourceGoneException e) {
                    // Told by its absence from the report.
                }
            }
        }
        return resources;
    }
}
