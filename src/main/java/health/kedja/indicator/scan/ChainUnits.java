package health.kedja.indicator.scan;

import health.kedja.indicator.Chains;
import health.kedja.indicator.Indicator;
import health.kedja.indicator.definition.InitialPopulation;
import health.kedja.indicator.definition.Outcome;
import health.kedja.indicator.definition.Scoring;
import health.kedja.pathway.Kind;
import health.kedja.pathway.StepCode;
import health.kedja.pathway.StepStatus;

/**
 * Fracture chains, and one step of them. A chain to which the step does not apply is left out; one whose time for the
 * step is not over is pending, whether or not the step is done already, so that early answers are not too good.
 */
final class ChainUnits implements Units {

    private final Span span;
    private final int minimumAge;
    private final Match[] having;
    private final Match[] exclusions;
    private final StepCode step;
    private final boolean time;

    ChainUnits(Indicator indicator, Compiler compiler, Span span) {
        InitialPopulation population = indicator.population();
        this.span = span;
        minimumAge = population.minimumAgeYears().orElse(-1);
        having = compiler.criteria(population.having());
        exclusions = compiler.exclusions(indicator.exclusions());
        step = indicator.outcome().flatMap(Outcome::step).orElse(null);
        if (step == null && indicator.scoring() != Scoring.COHORT) {
            throw new IllegalArgumentException(indicator.id() + " names no step of the chain");
        }
        time = indicator.scoring() == Scoring.CONTINUOUS;
    }

    @Override
    public long kinds() {
        return EventMatch.bit(Kind.FRACTURE) | EventMatch.bit(Kind.UNCONFIRMED_FRACTURE);
    }

    @Override
    public void of(Person person, Unit unit, Sink sink) {
        Chains chains = person.chains;
        for (int chain = chains.firstChain()[person.index]; chain < chains.firstChain()[person.index + 1]; chain++) {
            int day = chains.day()[chain];
            if (day < span.first() || day > span.last()) {
                continue;
            }
            unit.start(day, chains.event()[chain], span.periodEnd());
            unit.chain = chain;
            if ((minimumAge >= 0 && person.ageOn(day) < minimumAge) || !all(having, person, unit)) {
                continue;
            }
            if (any(exclusions, person, unit)) {
                unit.excluded = 1;
            } else if (step == null) {
                unit.denominator = 1;
            } else {
                judge(person, unit, chains, chain);
            }
            sink.take(person, unit);
        }
    }

    private void judge(Person person, Unit unit, Chains chains, int chain) {
        StepStatus status = chains.statusOf(chain, step);
        int due = chains.dueOf(chain, step);
        if (status == StepStatus.NOT_APPLICABLE) {
            unit.excluded = 1;
        } else if (status == StepStatus.DUE || (due != Chains.NO_DAY && due >= person.asOf)) {
            unit.pending = 1;
        } else if (status == StepStatus.DONE) {
            unit.denominator = 1;
            unit.numerator = 1;
            if (time) {
                unit.value = Math.max(0, chains.doneOf(chain, step) - unit.day);
            }
        } else {
            unit.denominator = time ? 0 : 1;
            unit.excluded = time ? 1 : 0;
        }
    }

    private static boolean all(Match[] matches, Person person, Unit unit) {
        for (Match match : matches) {
            if (!match.holds(person, unit)) {
                return false;
            }
        }
        return true;
    }

    private static boolean any(Match[] matches, Person person, Unit unit) {
        for (Match match : matches) {
            if (match.holds(person, unit)) {
                return true;
            }
        }
        return false;
    }
}
