package health.kedja.operation.caregaps;

import health.kedja.fhir.CareGap;
import health.kedja.indicator.Indicator;
import health.kedja.indicator.Indicators;
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
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is asked.
 *
 * @param indicators which indicators to look at
 * @param statuses which gaps to tell
 * @param lastReceivedOn data received later are not seen; empty for those of now
 */
record CareGapsRequest(
        List<Indicator> indicators,
        MeasureSubject subject,
        MeasurePeriod period,
        LocalDate asOf,
        Guideline guideline,
        Set<CareGap.Status> statuses,
        Optional<Instant> lastReceivedOn) {

    static final Set<String> ONCE =
            Set.of("periodStart", "periodEnd", "subject", "guideline", "asOf", "lastReceivedOn");
    static final Set<String> OFTEN = Set.of("measure", "status");

    static CareGapsRequest parse(OperationInput input, Indicators indicators, Guidelines guidelines, Clock clock) {
        MeasurePeriod period = MeasurePeriod.parse(input);
        LocalDate asOf = CommonParameters.asOf(input, LocalDate.now(clock));
        if (period.start().isAfter(asOf)) {
            throw BadParameter.of(
                    "periodStart",
                    "the period begins on " + period.start() + ", after the last day of data, " + asOf + ".");
        }
        MeasureSubject subject = MeasureSubject.parse(input, Set.of("Patient", "Group", "Organization"))
                .orElseThrow(() -> BadParameter.of(
                        "subject", "is missing. Give it as Patient/[id], Group/[id] or Organization/[id]."));
        Set<CareGap.Status> statuses = EnumSet.noneOf(CareGap.Status.class);
        input.texts("status").forEach(text -> statuses.add(status(text)));
        return new CareGapsRequest(
                MeasureParameters.measures(input, indicators),
                subject,
                period,
                asOf,
                CommonParameters.guideline(input, guidelines),
                statuses.isEmpty() ? EnumSet.of(CareGap.Status.OPEN_GAP, CareGap.Status.PROSPECTIVE_GAP) : statuses,
                MeasureParameters.lastReceivedOn(input, clock.getZone()));
    }

    private static CareGap.Status status(String text) {
        return Arrays.stream(CareGap.Status.values())
                .filter(one -> one.token().equals(text))
                .findFirst()
                .orElseThrow(() -> BadParameter.of(
                        "status", "is '" + text + "', but must be open-gap, prospective-gap or closed-gap."));
    }
}
