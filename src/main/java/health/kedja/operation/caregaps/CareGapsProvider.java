package health.kedja.operation.caregaps;

import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.ResourceParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import health.kedja.fhir.CareGap;
import health.kedja.fhir.CareGapDocument;
import health.kedja.history.CurrentCohort;
import health.kedja.history.Histories;
import health.kedja.history.Population;
import health.kedja.indicator.Counts;
import health.kedja.indicator.Indicator;
import health.kedja.indicator.Indicators;
import health.kedja.indicator.definition.UnitOfAnalysis;
import health.kedja.operation.BadParameter;
import health.kedja.operation.ChainSources;
import health.kedja.operation.OperationInput;
import health.kedja.operation.SubjectPeople;
import health.kedja.operation.SubjectRecords;
import health.kedja.pathway.Guidelines;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;

/** The door of {@code $care-gaps}. */
public final class CareGapsProvider {

    /** More patients than this are no worklist; $evaluate-measure with a subject list tells of any number. */
    static final int MOST_PATIENTS = 1_000;

    private final Indicators indicators;
    private final Guidelines guidelines;
    private final SubjectPeople subjects;
    private final SubjectRecords records;
    private final CurrentCohort cohort;
    private final ChainSources chainSources;
    private final Histories histories;
    private final Clock clock;

    /** @param clock in the time zone in which calendar days are counted */
    public CareGapsProvider(
            Indicators indicators,
            Guidelines guidelines,
            SubjectPeople subjects,
            SubjectRecords records,
            CurrentCohort cohort,
            ChainSources chainSources,
            Histories histories,
            Clock clock) {
        this.indicators = indicators;
        this.guidelines = guidelines;
        this.subjects = subjects;
        this.records = records;
        this.cohort = cohort;
        this.chainSources = chainSources;
        this.histories = histories;
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
        CareGapsRequest asked = CareGapsRequest.parse(input, indicators, guidelines, LocalDate.now(clock));
        Optional<Set<String>> people = subjects.of(Optional.of(asked.subject()), request);
        people.ifPresent(all -> refuseTooMany(all.size()));
        Instant read = clock.instant();
        Population population = cohort.now();
        IndicatorGaps gaps =
                new IndicatorGaps(asked, population.cohort(), chainSources.of(asked.guideline(), population), read);
        Map<Indicator, Map<String, Counts>> counts = new LinkedHashMap<>();
        Set<String> patients = new LinkedHashSet<>(people.orElse(Set.of()));
        for (Indicator indicator : asked.indicators()) {
            Map<String, Counts> ofIndicator = gaps.counts(indicator, people);
            patients.addAll(ofIndicator.keySet());
            // The steps of a chain are told one by one.
            if (IndicatorGaps.canHaveGaps(indicator) && indicator.population().unit() != UnitOfAnalysis.CHAIN) {
                counts.put(indicator, ofIndicator);
            }
        }
        refuseTooMany(patients.size());
        Parameters answer = new Parameters();
        for (String patient : patients) {
            List<CareGap> all = new ArrayList<>(ChainGaps.of(histories.of(patient), asked));
            counts.forEach((indicator, byPatient) -> Optional.ofNullable(byPatient.get(patient))
                    .flatMap(counted -> gaps.gap(indicator, patient, counted))
                    .ifPresent(all::add));
            all.removeIf(gap -> !asked.statuses().contains(gap.status()));
            if (!all.isEmpty()) {
                Patient subject = (Patient) records.read("Patient", patient, request);
                answer.addParameter()
                        .setName("return")
                        .setResource(CareGapDocument.of(subject, all, asked.asOf(), read));
            }
        }
        return answer;
    }

    private static void refuseTooMany(int patients) {
        if (patients > MOST_PATIENTS) {
            throw BadParameter.of(
                    "subject",
                    "stands for " + patients + " patients, and gaps are told of " + MOST_PATIENTS
                            + " at most. Give a smaller Group, a shorter period or fewer measures; or ask"
                            + " $evaluate-measure for a subject-list.");
        }
    }
}
