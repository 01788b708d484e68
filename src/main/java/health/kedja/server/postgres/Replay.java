package health.kedja.server.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs on one server the statements that a query on another server writes. The queries lie beside this class as SQL
 * files; each reads the catalogs and answers with one statement in each row.
 */
final class Replay {

    static final String FUNCTION = "CREATE OR REPLACE";

    private final Connection from;
    private final Connection to;
    private List<String> left = new ArrayList<>();

    Replay(Connection from, Connection to) {
        this.from = from;
        this.to = to;
    }

    /** Runs every statement the query of this name writes; the first that fails ends it. */
    void all(String query) throws SQLException {
        for (String statement : strings(from, query(query))) {
            run(statement);
        }
    }

    /**
     * Runs the statements of several queries and those that are still left, the failing ones again after the others,
     * until none succeeds any more: what refers to what is for PostgreSQL to know.
     */
    void asFarAsPossible(String... queries) throws SQLException {
        for (String query : queries) {
            left.addAll(strings(from, query(query)));
        }
        int before;
        do {
            before = left.size();
            List<String> failed = new ArrayList<>();
            for (String statement : left) {
                try {
                    run(statement);
                } catch (SQLException notYet) {
                    failed.add(statement);
                }
            }
            left = failed;
        } while (!left.isEmpty() && left.size() < before);
    }

    /** Fails with the reason of the first statement that is left and does not begin so. */
    void requireNoneLeftBut(String beginning) throws SQLException {
        for (String statement : left) {
            if (!statement.startsWith(beginning)) {
                run(statement);
            }
        }
    }

    void requireNoneLeft() throws SQLException {
        for (String statement : left) {
            run(statement);
        }
    }

    private void run(String statement) throws SQLException {
        try (Statement running = to.createStatement()) {
            running.setEscapeProcessing(false);
            running.execute(statement.startsWith(FUNCTION) ? whole(statement) : statement);
        } catch (SQLException failed) {
            throw new SQLException(failed.getMessage() + " [" + statement + "]", failed.getSQLState(), failed);
        }
    }

    /** The driver cuts a statement at its semicolons, and the body of an SQL function may have some. */
    private static String whole(String statement) {
        return "DO $kedja_do$ BEGIN EXECUTE $kedja_statement$" + statement + "$kedja_statement$; END $kedja_do$";
    }

    static List<String> strings(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    static String query(String name) {
        try (InputStream in = Replay.class.getResourceAsStream("upgrade/" + name + ".sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new EmbeddedPostgresException("The query " + name + " is missing from the server", unreadable);
        }
    }
}
