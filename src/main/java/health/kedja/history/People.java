package health.kedja.history;

import health.kedja.indicator.cohort.Dictionary;
import health.kedja.indicator.cohort.Part;
import health.kedja.indicator.cohort.PartBuilder;
import health.kedja.pathway.Event;
import health.kedja.pathway.History;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Gathers people in order of id into parts that are not too large. For one thread. */
final class People {

    /** So many that a scan is not slowed, so few that a part is cheap to replace. */
    static final int MOST = 65_536;

    private final Dictionary dictionary;
    private final List<Part> parts = new ArrayList<>();
    private PartBuilder builder;

    People(Dictionary dictionary) {
        this.dictionary = dictionary;
        this.builder = new PartBuilder(dictionary);
    }

    /** @param person sorts after those before */
    void add(String person, Collection<Event> events) {
        if (builder.people() == MOST) {
            close();
        }
        builder.add(person, History.of(events));
    }

    /** The people so far. */
    List<Part> parts() {
        if (builder.people() > 0) {
            close();
        }
        return parts;
    }

    private void close() {
        parts.add(builder.build());
        builder = new PartBuilder(dictionary);
    }
}
