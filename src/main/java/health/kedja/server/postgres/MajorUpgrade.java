package health.kedja.server.postgres;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Carries everything from a cluster of an older major version into a new, empty one. Both run side by side, the older
 * one read-only, and everything goes over JDBC: definitions as SQL, made from the catalogs of the older one, and rows as
 * a stream of COPY.
 *
 * <p>What it cannot carry over it refuses to leave behind: the upgrade ends with a message and nothing is changed.
 */
final class MajorUpgrade {

    private static final System.Logger LOG = System.getLogger(MajorUpgrade.class.getName());

    private final Cluster from;
    private final Cluster to;
    private final Duration startTimeout;

    MajorUpgrade(Cluster from, Cluster to, Duration startTimeout) {
        this.from = from;
        this.to = to;
        this.startTimeout = startTimeout;
    }

    /** Returns when the new cluster holds everything and both are stopped. */
    void run() throws IOException {
        LOG.log(
                System.Logger.Level.INFO,
                "Carrying data over from PostgreSQL {0} to {1}: {2} is read and left as it is",
                from.binaries().version(),
                to.binaries().version(),
                from.data());
        Postmaster source = Postmaster.start(from, 0, true, true, startTimeout);
        try {
            Postmaster target = Postmaster.start(to, 0, false, false, startTimeout);
            try {
                copy(source, target);
            } finally {
                target.stop();
            }
        } catch (SQLException failed) {
            throw new EmbeddedPostgresException(
                    "The data of PostgreSQL " + from.binaries().major() + " in " + from.data()
                            + " could not be carried over to PostgreSQL "
                            + to.binaries().major() + "; it is unchanged. " + failed.getMessage(),
                    failed);
        } finally {
            source.stop();
        }
    }

    private static void copy(Postmaster source, Postmaster target) throws SQLException, IOException {
        try (Connection out = source.connect("postgres");
                Connection in = target.connect("postgres")) {
            Replay replay = new Replay(out, in);
            replay.all("roles");
            replay.all("databases");
            for (String database : Replay.strings(out, Replay.query("database-names"))) {
                try (Connection databaseOut = source.connect(database);
                        Connection databaseIn = target.connect(database)) {
                    new DatabaseCopy(database, databaseOut, databaseIn).run();
                }
            }
            // Last: a setting of a role or a database must not reach the sessions that copy.
            replay.all("settings");
        }
    }
}
