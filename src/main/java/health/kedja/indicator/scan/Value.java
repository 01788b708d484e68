package health.kedja.indicator.scan;

import health.kedja.indicator.Indicator;
import health.kedja.indicator.definition.Quantity;

/** The value of a continuous variable: days, or minutes where it is in hours. */
final class Value {

    private final Match until;
    private final boolean minutes;

    private Value(Match until, boolean minutes) {
        this.until = until;
        this.minutes = minutes;
    }

    static Value of(Indicator indicator, Compiler compiler) {
        Quantity quantity = indicator
                .quantity()
                .orElseThrow(() -> new IllegalArgumentException(indicator.id() + " names no quantity"));
        return switch (quantity.what()) {
            case DAYS_TO_EVENT, HOURS_TO_EVENT -> {
                Match until = compiler.criterion(quantity.until()
                        .orElseThrow(() -> new IllegalArgumentException(
                                indicator.id() + " does not say until which event the time is counted")));
                yield new Value(until, quantity.what() == Quantity.What.HOURS_TO_EVENT);
            }
            // Chains know their steps themselves.
            case DAYS_TO_STEP -> new Value(null, false);
            case TREATMENT_DAYS ->
                throw new IllegalArgumentException(indicator.id() + ": days of treatment are summed in a ratio only");
        };
    }

    int of(Person person, Unit unit) {
        int first = until == null ? Match.NEVER : until.first(person, unit);
        if (first == Match.NEVER) {
            return Unit.NO_VALUE;
        }
        return Math.max(0, minutes ? first : first - unit.day);
    }
}
