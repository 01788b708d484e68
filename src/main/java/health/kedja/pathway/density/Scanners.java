package health.kedja.pathway.density;

import health.kedja.pathway.Event;
import health.kedja.pathway.Kind;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The scanners that a record tells of, by the name that measurements give them. */
final class Scanners {

    private final Map<String, Event> known = new HashMap<>();

    Scanners(Collection<Event> events) {
        for (Event event : events) {
            if (event.kind() == Kind.SCANNER) {
                known.put(event.source(), event);
            }
        }
    }

    boolean knows(String device) {
        return known.containsKey(device);
    }

    Optional<Maker> maker(String device) {
        return knows(device) ? Maker.ofToken(known.get(device).code()) : Optional.empty();
    }

    /** The maker as the record writes it, or null. */
    String manufacturer(String device) {
        return knows(device) ? known.get(device).qualifier() : null;
    }
}
