package health.kedja.fhir;

import health.kedja.indicator.Indicator;
import health.kedja.indicator.definition.Criterion;
import health.kedja.indicator.definition.EventTest;
import health.kedja.indicator.definition.InitialPopulation;
import health.kedja.indicator.definition.Quantity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Every event test of a definition. */
final class EventTests {

    private final List<EventTest> tests = new ArrayList<>();

    private EventTests() {}

    static List<EventTest> of(Indicator indicator) {
        EventTests all = new EventTests();
        InitialPopulation population = indicator.population();
        all.tests.addAll(population.index().stream().toList());
        all.tests.addAll(population.alsoIndex());
        all.tests.addAll(population.eventFreeOf().stream().toList());
        all.add(population.having());
        indicator.exclusions().forEach(exclusion -> all.add(exclusion.anyOf()));
        indicator.outcome().ifPresent(outcome -> {
            all.add(outcome.allOf());
            all.add(outcome.noneOf());
            all.tests.addAll(outcome.countedEvents().stream().toList());
        });
        indicator.quantity().ifPresent(all::add);
        indicator.denominatorQuantity().ifPresent(all::add);
        return List.copyOf(all.tests);
    }

    private void add(Collection<Criterion> criteria) {
        criteria.forEach(criterion -> tests.addAll(criterion.anyOf()));
    }

    private void add(Quantity quantity) {
        add(quantity.until().stream().toList());
        tests.addAll(quantity.of());
    }
}
