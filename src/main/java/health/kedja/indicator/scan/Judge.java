package health.kedja.indicator.scan;

import health.kedja.indicator.Indicator;
import health.kedja.indicator.definition.Anchor;
import health.kedja.indicator.definition.Criterion;
import health.kedja.indicator.definition.Outcome;
import health.kedja.indicator.definition.Scoring;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Says of a unit of analysis whether it is left out, pending or counted, and whether it fulfils the indicator. */
final class Judge {

    private final Scoring scoring;
    private final Match[] exclusions;
    private final Match[] allOf;
    private final Match[] noneOf;
    private final Period followUp;
    private final Anchor followUpAnchor;
    private final Exposures exposures;
    private final Value value;
    private final Amounts amounts;

    Judge(Indicator indicator, Compiler compiler) {
        scoring = indicator.scoring();
        Optional<Outcome> outcome = indicator.outcome();
        exclusions = compiler.exclusions(indicator.exclusions());
        allOf = compiler.criteria(outcome.map(Outcome::allOf).orElse(List.of()));
        noneOf = compiler.criteria(outcome.map(Outcome::noneOf).orElse(List.of()));
        followUp = outcome.flatMap(Outcome::followUp).orElse(null);
        followUpAnchor = outcome.stream()
                .flatMap(rules -> Stream.concat(rules.allOf().stream(), rules.noneOf().stream()))
                .map(Criterion::window)
                .map(window -> window.anchor())
                .findFirst()
                .orElse(Anchor.INDEX);
        exposures = scoring == Scoring.RATE ? new Exposures(indicator, compiler) : null;
        value = scoring == Scoring.CONTINUOUS ? Value.of(indicator, compiler) : null;
        amounts = scoring == Scoring.RATIO ? new Amounts(indicator, compiler) : null;
    }

    /** Fills in the unit, whose index is set. */
    void judge(Person person, Unit unit) {
        if (excluded(person, unit)) {
            unit.excluded = 1;
        } else if (followUp != null && Days.plus(unit.anchor(person, followUpAnchor), followUp) > person.asOf) {
            unit.pending = 1;
        } else {
            unit.denominator = 1;
            score(person, unit);
        }
    }

    boolean excluded(Person person, Unit unit) {
        for (Match exclusion : exclusions) {
            if (exclusion.holds(person, unit)) {
                return true;
            }
        }
        return false;
    }

    private void score(Person person, Unit unit) {
        switch (scoring) {
            case PROPORTION -> unit.numerator = fulfils(person, unit) ? 1 : 0;
            case RATE -> exposures.afterIndex(person, unit);
            case CONTINUOUS -> {
                unit.value = value.of(person, unit);
                if (unit.value == Unit.NO_VALUE) {
                    leaveOut(unit);
                } else {
                    unit.numerator = 1;
                }
            }
            case RATIO -> {
                if (!amounts.of(person, unit)) {
                    leaveOut(unit);
                }
            }
            case COHORT -> {}
        }
    }

    private static void leaveOut(Unit unit) {
        unit.denominator = 0;
        unit.excluded = 1;
    }

    private boolean fulfils(Person person, Unit unit) {
        for (Match match : allOf) {
            if (!match.holds(person, unit)) {
                return false;
            }
        }
        for (Match match : noneOf) {
            if (match.holds(person, unit)) {
                return false;
            }
        }
        return true;
    }
}
