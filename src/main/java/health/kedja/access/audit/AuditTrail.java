package health.kedja.access.audit;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import health.kedja.access.audit.SharedWrites.Waiting;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Writes accesses to the trail. Safe to share between threads: those that write at the same time share one statement and
 * one commit, which whoever comes first does for all that wait.
 */
public final class AuditTrail implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(AuditTrail.class.getName());

    /**
     * The current role, where it is one that no grant binds, that owns the trail, or that could make itself its owner: before
     * version 16 of PostgreSQL whoever may create roles may give themselves any that is no superuser.
     */
    private static final String CHANGEABLE = """
            select current_user from pg_roles me, pg_class trail
            where me.rolname = current_user and trail.oid = 'kedja_audit.access'::regclass
                and (me.rolsuper
                    or pg_has_role(current_user, trail.relowner, 'member')
                    or me.rolcreaterole and current_setting('server_version_num')::int < 160000)
            """;

    private static final int MOST_TOGETHER = 5_000;
    /** About as long as a commit that waits for a disk. */
    private static final Duration GATHERING = Duration.ofMillis(3);

    private static final String DATA_EXCEPTION = "22";

    private final HikariDataSource own;
    private final DataSource transactions;
    private final SharedWrites together;

    /**
     * A trail.
     *
     * @param transactions the connections with which resources are stored; the trail opens one more to the same database, so
     *     that recording never waits for a connection that a request holds
     * @param patience how long to wait until an access counts as one that cannot be recorded; at least a second
     */
    public AuditTrail(HikariDataSource transactions, Duration patience) {
        HikariConfig config = new HikariConfig();
        transactions.copyStateTo(config);
        config.setPoolName("audit");
        config.setMaximumPoolSize(1);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(Math.min(patience.toMillis(), transactions.getConnectionTimeout()));
        this.own = new HikariDataSource(config);
        this.transactions = transactions;
        this.together = new SharedWrites(this::write, MOST_TOGETHER, patience, GATHERING);
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

    /** A request has begun whose accesses will be recorded. */
    void expect() {
        together.expect();
    }

    /** A request that was expected has been recorded, or could not be. */
    void expectNoLonger() {
        together.expectNoLonger();
    }

    /**
     * Returns when they are committed.
     *
     * @throws AuditUnavailableException if they could not be; then none of them is there, or (the connection was lost
     *     while it committed, or the patience ended then) nobody knows
     */
    void record(List<Access> accesses) {
        if (accesses.isEmpty()) {
            return;
        }
        together.write(List.copyOf(accesses));
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
     * The access that a request asks for and gets later, when it has been answered.
     *
     * @throws IllegalStateException if the request is not recorded
     */
    public LaterAccess later(RequestDetails request) {
        Recording recording = AuditHooks.recording(request);
        if (recording == null) {
            throw new IllegalStateException("The request is not recorded");
        }
        Asked asked = recording.asked();
        // While the request is there to tell who asks.
        return new LaterAccess(
                this, recording.access(asked.interaction(), Outcome.DONE, null, null, asked.resource(), asked.query()));
    }

    /** The access of which these are the {@link LaterAccess#words}. */
    public LaterAccess later(Map<String, String> words) {
        return new LaterAccess(this, LaterAccess.of(words));
    }

    @Override
    public void close() {
        own.close();
    }

    private void write(List<Waiting> all) {
        SQLException failure = insert(all);
        if (failure != null && all.size() > 1 && isOfRows(failure)) {
            // What is wrong with one request's rows is not the others' fault.
            all.forEach(one -> one.written(insert(List.of(one))));
        } else {
            all.forEach(one -> one.written(failure));
        }
    }

    private static boolean isOfRows(SQLException failure) {
        return String.valueOf(failure.getSQLState()).startsWith(DATA_EXCEPTION);
    }

    private SQLException insert(List<Waiting> all) {
        List<Access> accesses =
                all.stream().flatMap(one -> one.accesses.stream()).toList();
        try (Connection connection = own.getConnection()) {
            AccessRows.insert(connection, accesses);
            return null;
        } catch (SQLException e) {
            return e;
        }
    }
}
