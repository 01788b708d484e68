package health.kedja.indicator.scan;

import health.kedja.indicator.Indicator;
import health.kedja.indicator.cohort.Part;
import health.kedja.indicator.definition.InitialPopulation;

/** Everyone who is alive and lives here on the last day of the period (or of data, when that is earlier). */
final class ResidentUnits implements Units {

    private final Span span;
    private final int minimumAge;
    private final Match[] having;
    private final Judge judge;

    ResidentUnits(Indicator indicator, Compiler compiler, Span span) {
        InitialPopulation population = indicator.population();
        this.span = span;
        minimumAge = population.minimumAgeYears().orElse(-1);
        having = compiler.criteria(population.having());
        judge = new Judge(indicator, compiler);
    }

    @Override
    public long kinds() {
        return 0;
    }

    @Override
    public void of(Person person, Unit unit, Sink sink) {
        int day = span.last();
        int death = person.death();
        boolean dead = death != Part.UNKNOWN && death <= day;
        boolean unborn = person.birth() != Part.UNKNOWN && person.birth() > day;
        if (dead || unborn || (minimumAge >= 0 && person.ageOn(day) < minimumAge) || !livesHere(person, day)) {
            return;
        }
        unit.start(day, -1, day);
        for (Match match : having) {
            if (!match.holds(person, unit)) {
                return;
            }
        }
        judge.judge(person, unit);
        sink.take(person, unit);
    }

    /** Somebody of whom no residence was ever stated may live here; somebody who moved away does not. */
    private static boolean livesHere(Person person, int day) {
        int residence = person.residenceOn(day);
        return residence < 0 ? !person.hasResidence() : !person.isAbroad(residence);
    }
}
