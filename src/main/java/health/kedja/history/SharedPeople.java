package health.kedja.history;

import health.kedja.indicator.cohort.Dictionary;
import health.kedja.indicator.cohort.Part;
import health.kedja.pathway.Event;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers people into parts of their shares. For one thread. */
final class SharedPeople {

    private final Dictionary dictionary;
    private final Map<Share, People> shares = new LinkedHashMap<>();

    SharedPeople(Dictionary dictionary) {
        this.dictionary = dictionary;
    }

    void add(Share share, String person, Collection<Event> events) {
        shares.computeIfAbsent(share, none -> new People(dictionary)).add(person, events);
    }

    /** The people so far. */
    Map<Share, List<Part>> parts() {
        Map<Share, List<Part>> parts = new LinkedHashMap<>();
        shares.forEach((share, people) -> parts.put(share, people.parts()));
        return parts;
    }
}
