package health.kedja.history;

import health.kedja.fhir.PatientHistory;
import health.kedja.pathway.Event;
import health.kedja.pathway.History;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads what is known of a patient. Safe to share between threads. */
public final class Histories {

    private static final int MOST_STEPS = 50;

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

    /** These patients, each record that was replaced by another given as the one that replaced it in the end. */
    public Set<String> survivors(Collection<String> patients) {
        Set<String> found = new LinkedHashSet<>(patients);
        // A record that replaced others may itself be replaced; a ring of them ends here.
        for (int step = 0; step < MOST_STEPS; step++) {
            Map<String, String> replaced = links.replacedBy(found);
            if (replaced.isEmpty()) {
                break;
            }
            found = found.stream()
                    .map(patient -> replaced.getOrDefault(patient, patient))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }
        return found;
    }
}
