package health.kedja.indicator.scan;

import health.kedja.indicator.Indicator;
import health.kedja.indicator.definition.Quantity;

/** The sums of a ratio: days of treatment of the index event, in 1/1024 of a day so that sums are exact. */
final class Amounts {

    static final int PER_DAY = 1024;

    private final EventMatch[] numerator;
    private final EventMatch[] denominator;
    private final int[] numeratorDays;
    private final int[] denominatorDays;

    Amounts(Indicator indicator, Compiler compiler) {
        Quantity above = indicator.quantity().orElseThrow(() -> without(indicator, "quantity"));
        Quantity below = indicator.denominatorQuantity().orElseThrow(() -> without(indicator, "denominator-quantity"));
        numerator = compiler.events(above.of());
        denominator = compiler.events(below.of());
        numeratorDays = compiler.daysByCode(above.daysPerDose());
        denominatorDays = compiler.daysByCode(below.daysPerDose());
    }

    private static IllegalArgumentException without(Indicator indicator, String field) {
        return new IllegalArgumentException(indicator.id() + " is a ratio and has no " + field);
    }

    /** Whether the index event of the unit has an amount; then it is in the unit. */
    boolean of(Person person, Unit unit) {
        unit.denominatorSum = amount(person, unit.event, denominator, denominatorDays);
        if (unit.denominatorSum == 0) {
            return false;
        }
        unit.numeratorSum = amount(person, unit.event, numerator, numeratorDays);
        unit.numerator = unit.numeratorSum > 0 ? 1 : 0;
        return true;
    }

    private static long amount(Person person, int event, EventMatch[] of, int[] daysByCode) {
        if (event < 0) {
            return 0;
        }
        for (EventMatch match : of) {
            if (match.fits(person, event)) {
                float stated = person.value[event];
                if (stated > 0 && stated <= Exposures.LONGEST) {
                    return Math.round((double) stated * PER_DAY);
                }
                char code = person.code[event];
                return code < daysByCode.length ? (long) daysByCode[code] * PER_DAY : 0;
            }
        }
        return 0;
    }
}
