package health.kedja.history;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A connection on which the database stands still: a transaction that reads one snapshot. For one thread. */
final class Snapshot implements AutoCloseable {

    /** Enough to sort the rows of one part in memory. */
    private static final String SETTINGS =
            "set local work_mem = '256MB'; set local jit = off;" + " set local max_parallel_workers_per_gather = 0";

    private final Connection connection;

    private Snapshot(Connection connection) {
        this.connection = connection;
    }

    /** The database as it stands now. */
    static Snapshot now(DataSource dataSource) throws SQLException {
        return begin(dataSource, null);
    }

    /** The same as another sees that is still open. */
    static Snapshot same(DataSource dataSource, String exported) throws SQLException {
        return begin(dataSource, exported);
    }

    private static Snapshot begin(DataSource dataSource, String exported) throws SQLException {
        Connection connection = dataSource.getConnection();
        try {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try (java.sql.Statement statement = connection.createStatement()) {
                if (exported != null) {
                    statement.execute("set transaction snapshot '" + exported + "'");
                }
                statement.execute(SETTINGS);
            }
            return new Snapshot(connection);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    Connection connection() {
        return connection;
    }

    /** Which transactions are seen, as PostgreSQL writes it ({@code pg_snapshot}). */
    String seen() throws SQLException {
        return text("select pg_current_snapshot()::text");
    }

    /** A name by which another connection can see the same, for as long as this one is open. */
    String export() throws SQLException {
        return text("select pg_export_snapshot()");
    }

    private String text(String sql) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            connection.rollback();
            connection.setReadOnly(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            connection.setAutoCommit(true);
        }
    }
}
