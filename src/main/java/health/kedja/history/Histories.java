package health.kedja.history;

import health.kedja.fhir.PatientHistory;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads what is known of a patient. Safe to share between threads. */
public final class Histories {

    private static final int MOST_STEPS = 50;

    private final JdbcTemplate jdbc;
    private final PatientLinks links;

    public Histories(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.links = new PatientLinks(jdbc);
    }

    /**
     * The history of a patient, with those of the records merged into it. A record that was itself replaced gives the
     * history of the one that replaced it.
     *
     * @param patient logical id
     */
    public PatientHistory of(String patient) {
        StoredHistory found = new StoredHistory();
        jdbc.query(StoredHistory.QUERY, found, patient);
        return found.patient();
    }

    /**
     * As {@link #of}; empty when no such patient record is stored, be it that there never was one or that it was
     * deleted.
     *
     * @param patient logical id
     */
    public Optional<PatientHistory> ofRecord(String patient) {
        StoredHistory found = new StoredHistory();
        jdbc.query(StoredHistory.QUERY_OF_RECORD, found, patient, patient);
        return found.isStored() ? Optional.of(found.patient()) : Optional.empty();
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
