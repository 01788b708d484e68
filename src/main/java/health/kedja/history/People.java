package health.kedja.history;

import health.kedja.indicator.cohort.Dictionary;
import health.kedja.indicator.cohort.Part;
import health.kedja.indicator.cohort.PartBuilder;
import health.kedja.pathway.Event;
import health.kedja.pathway.History;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Gathers people into parts that are not too large, each in order of id. For one thread. */
final class People {

    /** So many that a scan is not slowed, so few that a part is cheap to replace. */
    static final int MOST = 65_536;

    private final Dictionary dictionary;
    private final List<Part> parts = new ArrayList<>();
    private PartBuilder builder;
    private String last = "";

    People(Dictionary dictionary) {
        this.dictionary = dictionary;
        this.builder = new PartBuilder(dictionary);
    }

    /** @param person not added before */
    void add(String person, Collection<Event> events) {
        // The database may sort ids otherwise than Java does.
        if (builder.people() == MOST || builder.people() > 0 && person.compareTo(last) < 0) {
            close();
        }
        last = person;
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
