package health.kedja.operation.evaluatemeasure;

import health.kedja.fhir.CompletenessMeasure;
import health.kedja.fhir.CompletenessMeasureReport;
import health.kedja.fhir.EvidenceEvents;
import health.kedja.fhir.IndicatorReport;
import health.kedja.fhir.PatientHistory;
import health.kedja.fhir.ReportBasis;
import health.kedja.fhir.ReportMessages;
import health.kedja.fhir.ResourceEvents;
import health.kedja.fhir.SubjectLists;
import health.kedja.history.Population;
import health.kedja.indicator.ChainSource;
import health.kedja.indicator.Definition;
import health.kedja.indicator.Indicator;
import health.kedja.indicator.Question;
import health.kedja.indicator.Report;
import health.kedja.indicator.ReportKey;
import health.kedja.indicator.UnanswerableException;
import health.kedja.indicator.comparison.ComparedReport;
import health.kedja.indicator.completeness.Completeness;
import health.kedja.indicator.completeness.CompletenessReport;
import health.kedja.indicator.report.ReportWriter;
import health.kedja.operation.MeasureSubject;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.MeasureReport;

/** The report of one definition of a request. */
final class OneReport {

    private final EvaluateMeasureRequest asked;
    private final Definition definition;
    private final Population population;
    private final ChainSource chains;
    private final Evidence evidence;
    private final ZoneId zone;
    private final Question question;
    private final Optional<String> unit;

    /** @param people the only patients to count; empty for everyone in the population */
    OneReport(
            EvaluateMeasureRequest asked,
            Definition definition,
            Optional<Set<String>> people,
            Population population,
            ChainSource chains,
            Evidence evidence,
            ZoneId zone) {
        this.asked = asked;
        this.definition = definition;
        this.population = population;
        this.chains = chains;
        this.evidence = evidence;
        this.zone = zone;
        this.question = asked.question(definition, people);
        this.unit = asked.subject().filter(MeasureSubject::isUnit).map(MeasureSubject::reference);
    }

    Made make() {
        Made made = definition instanceof Completeness completeness
                ? completeness(completeness)
                : indicator((Indicator) definition);
        ReportMessages.add(made.resource(), new Warnings(asked, made, population).all());
        return made;
    }

    private Made indicator(Indicator indicator) {
        SubjectReport evaluation = evaluation(indicator);
        ComparedReport compared = ComparedReport.of(evaluation.report(), asked.compared());
        Report report = compared.report();
        MeasureReport resource = IndicatorReport.of(compared, basis(), asked.type().fhir);
        if (asked.type() == ReportType.SUBJECT_LIST) {
            Members members = evaluation.members(report);
            SubjectLists.add(resource, members::patients, this::links);
        }
        if (asked.type() == ReportType.SUBJECT) {
            String patient = question.people().orElseThrow().iterator().next();
            for (PatientHistory history : evidence.of(patient).histories().values()) {
                IndicatorReport.evaluated(resource, EvidenceEvents.of(indicator, history.history(), asked.asOf()));
            }
        }
        return new Made(indicator, question, Map.of("", compared), report.coverage(), List.of(), resource);
    }

    private Made completeness(Completeness completeness) {
        CompletenessReport report =
                completeness.evaluate(question, share -> evaluation(share).report());
        checkSize(report);
        Map<String, ComparedReport> fields = compared(report.fields());
        Map<String, ComparedReport> indicators = compared(report.indicators());
        Map<String, ComparedReport> groups = new LinkedHashMap<>();
        fields.forEach((code, share) -> groups.put(CompletenessMeasure.groupOfField(code), share));
        indicators.forEach((id, share) -> groups.put(CompletenessMeasure.groupOfIndicator(id), share));
        return new Made(
                completeness,
                question,
                groups,
                CompletenessMeasureReport.coverage(groups.values()),
                report.verdicts(),
                CompletenessMeasureReport.of(completeness, question, fields, indicators, report.verdicts(), basis()));
    }

    /** Each group may have as many cells as a report; all of them together as well. */
    private static void checkSize(CompletenessReport report) {
        long cells = Stream.concat(report.fields().values().stream(), report.indicators().values().stream())
                .mapToLong(share -> share.cells().size())
                .sum();
        if (cells > ReportWriter.MOST_CELLS) {
            throw new UnanswerableException(
                    UnanswerableException.Part.STRATIFIERS,
                    "The report would have " + cells + " cells; the most is " + ReportWriter.MOST_CELLS
                            + ". Ask by fewer stratifiers.");
        }
    }

    private Map<String, ComparedReport> compared(Map<String, Report> reports) {
        Map<String, ComparedReport> compared = new LinkedHashMap<>();
        reports.forEach((name, report) -> compared.put(name, ComparedReport.of(report, asked.compared())));
        return compared;
    }

    private SubjectReport evaluation(Indicator indicator) {
        return new SubjectReport(indicator, question, unit, population.cohort(), chains);
    }

    private ReportBasis basis() {
        return new ReportBasis(
                ReportKey.of(definition, question, population.dataAsOf(), rules())
                        .id(),
                population.dataAsOf(),
                Optional.of(asked.guideline().canonicalWithVersion()),
                asked.subject().map(MeasureSubject::reference));
    }

    /** What the report follows from beside its question. */
    private String rules() {
        String rules = String.join(
                " ",
                String.valueOf(ResourceEvents.RULES),
                zone.getId(),
                asked.guideline().canonicalWithVersion(),
                asked.type().token,
                unit.orElse(""),
                asked.compared()
                        .map(stratifier -> "compare=" + stratifier.token())
                        .orElse(""));
        return population.seenBy().isEmpty() ? rules : rules + " " + population.seenBy();
    }

    private List<String> links(String patient) {
        return List.of(
                "Patient/" + patient + "/$fracture-chain?asOf=" + asked.asOf() + "&guideline="
                        + asked.guideline().id(),
                "Measure/" + definition.id() + "/$evaluate-measure?subject=Patient/" + patient + "&periodStart="
                        + asked.period().start() + "&periodEnd="
                        + asked.period().end() + "&asOf=" + asked.asOf() + "&guideline="
                        + asked.guideline().id());
    }
}
