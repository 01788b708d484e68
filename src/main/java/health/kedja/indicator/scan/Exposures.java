package health.kedja.indicator.scan;

import health.kedja.indicator.Indicator;
import health.kedja.indicator.cohort.Part;
import health.kedja.indicator.definition.Exposure;
import health.kedja.indicator.definition.Outcome;
import java.time.Period;

/** Days at risk, and the events that count while at risk. */
final class Exposures {

    /** More days than anybody lives. */
    static final int LONGEST = 100_000;

    private final Period after;
    private final EventMatch counted;
    private final Period gap;

    Exposures(Indicator indicator, Compiler compiler) {
        Exposure exposure = indicator
                .exposure()
                .orElseThrow(() -> new IllegalArgumentException(indicator.id() + " is a rate and has no exposure"));
        Outcome outcome = indicator
                .outcome()
                .filter(rules -> rules.countedEvents().isPresent())
                .orElseThrow(() -> new IllegalArgumentException(indicator.id() + " is a rate and counts no events"));
        after = exposure.after().orElse(null);
        counted = compiler.event(outcome.countedEvents().orElseThrow());
        gap = outcome.countedGap().orElse(null);
    }

    /** Days after the index, and events in them that are not the index still. */
    void afterIndex(Person person, Unit unit) {
        int until = person.atRiskUntil(unit.day);
        if (after != null) {
            until = Math.min(until, Days.plus(unit.day, after));
        }
        unit.personDays = Math.max(0, until - unit.day);
        unit.numerator =
                events(person, unit.day + 1, until, unit.event < 0 ? unit.day : person.dischargeOf(unit.event));
    }

    /** Events within days at risk in a stay; those before it tell which are the same one. */
    int events(Person person, int from, int to) {
        return events(person, from, to, Part.UNKNOWN);
    }

    private int events(Person person, int from, int to, int previousEnd) {
        if ((counted.kinds & person.kinds) == 0 || to < from) {
            return 0;
        }
        int previous = previousEnd;
        int events = 0;
        for (int e = person.first; e < person.end && person.day[e] <= to; e++) {
            int day = person.day[e];
            // After an index only what comes after it counts; in a stay earlier events matter for the gap.
            boolean before = previousEnd == Part.UNKNOWN ? day == Part.UNKNOWN : day < from;
            if (before || !counted.fits(person, e)) {
                continue;
            }
            boolean same = gap != null && previous != Part.UNKNOWN && day < Days.plus(previous, gap);
            previous = Math.max(previous, person.dischargeOf(e));
            if (!same && day >= from) {
                events++;
            }
        }
        return events;
    }
}
