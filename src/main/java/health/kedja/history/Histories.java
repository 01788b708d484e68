package health.kedja.history;

import health.kedja.fhir.PatientHistory;
import health.kedja.pathway.Event;
import health.kedja.pathway.History;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads what is known of a patient. Safe to share between threads. */
public final class Histories {

    private final EventRows rows;
    private final PatientLinks links;
    private final Units units;

    public Histories(DataSource dataSource) {
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        this.rows = new EventRows(jdbc);
        this.links = new PatientLinks(jdbc);
        this.units = new Units(jdbc);
    }

    /**
     * The history of a patient, with those of the records merged into it. A record that was itself replaced gives the
     * history of the one that replaced it.
     *
     * @param patient logical id
     */
    public PatientHistory of(String patient) {
        String survivor = links.survivor(patient);
        List<Event> events = rows.of(links.recordsOf(survivor));
        return new PatientHistory("Patient/" + survivor, History.of(events), units.of(events));
    }
}
