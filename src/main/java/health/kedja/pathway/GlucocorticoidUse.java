package health.kedja.pathway;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Treatment with glucocorticoids as the record shows it.
 *
 * @param evidence what shows that it goes on or did so within the look-back; empty when nothing does
 * @param days how long it has lasted
 * @param prednisoloneMgPerDay the latest daily dose, NaN when it is not known
 */
record GlucocorticoidUse(List<Event> evidence, long days, double prednisoloneMgPerDay) {

    static final GlucocorticoidUse NONE = new GlucocorticoidUse(List.of(), 0, Double.NaN);

    static GlucocorticoidUse of(Course course, RiskReasonRules.GlucocorticoidReason rules) {
        List<Event> run = new ArrayList<>();
        LocalDate end = null;
        double dose = Double.NaN;
        for (Event event : course.events()) {
            if (!rules.isOf(event.code()) || event.day() == null) {
                continue;
            }
            LocalDate last = lastDay(event, course.today());
            if (last != null) {
                if (end != null && event.day().isAfter(end.plusDays(rules.gapDays()))) {
                    run.clear();
                    end = null;
                }
                run.add(event);
                end = end == null || last.isAfter(end) ? last : end;
            }
            dose = statesDose(event) ? rules.prednisolone(event.code(), event.value()) : dose;
        }
        if (end == null || end.isBefore(course.today().minusDays(rules.lookBackDays()))) {
            return NONE;
        }
        return new GlucocorticoidUse(run, ChronoUnit.DAYS.between(run.get(0).day(), end), dose);
    }

    /** Whether they count: for longer than the rule asks, and not at a dose that is known to be too low. */
    boolean counts(RiskReasonRules.GlucocorticoidReason rules) {
        boolean tooLow = rules.prednisoloneMgPerDay()
                .map(limit -> !Double.isNaN(prednisoloneMgPerDay) && !limit.holds(prednisoloneMgPerDay))
                .orElse(false);
        return !evidence.isEmpty() && days > rules.longerThanDays() && !tooLow;
    }

    /** The last day that the event says the drug was taken, none later than today; null when it says none. */
    private static LocalDate lastDay(Event event, LocalDate today) {
        LocalDate last = switch (event.kind()) {
            case DRUG_STATED -> event.end() == null ? today : event.end();
            case DRUG_DISPENSED -> event.hasValue() ? event.day().plusDays(Math.round(event.value())) : event.day();
            case DRUG_ADMINISTERED -> event.day();
            default -> null;
        };
        return last != null && last.isAfter(today) ? today : last;
    }

    private static boolean statesDose(Event event) {
        return event.hasValue() && (event.kind() == Kind.DRUG_ORDERED || event.kind() == Kind.DRUG_STATED);
    }
}
