package health.kedja.server;

import health.kedja.server.postgres.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The role that the server works with in the embedded database. It is no superuser, and owns everything but the audit
 * trail, to which it can add and which it can read: a superuser is bound by no grant.
 */
final class WorkingRole {

    /** What a connection does first. */
    static final String TAKE_ON = "set role kedja_server";

    private WorkingRole() {}

    /**
     * Makes the role and the audit trail where they are not there.
     *
     * @throws IllegalStateException if that is not possible; nothing is changed then
     */
    static void prepare(EmbeddedPostgres postgres) {
        try (Connection connection =
                        DriverManager.getConnection(postgres.jdbcUrl(), postgres.username(), postgres.password());
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(read("/health/kedja/server/working-role.sql"));
            statement.execute(read("/db/migration/V8__audit.sql"));
            statement.execute("grant usage on schema kedja_audit to kedja_server;"
                    + "grant select, insert on kedja_audit.access to kedja_server");
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("The role of the server could not be made: " + e.getMessage(), e);
        }
    }

    private static String read(String resource) {
        try (InputStream in = WorkingRole.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
