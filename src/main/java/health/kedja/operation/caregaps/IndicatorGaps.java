package health.kedja.operation.caregaps;

import health.kedja.fhir.CareGap;
import health.kedja.fhir.IndicatorReport;
import health.kedja.fhir.ReportBasis;
import health.kedja.fhir.ReportMessages;
import health.kedja.history.Population;
import health.kedja.indicator.Cell;
import health.kedja.indicator.ChainSource;
import health.kedja.indicator.ColumnChains;
import health.kedja.indicator.Counts;
import health.kedja.indicator.Evaluation;
import health.kedja.indicator.Indicator;
import health.kedja.indicator.Question;
import health.kedja.indicator.Report;
import health.kedja.indicator.Stratifier;
import health.kedja.indicator.definition.Improvement;
import health.kedja.indicator.definition.Scoring;
import health.kedja.indicator.scan.Found;
import health.kedja.operation.MeasureParameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportType;

/** What the indicators say of each patient. */
final class IndicatorGaps {

    private final CareGapsRequest asked;
    private final Population population;
    private final ChainSource chains;

    /** @param population no others are counted */
    IndicatorGaps(CareGapsRequest asked, Population population) {
        this.asked = asked;
        this.population = population;
        this.chains = new ColumnChains(asked.guideline(), population.units());
    }

    /** Whether a patient can fulfil the indicator or not: only then can there be a gap. */
    static boolean canHaveGaps(Indicator indicator) {
        return indicator.scoring() == Scoring.PROPORTION && indicator.improvement() != Improvement.NEUTRAL;
    }

    /** What an indicator counts of each patient; where a unit is asked for, only what it counts for the unit. */
    Map<String, Counts> counts(Indicator indicator) {
        Map<String, Counts> byPatient = new LinkedHashMap<>();
        for (Found found : Evaluation.members(indicator, question(Optional.empty()), population.cohort(), chains)) {
            if (!asked.subject().isUnit()
                    || asked.subject().reference().equals(found.strata().get(0))) {
                byPatient.merge(found.person(), found.counts(), Counts::plus);
            }
        }
        return byPatient;
    }

    private Question question(Optional<Set<String>> people) {
        return new Question(
                asked.period().start(),
                asked.period().end(),
                asked.asOf(),
                people.isPresent() ? List.of() : List.of(Stratifier.UNIT),
                people,
                Optional.empty(),
                0);
    }

    /** The gap of a patient; empty where the indicator does not count the patient at all. */
    Optional<CareGap> gap(Indicator indicator, String patient, Counts counts) {
        return status(indicator, counts).map(status -> {
            Cell cell = new Cell(
                    Map.of(),
                    Cell.Standing.SHOWN,
                    counts,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
            ReportBasis basis = new ReportBasis(
                    UUID.randomUUID().toString(),
                    population.dataAsOf(),
                    Optional.of(asked.guideline().canonicalWithVersion()),
                    Optional.of("Patient/" + patient));
            MeasureReport report = IndicatorReport.of(
                    new Report(indicator, question(Optional.of(Set.of(patient))), cell, List.of(), List.of()),
                    basis,
                    MeasureReportType.INDIVIDUAL);
            if (population.expungedSince() > 0) {
                ReportMessages.add(report, List.of(MeasureParameters.expunged(population.expungedSince())));
            }
            return new CareGap(
                    status,
                    indicator.id() + " " + indicator.title(),
                    detail(indicator, status, counts),
                    Optional.empty(),
                    Optional.of(report),
                    List.of());
        });
    }

    private static Optional<CareGap.Status> status(Indicator indicator, Counts counts) {
        boolean fulfilled = indicator.improvement() == Improvement.INCREASE
                ? counts.numerator() == counts.denominator()
                : counts.numerator() == 0;
        if (!fulfilled) {
            return Optional.of(CareGap.Status.OPEN_GAP);
        }
        if (counts.pending() > 0) {
            return Optional.of(CareGap.Status.PROSPECTIVE_GAP);
        }
        return counts.denominator() > 0 ? Optional.of(CareGap.Status.CLOSED_GAP) : Optional.empty();
    }

    private String detail(Indicator indicator, CareGap.Status status, Counts counts) {
        String words = switch (status) {
            case OPEN_GAP -> " is not as it should be: ";
            case PROSPECTIVE_GAP -> " cannot be told yet, the follow-up is not over on " + asked.asOf() + ": ";
            case CLOSED_GAP -> " is as it should be: ";
        };
        return indicator.title() + words + counts.numerator() + " of " + counts.denominator() + " counted, "
                + counts.pending() + " pending.";
    }
}
