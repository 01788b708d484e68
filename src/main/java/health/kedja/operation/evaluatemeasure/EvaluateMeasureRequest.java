package health.kedja.operation.evaluatemeasure;

import health.kedja.indicator.Definition;
import health.kedja.indicator.Indicator;
import health.kedja.indicator.Question;
import health.kedja.indicator.StandardPopulation;
import health.kedja.indicator.Stratifier;
import health.kedja.indicator.completeness.Completeness;
import health.kedja.operation.BadParameter;
import health.kedja.operation.CommonParameters;
import health.kedja.operation.MeasureParameters;
import health.kedja.operation.MeasurePeriod;
import health.kedja.operation.MeasureSubject;
import health.kedja.operation.OperationInput;
import health.kedja.pathway.Guideline;
import health.kedja.pathway.Guidelines;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is asked.
 *
 * @param definitions which, one or more
 * @param single whether the answer is one report, not a Bundle of reports
 * @param subject empty for everyone
 * @param by stratifiers, together
 * @param compared that of them whose strata are ranked
 * @param lastReceivedOn data received later are not seen; empty for those of now
 */
record EvaluateMeasureRequest(
        List<Definition> definitions,
        boolean single,
        ReportType type,
        Optional<MeasureSubject> subject,
        MeasurePeriod period,
        LocalDate asOf,
        List<Stratifier> by,
        Optional<Stratifier> compared,
        Optional<StandardPopulation> standard,
        Guideline guideline,
        int suppressBelow,
        Optional<Instant> lastReceivedOn) {

    static final Set<String> ONCE = Set.of(
            "periodStart",
            "periodEnd",
            "reportType",
            "subject",
            "compare",
            "standardPopulation",
            "guideline",
            "asOf",
            "suppressBelow",
            "lastReceivedOn");
    static final Set<String> OFTEN = Set.of("stratifier");
    static final Set<String> OFTEN_ON_TYPE = Set.of("stratifier", "measure");

    private static final Set<String> SUBJECTS = Set.of("Patient", "Group", "Organization");

    /** @param single whether one measure was named, be it in the address */
    static EvaluateMeasureRequest parse(
            OperationInput input, List<Definition> definitions, boolean single, Guidelines guidelines, Clock clock) {
        MeasurePeriod period = MeasurePeriod.parse(input);
        LocalDate asOf = CommonParameters.asOf(input, LocalDate.now(clock));
        if (period.start().isAfter(asOf)) {
            throw BadParameter.of(
                    "periodStart",
                    "the period begins on " + period.start() + ", after the last day of data, " + asOf + ".");
        }
        Optional<MeasureSubject> subject = MeasureSubject.parse(input, SUBJECTS);
        ReportType type = type(input, subject);
        Stratification strata = Stratification.parse(input, type, subject);
        EvaluateMeasureRequest asked = new EvaluateMeasureRequest(
                definitions,
                single,
                type,
                subject,
                period,
                asOf,
                strata.by(),
                strata.compared(),
                StandardPopulations.parse(input),
                CommonParameters.guideline(input, guidelines),
                suppressBelow(input, type),
                MeasureParameters.lastReceivedOn(input, clock.getZone()));
        asked.checkCompleteness();
        return asked;
    }

    private static ReportType type(OperationInput input, Optional<MeasureSubject> subject) {
        boolean ofPatient = subject.map(MeasureSubject::isPatient).orElse(false);
        ReportType type = input.text("reportType")
                .map(text -> Arrays.stream(ReportType.values())
                        .filter(one -> one.token.equals(text))
                        .findFirst()
                        .orElseThrow(() -> BadParameter.of(
                                "reportType", "is '" + text + "', but must be subject, subject-list or population.")))
                .orElse(ofPatient ? ReportType.SUBJECT : ReportType.POPULATION);
        if (type == ReportType.SUBJECT && !ofPatient) {
            throw BadParameter.of("subject", "a report of type subject is about one patient. Give it as Patient/[id].");
        }
        return type;
    }

    /** What a patient lacks is no share of anything, and nothing is weighed by age. */
    private void checkCompleteness() {
        definitions.stream().filter(Completeness.class::isInstance).findFirst().ifPresent(definition -> {
            if (type != ReportType.POPULATION) {
                throw BadParameter.of(
                        "reportType",
                        definition.id()
                                + " tells the completeness of fields in groups of people, and not reports of type "
                                + type.token + ". Ask for reportType=population.");
            }
            if (single && standard.isPresent()) {
                throw BadParameter.of(
                        "standardPopulation",
                        definition.id()
                                + " tells the completeness of fields, which is not standardised. Leave it out.");
            }
        });
    }

    /** Whoever may see the patients themselves is not kept from small numbers of them. */
    private static int suppressBelow(OperationInput input, ReportType type) {
        int otherwise = type == ReportType.POPULATION ? Question.DEFAULT_THRESHOLD : 0;
        return input.text("suppressBelow").map(EvaluateMeasureRequest::count).orElse(otherwise);
    }

    private static int count(String text) {
        try {
            int count = Integer.parseInt(text);
            if (count >= 0) {
                return count;
            }
        } catch (NumberFormatException e) {
            // Told below, as a number below 0 is.
        }
        throw BadParameter.of("suppressBelow", "'" + text + "' is not a whole number of 0 or more.");
    }

    /**
     * The question to a definition.
     *
     * @param people the only patients to count; empty for everyone
     */
    Question question(Definition definition, Optional<Set<String>> people) {
        boolean standardises =
                definition instanceof Indicator indicator && (single || StandardPopulations.fit(indicator));
        return new Question(
                period.start(),
                period.end(),
                asOf,
                by,
                people,
                standardises ? standard : Optional.empty(),
                suppressBelow);
    }
}
