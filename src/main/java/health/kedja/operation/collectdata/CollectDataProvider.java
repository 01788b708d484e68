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
import health.kedja.history.Histories;
import health.kedja.indicator.Indicator;
import health.kedja.indicator.Indicators;
import health.kedja.indicator.Question;
import health.kedja.operation.BadParameter;
import health.kedja.operation.CommonParameters;
import health.kedja.operation.MeasureParameters;
import health.kedja.operation.MeasurePeriod;
import health.kedja.operation.MeasureSubject;
import health.kedja.operation.OperationInput;
import health.kedja.operation.SubjectPeople;
import health.kedja.operation.SubjectRecords;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;

/** The door of {@code $collect-data}: one patient and one measure. */
public final class CollectDataProvider {

    private static final Set<String> PARAMETERS =
            Set.of("periodStart", "periodEnd", "subject", "asOf", "lastReceivedOn");

    private final Indicators indicators;
    private final SubjectPeople subjects;
    private final SubjectRecords records;
    private final Histories histories;
    private final Clock clock;

    /** @param clock in the time zone in which calendar days are counted */
    public CollectDataProvider(
            Indicators indicators, SubjectPeople subjects, SubjectRecords records, Histories histories, Clock clock) {
        this.indicators = indicators;
        this.subjects = subjects;
        this.records = records;
        this.histories = histories;
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
        MeasureParameters.refuseLastReceivedOn(input);
        MeasurePeriod period = MeasurePeriod.parse(input);
        MeasureSubject subject = MeasureSubject.parse(input, Set.of("Patient"))
                .orElseThrow(() -> BadParameter.of("subject", "is missing. Give it as Patient/[id]."));
        LocalDate asOf = CommonParameters.asOf(input, LocalDate.now(clock));
        Instant read = clock.instant();
        String patient = subjects.of(Optional.of(subject), request)
                .orElseThrow()
                .iterator()
                .next();
        PatientHistory history = histories.of(patient);
        List<Resource> resources = new ArrayList<>();
        resources.add(records.read("Patient", patient, request));
        Set<String> names = new LinkedHashSet<>();
        names.add("Patient/" + patient);
        for (String name : EvidenceEvents.of(indicator, history.history(), asOf)) {
            if (names.add(name)) {
                read(name, request).ifPresentOrElse(resources::add, () -> names.remove(name));
            }
        }
        Question question = new Question(
                period.start(), period.end(), asOf, List.of(), Optional.of(Set.of(patient)), Optional.empty(), 0);
        ReportBasis basis = new ReportBasis(
                UUID.randomUUID().toString(), read, Optional.empty(), Optional.of("Patient/" + patient));
        Parameters answer = new Parameters();
        answer.addParameter()
                .setName("measureReport")
                .setResource(IndicatorReport.dataCollection(indicator, question, basis, names));
        resources.forEach(resource -> answer.addParameter().setName("resource").setResource(resource));
        return answer;
    }

    /** An event may name a contact that only another server has. */
    private Optional<Resource> read(String name, RequestDetails request) {
        String[] segments = name.split("/");
        if (segments.length != 2) {
            return Optional.empty();
        }
        try {
            return Optional.of(records.read(segments[0], segments[1], request));
        } catch (ResourceNotFoundException | ResourceGoneException e) {
            return Optional.empty();
        }
    }
}
