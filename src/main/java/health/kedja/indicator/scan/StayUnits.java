package health.kedja.indicator.scan;

import health.kedja.indicator.Indicator;
import health.kedja.indicator.definition.InitialPopulation;
import health.kedja.pathway.Kind;

/**
 * Days at risk in stays, each calendar year by itself: a stay in a year is one unit. Stays that overlap or follow each
 * other without a day between are one. Asked by quarter or month, a unit counts where it begins, and its days and
 * events where they fall.
 */
final class StayUnits implements Units {

    private static final byte STAY = (byte) Kind.CARE_HOME_STAY.ordinal();

    private final Span span;
    private final int monthsOfPiece;
    private final int minimumAge;
    private final Match[] having;
    private final Judge judge;
    private final Exposures exposures;

    /** @param monthsOfPiece 12, 3 or 1: how finely time is asked for */
    StayUnits(Indicator indicator, Compiler compiler, Span span, int monthsOfPiece) {
        InitialPopulation population = indicator.population();
        this.span = span;
        this.monthsOfPiece = monthsOfPiece;
        minimumAge = population.minimumAgeYears().orElse(-1);
        having = compiler.criteria(population.having());
        judge = new Judge(indicator, compiler);
        exposures = new Exposures(indicator, compiler);
    }

    @Override
    public long kinds() {
        return 1L << STAY;
    }

    @Override
    public void of(Person person, Unit unit, Sink sink) {
        int done = Integer.MIN_VALUE;
        int e = person.first;
        while ((e = nextStay(person, e)) < person.end) {
            int from = person.day[e];
            int to = person.lastDayOf(e);
            int next = nextStay(person, e + 1);
            while (next < person.end && (to == Integer.MAX_VALUE || person.day[next] <= to + 1)) {
                to = Math.max(to, person.lastDayOf(next));
                next = nextStay(person, next + 1);
            }
            stay(person, unit, sink, e, Math.max(span.first(), Math.max(from, done)), Math.min(span.last(), to));
            done = to == Integer.MAX_VALUE ? to : to + 1;
            e = next;
        }
    }

    private int nextStay(Person person, int from) {
        int e = from;
        while (e < person.end && (person.kind[e] != STAY || person.day[e] > span.last())) {
            e++;
        }
        return e;
    }

    private void stay(Person person, Unit unit, Sink sink, int event, int from, int to) {
        int until = Math.min(to, person.atRiskUntil(from));
        int day = from;
        while (day <= until) {
            int year = Days.year(day);
            int endOfYear = Days.of(year, 12, 31);
            year(person, unit, sink, event, day, Math.min(until, endOfYear), Math.min(span.periodEnd(), endOfYear));
            day = endOfYear + 1;
        }
    }

    private void year(Person person, Unit unit, Sink sink, int event, int from, int to, int endOfPeriod) {
        unit.start(from, event, endOfPeriod);
        unit.ageDay = endOfPeriod;
        if (minimumAge >= 0 && person.ageOn(endOfPeriod) < minimumAge) {
            return;
        }
        for (Match match : having) {
            if (!match.holds(person, unit)) {
                return;
            }
        }
        boolean excluded = judge.excluded(person, unit);
        for (int day = from; day <= to; ) {
            int nextPiece = Days.firstOfMonth((Days.month(day) / monthsOfPiece + 1) * monthsOfPiece);
            int last = Math.min(to, nextPiece - 1);
            unit.start(day, event, endOfPeriod);
            unit.ageDay = endOfPeriod;
            unit.initial = day == from ? 1 : 0;
            unit.excluded = excluded ? unit.initial : 0;
            unit.denominator = excluded ? 0 : unit.initial;
            if (!excluded) {
                unit.personDays = last - day + 1;
                unit.numerator = exposures.events(person, day, last);
            }
            if (!excluded || unit.initial == 1) {
                sink.take(person, unit);
            }
            day = nextPiece;
        }
    }
}
