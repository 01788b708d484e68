package health.kedja.server.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A PostgreSQL server that keeps its data in a directory and lives as long as this object is open.
 *
 * <pre>{@code
 * try (EmbeddedPostgres postgres = EmbeddedPostgres.start(Path.of("/var/lib/kedja"))) {
 *     DriverManager.getConnection(postgres.jdbcUrl(), postgres.username(), postgres.password());
 * }
 * }</pre>
 *
 * <p>It listens on 127.0.0.1 only, with a random password that is kept in the data directory. Data of an older major
 * version of PostgreSQL in the same directory is carried over at the first start; the older data stays where it is.
 * A PostgreSQL that a killed JVM left behind is stopped first. One JVM at a time may use a directory.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final String DATABASE = "kedja";
    private static final long GENTLE_STOP_SECONDS = 5;

    private final Postmaster postmaster;
    private final DirectoryLock lock;
    private final Thread atExit = new Thread(() -> end(true), "embedded-postgres-stop");
    private boolean closed;

    private EmbeddedPostgres(Postmaster postmaster, DirectoryLock lock) {
        this.postmaster = postmaster;
        this.lock = lock;
    }

    /** Starts with {@link PostgresOptions#defaults()}. */
    public static EmbeddedPostgres start(Path directory) {
        return start(directory, PostgresOptions.defaults());
    }

    /**
     * Starts PostgreSQL on the directory, which is made when it is missing, and returns when it answers.
     *
     * @throws EmbeddedPostgresException when another server uses the directory, when the directory has data of a newer
     *     PostgreSQL, when older data cannot be carried over whole, or when PostgreSQL does not start; nothing is lost
     *     in any of these cases, and the message says what to do
     */
    public static EmbeddedPostgres start(Path directory, PostgresOptions options) {
        return start(directory, options, BinaryArchive.onClassPath());
    }

    static EmbeddedPostgres start(Path path, PostgresOptions options, BinaryArchive archive) {
        try {
            ServerDirectory directory = ServerDirectory.open(path);
            DirectoryLock lock = DirectoryLock.take(directory.root());
            try {
                directory.removeTemporaries();
                Cluster cluster = new ClusterChoice(directory, options).choose(archive);
                Postmaster postmaster =
                        Postmaster.start(cluster, options.port(), options.durable(), false, options.startTimeout());
                return running(postmaster, lock, options);
            } catch (IOException | RuntimeException failed) {
                lock.close();
                throw failed;
            }
        } catch (IOException failed) {
            throw new EmbeddedPostgresException("PostgreSQL could not start on " + path + ": " + failed, failed);
        }
    }

    private static EmbeddedPostgres running(Postmaster postmaster, DirectoryLock lock, PostgresOptions options) {
        try {
            createDatabase(postmaster);
            EmbeddedPostgres postgres = new EmbeddedPostgres(postmaster, lock);
            if (options.stopAtExit()) {
                Runtime.getRuntime().addShutdownHook(postgres.atExit);
            }
            return postgres;
        } catch (SQLException | IllegalStateException failed) {
            postmaster.stop();
            throw new EmbeddedPostgresException("PostgreSQL started and was stopped again: " + failed, failed);
        }
    }

    private static void createDatabase(Postmaster postmaster) throws SQLException {
        try (Connection connection = postmaster.connect("postgres");
                Statement statement = connection.createStatement()) {
            boolean missing;
            try (ResultSet found =
                    statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")) {
                missing = !found.next();
            }
            if (missing) {
                statement.execute("CREATE DATABASE " + DATABASE);
            }
        }
    }

    /** Where the database is; user and password are not in it. */
    public String jdbcUrl() {
        return postmaster.url(DATABASE);
    }

    /** The user that owns everything. */
    public String username() {
        return Cluster.USER;
    }

    /** The password of the user: random, one for each data directory. Not for logs. */
    public String password() {
        return postmaster.password();
    }

    /** The port on 127.0.0.1. */
    public int port() {
        return postmaster.port();
    }

    /** Stops PostgreSQL, ending what its connections are doing, and returns when it has stopped. Twice does no harm. */
    @Override
    public void close() {
        end(false);
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException jvmIsEnding) {
            // The hook finds it closed.
        }
    }

    private synchronized void end(boolean gently) {
        if (closed) {
            return;
        }
        closed = true;
        try (lock) {
            if (gently) {
                postmaster.stopGently(GENTLE_STOP_SECONDS);
            } else {
                postmaster.stop();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
