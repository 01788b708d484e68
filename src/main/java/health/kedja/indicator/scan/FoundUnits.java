package health.kedja.indicator.scan;

import health.kedja.indicator.Counts;
import java.util.ArrayList;
import java.util.List;

/** Keeps every unit. */
final class FoundUnits implements Sink {

    private final List<Found> units = new ArrayList<>();

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
        units.add(new Found(person.part.ids()[person.index], unit.day, counts, unit.value));
    }

    List<Found> units() {
        return units;
    }
}
