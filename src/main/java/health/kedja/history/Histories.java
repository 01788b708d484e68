package health.kedja.history;

import health.kedja.fhir.PatientHistory;
import java.time.LocalDate;
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

    /**
     * As {@link #ofRecord(String)}, without the events of records that are blocked for the caller, as {@link Reach#hidden}
     * says. One statement, and where the patient has no block little more than that.
     *
     * @param patient logical id
     * @param organizations those of the caller, without the ones below them
     * @param day on which it is asked
     */
    public Optional<Seen> ofRecord(String patient, Collection<String> organizations, LocalDate day) {
        StoredHistory found = new StoredHistory();
        jdbc.query(
                StoredHistory.QUERY_OF_SEEN, found, patient, day, day, organizations.toArray(String[]::new), patient);
        return found.isStored() ? Optional.of(new Seen(found.patient(), found.isBlocked())) : Optional.empty();
    }

    /**
     * A history as a caller sees it.
     *
     * @param patient what is not blocked
     * @param blocked whether anything was left out
     */
    public record Seen(PatientHistory patient, boolean blocked) {}

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
