package health.kedja.indicator.scan;

import health.kedja.indicator.Counts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Keeps every unit. */
final class FoundUnits implements Sink {

    private final StratumValue[] by;
    private final List<Found> units = new ArrayList<>();

    FoundUnits(StratumValue[] by) {
        this.by = by;
    }

    @Override
    public void take(Person person, Unit unit) {
        Counts counts = new Counts(
                unit.initial,
                unit.excluded,
                unit.pending,
                unit.denominator,
                unit.numerator,
                unit.personDays,
                (double) unit.denominatorSum / Amounts.PER_DAY,
                (double) unit.numeratorSum / Amounts.PER_DAY);
        units.add(new Found(person.part.ids()[person.index], unit.day, counts, unit.value, strata(person, unit)));
    }

    private List<String> strata(Person person, Unit unit) {
        return Arrays.stream(by).map(each -> each.word(each.of(person, unit))).toList();
    }

    List<Found> units() {
        return units;
    }
}
