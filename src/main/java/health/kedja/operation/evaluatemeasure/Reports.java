package health.kedja.operation.evaluatemeasure;

import health.kedja.fhir.EvidenceEvents;
import health.kedja.fhir.IndicatorReport;
import health.kedja.fhir.ReportBasis;
import health.kedja.fhir.ReportMessages;
import health.kedja.fhir.ResourceEvents;
import health.kedja.fhir.SubjectLists;
import health.kedja.history.CurrentCohort;
import health.kedja.history.Histories;
import health.kedja.history.PastCohorts;
import health.kedja.history.Population;
import health.kedja.indicator.Cell;
import health.kedja.indicator.ChainSource;
import health.kedja.indicator.Counts;
import health.kedja.indicator.Indicator;
import health.kedja.indicator.Report;
import health.kedja.indicator.ReportKey;
import health.kedja.indicator.UnanswerableException;
import health.kedja.operation.BadParameter;
import health.kedja.operation.ChainSources;
import health.kedja.operation.MeasureParameters;
import health.kedja.operation.MeasureSubject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.MeasureReport;

/** Evaluates indicators and writes their reports. */
final class Reports {

    private final CurrentCohort cohort;
    private final PastCohorts past;
    private final ChainSources chainSources;
    private final Histories histories;
    private final Clock clock;

    Reports(CurrentCohort cohort, PastCohorts past, ChainSources chainSources, Histories histories, Clock clock) {
        this.cohort = cohort;
        this.past = past;
        this.chainSources = chainSources;
        this.histories = histories;
        this.clock = clock;
    }

    /** A report in both shapes. */
    record Made(Report report, MeasureReport resource) {}

    /**
     * The reports of a request.
     *
     * @param people the only patients to count; empty for everyone
     * @param progress told after each indicator; false to stop
     */
    List<Made> of(EvaluateMeasureRequest asked, Optional<Set<String>> people, Progress progress) {
        Population population = asked.lastReceivedOn().map(past::asOf).orElseGet(cohort::now);
        ChainSource chains = chainSources.of(asked.guideline(), population);
        List<Made> made = new ArrayList<>();
        for (Indicator indicator : asked.indicators()) {
            try {
                made.add(new One(asked, indicator, people, population, chains).make());
            } catch (UnanswerableException e) {
                throw refused(e);
            }
            if (!progress.done(made.size(), asked.indicators().size())) {
                break;
            }
        }
        return made;
    }

    private static RuntimeException refused(UnanswerableException e) {
        String parameter = switch (e.part()) {
            case PERIOD -> "periodStart";
            case STANDARD_POPULATION -> "standardPopulation";
            case STRATIFIERS -> "stratifier";
        };
        return BadParameter.of(parameter, e.getMessage() + (e.getMessage().endsWith(".") ? "" : "."));
    }

    /** One indicator of a request. */
    private final class One {

        private final EvaluateMeasureRequest asked;
        private final Indicator indicator;
        private final Optional<Set<String>> people;
        private final Population population;
        private final SubjectReport evaluation;
        private final ReportBasis basis;

        One(
                EvaluateMeasureRequest asked,
                Indicator indicator,
                Optional<Set<String>> people,
                Population population,
                ChainSource chains) {
            this.asked = asked;
            this.indicator = indicator;
            this.people = people;
            this.population = population;
            Optional<String> unit =
                    asked.subject().filter(MeasureSubject::isUnit).map(MeasureSubject::reference);
            this.evaluation = new SubjectReport(asked, indicator, people, unit, population.cohort(), chains);
            this.basis = new ReportBasis(
                    ReportKey.of(
                                    indicator,
                                    asked.question(indicator, people, asked.by()),
                                    population.dataAsOf(),
                                    rules(unit))
                            .id(),
                    population.dataAsOf(),
                    Optional.of(asked.guideline().canonicalWithVersion()),
                    asked.subject().map(MeasureSubject::reference));
        }

        /** What the report follows from beside its question. */
        private String rules(Optional<String> unit) {
            return String.join(
                    " ",
                    String.valueOf(ResourceEvents.RULES),
                    clock.getZone().getId(),
                    asked.guideline().canonicalWithVersion(),
                    asked.type().token,
                    unit.orElse(""));
        }

        Made make() {
            Report report = evaluation.report();
            MeasureReport resource = IndicatorReport.of(report, basis, asked.type().fhir);
            if (asked.type() == ReportType.SUBJECT_LIST) {
                Members members = evaluation.members(report);
                SubjectLists.add(resource, members::patients, this::links);
            }
            if (asked.type() == ReportType.SUBJECT) {
                String patient = people.orElseThrow().iterator().next();
                IndicatorReport.evaluated(
                        resource,
                        EvidenceEvents.of(indicator, histories.of(patient).history(), asked.asOf()));
            }
            ReportMessages.add(resource, messages(report));
            return new Made(report, resource);
        }

        private List<String> messages(Report report) {
            List<String> messages = new ArrayList<>();
            if (people.isPresent() && people.get().isEmpty()) {
                messages.add(
                        "Parameter 'subject': " + asked.subject().orElseThrow().reference()
                                + " has no members. Nobody was counted; that is no result.");
            }
            if (asked.period().end().isAfter(asked.asOf())) {
                messages.add("Parameter 'periodEnd': the period goes on after the last day of data, " + asked.asOf()
                        + ". What happened later is not seen.");
            }
            if (asked.standard().isPresent() && !StandardPopulations.fit(indicator)) {
                messages.add("Parameter 'standardPopulation': " + indicator.id()
                        + " is neither a proportion nor a rate and is not standardised.");
            }
            boolean isNobody = report.whole().standing() == Cell.Standing.SHOWN
                    && report.whole().counts().equals(Counts.NOTHING);
            if (!asked.by().isEmpty() && report.cells().isEmpty() && !isNobody) {
                messages.add("Parameter 'stratifier': nothing is listed, because so few are in each stratum that which"
                        + " strata there are would tell of single patients. Ask by fewer stratifiers.");
            }
            if (population.expungedSince() > 0) {
                messages.add(MeasureParameters.expunged(population.expungedSince()));
            }
            if (asked.lastReceivedOn().isPresent() && asked.subject().isPresent()) {
                messages.add("Parameter 'subject': the members of a group and the evidence of a patient are those"
                        + " stored now.");
            }
            return messages;
        }

        private List<String> links(String patient) {
            return List.of(
                    "Patient/" + patient + "/$fracture-chain?asOf=" + asked.asOf() + "&guideline="
                            + asked.guideline().id(),
                    "Measure/" + indicator.id() + "/$evaluate-measure?subject=Patient/" + patient + "&periodStart="
                            + asked.period().start() + "&periodEnd="
                            + asked.period().end() + "&asOf=" + asked.asOf() + "&guideline="
                            + asked.guideline().id());
        }
    }
}
