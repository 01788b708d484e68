package health.kedja.history;

import health.kedja.fhir.PatientHistory;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads what is known of a patient. Safe to share between threads. */
public final class Histories {

    private final JdbcTemplate jdbc;

    public Histories(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
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
}
