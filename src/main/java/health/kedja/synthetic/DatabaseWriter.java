package health.kedja.synthetic;

import health.kedja.history.EventLoad;
import health.kedja.pathway.Event;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Rows of events, as {@link EventLoad} says: for benchmarks, gone with the next rebuild. */
final class DatabaseWriter implements PeopleWriter {

    private final EventLoad load;

    DatabaseWriter(DataSource database) {
        this.load = new EventLoad(database);
    }

    @Override
    public void write(List<SyntheticPerson> people) {
        Map<String, List<Event>> patients = new LinkedHashMap<>();
        people.forEach(person -> patients.put(person.id(), person.events()));
        load.add(patients);
    }

    @Override
    public void close() {
        // The database is the caller's.
    }
}
