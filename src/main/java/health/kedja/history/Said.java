package health.kedja.history;

import health.kedja.pathway.Event;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What some resources say, in place of what the table of events has of them. */
final class Said {

    static final Said NOTHING_ELSE = new Said(Set.of(), List.of());

    private final Set<String> sources;
    private final Map<String, List<Event>> events = new HashMap<>();

    /**
     * @param sources the resources
     * @param statements of those of them that say something
     */
    Said(Set<String> sources, Collection<Statement> statements) {
        this.sources = sources;
        for (Statement statement : statements) {
            if (!statement.events().isEmpty()) {
                events.computeIfAbsent(statement.patient(), none -> new ArrayList<>())
                        .addAll(statement.events());
            }
        }
    }

    /** Whether this is one of the resources. */
    boolean by(String source) {
        return sources.contains(source);
    }

    /** What they say about a patient record. */
    List<Event> of(String patient) {
        return events.getOrDefault(patient, List.of());
    }

    /** The records that they say something about. */
    Set<String> patients() {
        return events.keySet();
    }
}
