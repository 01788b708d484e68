package health.kedja.history;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import javax.sql.DataSource;

/** A connection on which the database stands still: a transaction that reads one snapshot. For one thread. */
final class Snapshot implements AutoCloseable {

    /** Enough to sort the rows of one part in memory. */
    private static final String SETTINGS =
            "set local work_mem = '256MB'; set local jit = off;" + " set local max_parallel_workers_per_gather = 0";

    /** Of who writes versions of resources, shared, from just before the commit until it can be seen (V5). */
    private static final long LOCK = 7310868735454961513L;

    private static final String TELL = """
            update kedja.data_instant set latest = greatest(latest, date_trunc('milliseconds', clock_timestamp()),
                (select max(received) from kedja.received))
            returning latest
            """;

    private final Connection connection;
    private final Instant instant;

    private Snapshot(Connection connection, Instant instant) {
        this.connection = connection;
        this.instant = instant;
    }

    /**
     * The database as it stands now, with its {@link #instant}. Waits for transactions that are about to be committed,
     * while later ones wait for it.
     */
    static Snapshot now(DataSource dataSource) throws SQLException {
        Connection connection = dataSource.getConnection();
        try {
            text(connection, "select pg_advisory_lock(" + LOCK + ")");
            try {
                Instant instant = told(connection);
                Snapshot now = begin(connection, null, instant);
                // A snapshot is taken by the first query.
                now.seen();
                return now;
            } catch (SQLException | RuntimeException e) {
                end(connection);
                throw e;
            } finally {
                text(connection, "select pg_advisory_unlock(" + LOCK + ")");
            }
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** The same as another sees that is still open. */
    static Snapshot same(DataSource dataSource, String exported) throws SQLException {
        Connection connection = dataSource.getConnection();
        try {
            return begin(connection, exported, null);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private static Instant told(Connection connection) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(TELL)) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    private static Snapshot begin(Connection connection, String exported, Instant instant) throws SQLException {
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try (java.sql.Statement statement = connection.createStatement()) {
            if (exported != null) {
                statement.execute("set transaction snapshot '" + exported + "'");
            }
            statement.execute(SETTINGS);
        }
        return new Snapshot(connection, instant);
    }

    private static void end(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.rollback();
            connection.setReadOnly(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            connection.setAutoCommit(true);
        }
    }

    Connection connection() {
        return connection;
    }

    /**
     * All versions of resources received until then are seen, and none received later, whenever one asks. Null for
     * {@link #same}.
     */
    Instant instant() {
        return instant;
    }

    /** Which transactions are seen, as PostgreSQL writes it ({@code pg_snapshot}). */
    String seen() throws SQLException {
        return text(connection, "select pg_current_snapshot()::text");
    }

    /** A name by which another connection can see the same, for as long as this one is open. */
    String export() throws SQLException {
        return text(connection, "select pg_export_snapshot()");
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            end(connection);
        }
    }
}
