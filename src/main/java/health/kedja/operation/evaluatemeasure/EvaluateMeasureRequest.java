package health.kedja.operation.evaluatemeasure;

import health.kedja.indicator.Indicator;
import health.kedja.indicator.Question;
import health.kedja.indicator.StandardPopulation;
import health.kedja.indicator.Stratifier;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is asked.
 *
 * @param indicators which, one or more
 * @param single whether the answer is one report, not a Bundle of reports
 * @param subject empty for everyone
 * @param by stratifiers, together
 * @param lastReceivedOn data received later are not seen; empty for those of now
 */
record EvaluateMeasureRequest(
        List<Indicator> indicators,
        boolean single,
        ReportType type,
        Optional<MeasureSubject> subject,
        MeasurePeriod period,
        LocalDate asOf,
        List<Stratifier> by,
        Optional<StandardPopulation> standard,
        Guideline guideline,
        int suppressBelow,
        Optional<Instant> lastReceivedOn) {

    static final Set<String> ONCE = Set.of(
            "periodStart",
            "periodEnd",
            "reportType",
            "subject",
            "standardPopulation",
            "guideline",
            "asOf",
            "suppressBelow",
            "lastReceivedOn");
    static final Set<String> OFTEN = Set.of("stratifier");
    static final Set<String> OFTEN_ON_TYPE = Set.of("stratifier", "measure");

    private static final Set<String> SUBJECTS = Set.of("Patient", "Group", "Organization");

    /** @param single whether one indicator was named, be it in the address */
    static EvaluateMeasureRequest parse(
            OperationInput input, List<Indicator> indicators, boolean single, Guidelines guidelines, Clock clock) {
        MeasurePeriod period = MeasurePeriod.parse(input);
        LocalDate asOf = CommonParameters.asOf(input, LocalDate.now(clock));
        if (period.start().isAfter(asOf)) {
            throw BadParameter.of(
                    "periodStart",
                    "the period begins on " + period.start() + ", after the last day of data, " + asOf + ".");
        }
        Optional<MeasureSubject> subject = MeasureSubject.parse(input, SUBJECTS);
        ReportType type = type(input, subject);
        List<Stratifier> by = stratifiers(input, type);
        return new EvaluateMeasureRequest(
                indicators,
                single,
                type,
                subject,
                period,
                asOf,
                by,
                StandardPopulations.parse(input),
                CommonParameters.guideline(input, guidelines),
                suppressBelow(input, type),
                MeasureParameters.lastReceivedOn(input, clock.getZone()));
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

    private static List<Stratifier> stratifiers(OperationInput input, ReportType type) {
        List<Stratifier> by = new ArrayList<>();
        for (String text : input.texts("stratifier")) {
            for (String token : text.split(",", -1)) {
                Stratifier stratifier = stratifier(token.strip());
                if (by.contains(stratifier)) {
                    throw BadParameter.of("stratifier", "'" + token.strip() + "' is named twice. Name it once.");
                }
                by.add(stratifier);
            }
        }
        if (!by.isEmpty() && type != ReportType.POPULATION) {
            throw BadParameter.of(
                    "stratifier", "only reports of type population are divided, not those of type " + type.token + ".");
        }
        return by;
    }

    private static Stratifier stratifier(String token) {
        return Arrays.stream(Stratifier.values())
                .filter(one -> one.token().equals(token))
                .findFirst()
                .orElseThrow(() -> BadParameter.of(
                        "stratifier",
                        "there is no stratifier '" + token + "'. There are: "
                                + Arrays.stream(Stratifier.values())
                                        .map(Stratifier::token)
                                        .collect(Collectors.joining(", "))
                                + "."));
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
     * The question to the indicators.
     *
     * @param people the only patients to count; empty for everyone
     * @param strata by what to count
     */
    Question question(Indicator indicator, Optional<Set<String>> people, List<Stratifier> strata) {
        return new Question(
                period.start(),
                period.end(),
                asOf,
                strata,
                people,
                single || StandardPopulations.fit(indicator) ? standard : Optional.empty(),
                suppressBelow);
    }
}
