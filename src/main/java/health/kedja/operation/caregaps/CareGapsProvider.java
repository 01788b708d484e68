package health.kedja.operation.caregaps;

import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.ResourceParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import health.kedja.fhir.CareGap;
import health.kedja.fhir.CareGapDocument;
import health.kedja.history.Audience;
import health.kedja.history.CurrentCohort;
import health.kedja.history.Known;
import health.kedja.history.KnownPeople;
import health.kedja.history.PastCohorts;
import health.kedja.history.Population;
import health.kedja.indicator.Indicators;
import health.kedja.operation.BadParameter;
import health.kedja.operation.OperationInput;
import health.kedja.operation.PastRecords;
import health.kedja.operation.SubjectPeople;
import health.kedja.operation.SubjectRecords;
import health.kedja.pathway.Guidelines;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;

/** The door of {@code $care-gaps}. */
public final class CareGapsProvider {

    /** More patients than this are no worklist; $evaluate-measure with a subject list tells of any number. */
    static final int MOST_PATIENTS = 1_000;

    private final Indicators indicators;
    private final Guidelines guidelines;
    private final SubjectPeople subjects;
    private final SubjectRecords records;
    private final CurrentCohort cohort;
    private final PastCohorts past;
    private final KnownPeople knownPeople;
    private final PastRecords pastRecords;
    private final Clock clock;

    /** @param clock in the time zone in which calendar days are counted */
    @SuppressWarnings("java:S107") // What is asked, of whom, and where the data of now and of then are.
    public CareGapsProvider(
            Indicators indicators,
            Guidelines guidelines,
            SubjectPeople subjects,
            SubjectRecords records,
            CurrentCohort cohort,
            PastCohorts past,
            KnownPeople knownPeople,
            PastRecords pastRecords,
            Clock clock) {
        this.indicators = indicators;
        this.guidelines = guidelines;
        this.subjects = subjects;
        this.records = records;
        this.cohort = cohort;
        this.past = past;
        this.knownPeople = knownPeople;
        this.pastRecords = pastRecords;
        this.clock = clock;
    }

    /** A document for each patient with gaps of the kind asked for. */
    @Operation(
            name = "$care-gaps",
            type = Measure.class,
            idempotent = true,
            canonicalUrl = "https://kedja.health/fhir/OperationDefinition/care-gaps")
    public Parameters ofMeasures(@ResourceParam Parameters body, RequestDetails request) {
        OperationInput input = OperationInput.read(request, body, CareGapsRequest.ONCE, CareGapsRequest.OFTEN);
        CareGapsRequest asked = CareGapsRequest.parse(input, indicators, guidelines, clock);
        Audience audience = subjects.audience(request);
        Optional<Set<String>> people = subjects.named(asked.subject(), request);
        people.ifPresent(CareGapsProvider::refuseTooMany);
        Known known = people.map(all -> knownPeople.of(all, asked.lastReceivedOn(), audience))
                .orElseGet(() -> ofUnit(asked, audience, request));
        Map<String, List<CareGap>> gaps = PatientGaps.of(known, asked);
        Map<String, Patient> subjectOf = patients(gaps.keySet(), known.population(), asked, request);
        Parameters answer = new Parameters();
        gaps.forEach((patient, all) -> answer.addParameter()
                .setName("return")
                .setResource(CareGapDocument.of(
                        subjectOf.get(patient),
                        all,
                        asked.asOf(),
                        known.population().dataAsOf())));
        return answer;
    }

    /** The patients of a unit are those whom an indicator counts for it. */
    private Known ofUnit(CareGapsRequest asked, Audience audience, RequestDetails request) {
        Population everyone = asked.lastReceivedOn()
                .map(instant -> past.asOf(instant, audience))
                .orElseGet(() -> cohort.now(audience));
        Set<String> patients = subjects.inReach(
                PatientGaps.counted(everyone.naming(asked.subject().reference()), asked), request);
        refuseTooMany(patients);
        return knownPeople.of(patients, Optional.of(everyone.dataAsOf()), audience);
    }

    private Map<String, Patient> patients(
            Collection<String> ids, Population population, CareGapsRequest asked, RequestDetails request) {
        Map<String, Patient> patients = new LinkedHashMap<>();
        if (asked.lastReceivedOn().isEmpty()) {
            ids.forEach(id -> patients.put(id, (Patient) records.read("Patient", id, request)));
            return patients;
        }
        Map<String, Resource> then =
                pastRecords.of(ids.stream().map(id -> "Patient/" + id).toList(), population.dataAsOf(), request);
        for (String id : ids) {
            // Of a record that was removed for good since nothing is left but that others speak of it.
            Patient removed = new Patient();
            removed.setId("Patient/" + id);
            patients.put(id, (Patient) then.getOrDefault("Patient/" + id, removed));
        }
        return patients;
    }

    private static void refuseTooMany(Set<String> patients) {
        if (patients.size() > MOST_PATIENTS) {
            throw BadParameter.of(
                    "subject",
                    "stands for " + patients.size() + " patients, and gaps are told of " + MOST_PATIENTS
                            + " at most. Give a smaller Group, a shorter period or fewer measures; or ask"
                            + " $evaluate-measure for a subject-list.");
        }
    }
}
