package health.kedja.history;

import java.sql.SQLException;
import java.time.Instant;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;

/** Tells of which instant the stored data are. Safe to share between threads. */
public final class Receipt {

    private final DataSource dataSource;

    public Receipt(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * An instant such that all versions of resources received until then can be seen, and none that can be seen later was
     * received until then. Waits for transactions that are about to be committed.
     */
    public Instant now() {
        try (Snapshot snapshot = Snapshot.now(dataSource)) {
            return snapshot.instant();
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The instant of the data cannot be told", e);
        }
    }
}
