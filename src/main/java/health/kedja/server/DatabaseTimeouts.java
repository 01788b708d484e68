package health.kedja.server;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
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
        // In one way to the database and back.
        execute(
                connection,
                "select set_config('kedja.statement_timeout', current_setting('statement_timeout'), false),"
                        + " set_config('kedja.lock_timeout', current_setting('lock_timeout'), false),"
                        + " set_config('statement_timeout', '" + statements.toMillis() + "', false),"
                        + " set_config('lock_timeout', '" + statements.toMillis() + "', false)");
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close") && !connection.isClosed()) {
                        setBack(connection);
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** A connection that cannot be set back is not used again. */
    private static void setBack(Connection connection) throws SQLException {
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            execute(
                    connection,
                    "select set_config('statement_timeout', current_setting('kedja.statement_timeout'), false),"
                            + " set_config('lock_timeout', current_setting('kedja.lock_timeout'), false)");
        } catch (SQLException e) {
            connection.abort(Runnable::run);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String set(String name, Duration time) {
        return "set " + name + " = " + time.toMillis();
    }
}
