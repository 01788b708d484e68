package health.kedja.indicator.scan;

import health.kedja.indicator.Indicator;
import health.kedja.indicator.cohort.Part;
import health.kedja.indicator.definition.InitialPopulation;
import health.kedja.indicator.definition.UnitOfAnalysis;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;

/** Units that begin with an event: persons, episodes and doses. */
final class IndexedUnits implements Units {

    private final Span span;
    private final boolean once;
    private final EventMatch[] index;
    private final EventMatch[] eventFreeOf;
    private final long kinds;
    private final int minimumAge;
    private final Period episodeGap;
    private final int eventFreeMonths;
    private final int eventFreeDays;
    private final boolean eventFree;
    private final boolean newly;
    private final Match[] having;
    private final Judge judge;

    IndexedUnits(Indicator indicator, Compiler compiler, Span span) {
        InitialPopulation population = indicator.population();
        this.span = span;
        once = population.unit() == UnitOfAnalysis.PERSON;
        List<EventMatch> tests = new ArrayList<>();
        population.index().map(compiler::event).ifPresent(tests::add);
        population.alsoIndex().forEach(test -> tests.add(compiler.event(test)));
        if (tests.isEmpty()) {
            throw new IllegalArgumentException(indicator.id() + " has no index event");
        }
        index = tests.toArray(EventMatch[]::new);
        long all = 0;
        for (EventMatch test : index) {
            all |= test.kinds;
        }
        kinds = all;
        eventFreeOf = population
                .eventFreeOf()
                .map(test -> new EventMatch[] {compiler.event(test)})
                .orElse(index);
        minimumAge = population.minimumAgeYears().orElse(-1);
        episodeGap = population.episodeGap().orElse(null);
        eventFree = population.eventFree().isPresent();
        eventFreeMonths =
                population.eventFree().map(time -> (int) time.toTotalMonths()).orElse(0);
        eventFreeDays = population.eventFree().map(Period::getDays).orElse(0);
        newly = population.newly();
        having = compiler.criteria(population.having());
        judge = new Judge(indicator, compiler);
    }

    @Override
    public long kinds() {
        return kinds;
    }

    @Override
    public void of(Person person, Unit unit, Sink sink) {
        int previousEnd = Part.UNKNOWN;
        byte[] kind = person.kind;
        int end = person.end;
        for (int e = person.first; e < end; e++) {
            if ((kinds >>> kind[e] & 1) == 0) {
                continue;
            }
            int day = person.day[e];
            if (day > span.last()) {
                return;
            }
            if (day == Part.UNKNOWN || !isAny(index, person, e)) {
                continue;
            }
            boolean first = previousEnd == Part.UNKNOWN;
            boolean same = !first && episodeGap != null && day < Days.plus(previousEnd, episodeGap);
            previousEnd = Math.max(previousEnd, person.dischargeOf(e));
            if (day < span.first() || same || (newly && !first)) {
                continue;
            }
            unit.start(day, e, span.periodEnd());
            if (!isIndex(person, unit)) {
                continue;
            }
            if (hasAll(person, unit)) {
                judge.judge(person, unit);
                sink.take(person, unit);
            }
            // What else must be true is asked of the first index: a later one does not make up for it.
            if (once) {
                return;
            }
        }
    }

    private boolean isIndex(Person person, Unit unit) {
        boolean oldEnough = minimumAge < 0 || person.ageOn(unit.day) >= minimumAge;
        return oldEnough && !(eventFree && hadEventBefore(person, unit.day));
    }

    private boolean hasAll(Person person, Unit unit) {
        for (Match match : having) {
            if (!match.holds(person, unit)) {
                return false;
            }
        }
        return true;
    }

    /** Exactly so long before is long enough. */
    private boolean hadEventBefore(Person person, int indexDay) {
        int from = Days.plus(indexDay, -eventFreeMonths, -eventFreeDays) + 1;
        for (int e = person.first; e < person.end && person.day[e] < indexDay; e++) {
            if (person.day[e] >= from && isAny(eventFreeOf, person, e)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAny(EventMatch[] tests, Person person, int event) {
        for (EventMatch test : tests) {
            if (test.fits(person, event)) {
                return true;
            }
        }
        return false;
    }
}
