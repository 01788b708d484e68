package health.kedja.history;

import health.kedja.pathway.Event;
import health.kedja.pathway.History;
import health.kedja.pathway.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads what is known of a patient. Safe to share between threads. */
public final class Histories {

    /** What a person has one of; the surviving record's word stands when records were merged. */
    private static final Set<Kind> ONE_PER_PERSON = EnumSet.of(Kind.BIRTH, Kind.DEATH);

    private final EventRows rows;
    private final PatientLinks links;

    public Histories(DataSource dataSource) {
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        this.rows = new EventRows(jdbc);
        this.links = new PatientLinks(jdbc);
    }

    /**
     * The history of a patient, with those of the records merged into it. A record that was itself replaced gives the
     * history of the one that replaced it.
     *
     * @param patient logical id
     */
    public PatientHistory of(String patient) {
        String survivor = links.survivor(patient);
        List<String> records = links.recordsOf(survivor);
        List<Event> events = rows.of(records);
        if (records.size() > 1) {
            events = merged(events, "Patient/" + survivor);
        }
        return new PatientHistory(survivor, History.of(events));
    }

    private static List<Event> merged(List<Event> events, String survivor) {
        Set<Kind> told = EnumSet.noneOf(Kind.class);
        events.stream().filter(event -> event.source().equals(survivor)).forEach(event -> told.add(event.kind()));
        return events.stream()
                .filter(event -> !ONE_PER_PERSON.contains(event.kind())
                        || event.source().equals(survivor)
                        || !told.contains(event.kind()))
                .toList();
    }
}
