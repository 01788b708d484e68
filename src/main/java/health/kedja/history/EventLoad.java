package health.kedja.history;

import health.kedja.pathway.Event;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Writes events that no resource stands behind straight into the table of events, for benchmarks with many people. A
 * rebuild derives all events from the stored resources and so removes what was written here; resources cannot be read,
 * and operations that show evidence name resources that are not there.
 *
 * <p>Each call is a transaction of its own. Safe to share between threads.
 */
public final class EventLoad {

    private final EventRows rows;

    /** @param database one that a server has prepared: with the table of events */
    public EventLoad(DataSource database) {
        this.rows = new EventRows(new JdbcTemplate(database));
    }

    /**
     * Adds the events of patients.
     *
     * @param patients events by logical id of the patient
     * @throws org.springframework.dao.DataAccessException if an event of the same source is there already, or the
     *     database refuses for another reason
     */
    public void add(Map<String, List<Event>> patients) {
        Collection<Statement> statements = new ArrayList<>();
        patients.forEach((patient, events) -> {
            Map<String, List<Event>> bySource = new LinkedHashMap<>();
            events.forEach(event -> bySource.computeIfAbsent(event.source(), none -> new ArrayList<>())
                    .add(event));
            bySource.forEach((source, said) -> statements.add(Statement.ofEvents(source, patient, said)));
        });
        rows.insert(statements);
    }
}
