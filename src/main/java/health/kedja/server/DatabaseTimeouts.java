package health.kedja.server;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Connections on which no statement takes longer than a request may wait. Those of the start (migration, rebuild), of
 * HAPI's jobs and of {@link #unhurried} may take longer, and are set back when they are returned.
 */
final class DatabaseTimeouts extends HikariDataSource {

    /** The threads of HAPI's scheduler and of the steps of its jobs. */
    private static final Pattern JOBS = Pattern.compile("(?i).*(scheduler|quartz|batch2|channel).*");

    private volatile boolean started;

    /** @param first what each connection begins with, ended by a semicolon, or nothing */
    DatabaseTimeouts(KedjaSettings.Database limits, String first) {
        setConnectionInitSql(first
                + String.join(
                        "; ",
                        set("statement_timeout", limits.statementTimeout()),
                        set("lock_timeout", limits.lockTimeout()),
                        set("idle_in_transaction_session_timeout", limits.idleInTransactionTimeout())));
    }

    /** From now on requests are taken. */
    @EventListener
    void ready(ApplicationReadyEvent event) {
        started = true;
    }

    @Override
    public Connection getConnection() throws SQLException {
        boolean job = !started || JOBS.matcher(Thread.currentThread().getName()).matches();
        return job ? unhurried(super.getConnection(), Duration.ZERO) : super.getConnection();
    }

    /** The same database, for work that may take so long; zero is without end. */
    static DataSource unhurried(DataSource dataSource, Duration statements) {
        return new DelegatingDataSource(dataSource) {
            @Override
            public Connection getConnection() throws SQLException {
                return unhurried(super.getConnection(), statements);
            }
        };
    }

    private static Connection unhurried(Connection connection, Duration statements) throws SQLException {
        Limits before = limit(connection, new Limits(statements.toMillis() + "ms", statements.toMillis() + "ms"));
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close") && !connection.isClosed()) {
                        setBack(connection, before);
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /**
     * As PostgreSQL writes them. Kept here and not in the session: a connection may be made unhurried by two who do not know of
     * each other, and each sets back what it found.
     */
    private record Limits(String statement, String lock) {}

    /** A connection that cannot be set back is not used again. */
    private static void setBack(Connection connection, Limits before) throws SQLException {
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            limit(connection, before);
        } catch (SQLException e) {
            connection.abort(Runnable::run);
        }
    }

    /** Sets the limits, and gives what they were; in one way to the database and back. */
    private static Limits limit(Connection connection, Limits limits) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                with earlier as materialized (
                    select current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock)
                select statement, lock, set_config('statement_timeout', ?, false), set_config('lock_timeout', ?, false)
                from earlier
                """)) {
            statement.setString(1, limits.statement());
            statement.setString(2, limits.lock());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new Limits(row.getString(1), row.getString(2));
            }
        }
    }

    private static String set(String name, Duration time) {
        return "set " + name + " = " + time.toMillis();
    }
}
