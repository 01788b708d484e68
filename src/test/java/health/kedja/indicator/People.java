package health.kedja.indicator;

import health.kedja.indicator.cohort.Cohort;
import health.kedja.indicator.cohort.Dictionary;
import health.kedja.indicator.cohort.Part;
import health.kedja.indicator.cohort.PartBuilder;
import health.kedja.pathway.Event;
import health.kedja.pathway.History;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Builds a cohort, person by person. */
final class People {

    private final Map<String, Life> people = new LinkedHashMap<>();

    /** A new person; ids are {@code 1}, {@code 2} and so on. */
    Life add() {
        return add(Integer.toString(people.size() + 1));
    }

    Life add(String id) {
        Life life = new Life();
        people.put(id, life);
        return life;
    }

    int size() {
        return people.size();
    }

    /** All in one part. */
    Cohort cohort() {
        return cohort(1);
    }

    /** Dealt out to so many parts. */
    Cohort cohort(int parts) {
        Dictionary dictionary = new Dictionary();
        List<PartBuilder> builders = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            builders.add(new PartBuilder(dictionary));
        }
        int next = 0;
        for (Map.Entry<String, Life> person : people.entrySet()) {
            List<Event> events = person.getValue().events();
            builders.get(next++ % parts).add(person.getKey(), History.of(events));
        }
        List<Part> built = builders.stream().map(PartBuilder::build).toList();
        return new Cohort(dictionary, built);
    }
}
