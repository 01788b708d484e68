package health.kedja.access.audit;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Writes accesses to the trail. Safe to share between threads: those that write at the same time share one statement and
 * one commit, which whoever comes first does for all that wait.
 */
public final class AuditTrail implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(AuditTrail.class.getName());

    /** The current role, where it is one that no grant binds or that owns the trail. */
    private static final String CHANGEABLE = """
            select current_user from pg_roles me, pg_class trail
            where me.rolname = current_user and trail.oid = 'kedja_audit.access'::regclass
                and (me.rolsuper or pg_has_role(current_user, trail.relowner, 'member'))
            """;

    private static final int MOST_TOGETHER = 5_000;
    private static final String DATA_EXCEPTION = "22";

    private final HikariDataSource own;
    private final DataSource transactions;
    private final Duration patience;
    private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();
    /** Fair: whoever waits finds their rows written by the one before, and does not wait for those after. */
    private final ReentrantLock writing = new ReentrantLock(true);

    /**
     * A trail.
     *
     * @param transactions the connections with which resources are stored; the trail opens two more to the same database,
     *     so that recording never waits for a connection that a request holds
     * @param patience how long to wait until an access counts as one that cannot be recorded; at least a second
     */
    public AuditTrail(HikariDataSource transactions, Duration patience) {
        HikariConfig config = new HikariConfig();
        transactions.copyStateTo(config);
        config.setPoolName("audit");
        config.setMaximumPoolSize(2);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(Math.min(patience.toMillis(), transactions.getConnectionTimeout()));
        this.own = new HikariDataSource(config);
        this.transactions = transactions;
        this.patience = patience;
        warnIfChangeable();
    }

    private void warnIfChangeable() {
        try (Connection connection = own.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(CHANGEABLE)) {
            if (row.next()) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "The audit trail can be changed by the role {0} that the server works with: docs/audit.md says how"
                                + " to take the trail away from it",
                        row.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The audit trail cannot be read", e);
        }
    }

    /**
     * Returns when they are committed.
     *
     * @throws AuditUnavailableException if they could not be; then none of them is there, or (the connection was lost
     *     while it committed) nobody knows
     */
    void record(List<Access> accesses) {
        if (accesses.isEmpty()) {
            return;
        }
        Waiting mine = new Waiting(List.copyOf(accesses));
        queue.add(mine);
        try {
            if (!writing.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AuditUnavailableException(null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AuditUnavailableException(e);
        }
        try {
            while (!mine.done) {
                writeTogether();
            }
        } finally {
            writing.unlock();
        }
        if (mine.failure != null) {
            throw new AuditUnavailableException(mine.failure);
        }
    }

    /** Records in the transaction that is open; committed with it, or not at all. */
    void recordInTransaction(List<Access> accesses) {
        Connection connection = DataSourceUtils.getConnection(transactions);
        try {
            AccessRows.insert(connection, accesses);
        } catch (SQLException e) {
            throw new AuditUnavailableException(e);
        } finally {
            DataSourceUtils.releaseConnection(connection, transactions);
        }
    }

    /**
     * The access that a request asks for and gets later, when it has been answered: to be told its patients, any number of
     * times, in the transactions that make it possible. It is recorded with them, or not at all.
     *
     * @throws IllegalStateException if the request is not recorded
     */
    public Consumer<Collection<String>> later(RequestDetails request) {
        Recording recording = AuditHooks.recording(request);
        if (recording == null) {
            throw new IllegalStateException("The request is not recorded");
        }
        Asked asked = recording.asked();
        // While the request is there to tell who asks.
        Access later = recording.access(asked.interaction(), Outcome.DONE, null, null, asked.resource(), asked.query());
        return patients -> recordInTransaction(patients.stream().map(later::of).toList());
    }

    @Override
    public void close() {
        own.close();
    }

    private void writeTogether() {
        List<Waiting> together = new ArrayList<>();
        int rows = 0;
        while (rows < MOST_TOGETHER) {
            Waiting next = queue.poll();
            if (next == null) {
                break;
            }
            together.add(next);
            rows += next.accesses.size();
        }
        SQLException failure = write(together);
        if (failure != null && together.size() > 1 && isOfRows(failure)) {
            // What is wrong with one request's rows is not the others' fault.
            together.forEach(one -> one.failure = write(List.of(one)));
        } else {
            together.forEach(one -> one.failure = failure);
        }
        together.forEach(one -> one.done = true);
    }

    private static boolean isOfRows(SQLException failure) {
        return String.valueOf(failure.getSQLState()).startsWith(DATA_EXCEPTION);
    }

    private SQLException write(List<Waiting> together) {
        List<Access> accesses =
                together.stream().flatMap(one -> one.accesses.stream()).toList();
        try (Connection connection = own.getConnection()) {
            AccessRows.insert(connection, accesses);
            return null;
        } catch (SQLException e) {
            return e;
        }
    }

    /** Fields are guarded by {@link #writing}. */
    private static final class Waiting {

        private final List<Access> accesses;
        private boolean done;
        private SQLException failure;

        private Waiting(List<Access> accesses) {
            this.accesses = accesses;
        }
    }
}
