package health.kedja.server.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyOut;

/** Copies one database: definitions, rows, what is checked on rows, and then counts both sides. */
final class DatabaseCopy {

    private static final System.Logger LOG = System.getLogger(DatabaseCopy.class.getName());

    private final String database;
    private final Connection from;
    private final Connection to;
    private final Replay replay;

    DatabaseCopy(String database, Connection from, Connection to) {
        this.database = database;
        this.from = from;
        this.to = to;
        this.replay = new Replay(from, to);
    }

    void run() throws SQLException {
        for (Connection connection : List.of(from, to)) {
            // No search path: every name in a definition then comes with its schema.
            execute(connection, "SET search_path = ''");
            execute(connection, "SET statement_timeout = 0");
            execute(connection, "SET extra_float_digits = 3");
        }
        execute(to, "SET check_function_bodies = off");
        execute(to, "SET maintenance_work_mem = '256MB'");
        refuseWhatIsNotCarried();
        replay.all("schemas");
        replay.all("extensions");
        replay.asFarAsPossible("types", "sequences", "functions", "tables");
        replay.requireNoneLeftBut(Replay.FUNCTION); // Functions may need the row type of a view.
        replay.all("owned-sequences");
        rows();
        for (String value : Replay.strings(from, Replay.query("sequence-values"))) {
            execute(to, Replay.strings(from, value).get(0));
        }
        largeObjects();
        replay.all("indexes");
        replay.all("constraints");
        replay.all("foreign-keys");
        replay.asFarAsPossible("views", "view-indexes");
        replay.requireNoneLeft();
        replay.all("triggers");
        replay.all("owners");
        replay.all("grants");
        replay.all("comments");
        compare();
        execute(to, "ANALYZE");
    }

    private void refuseWhatIsNotCarried() throws SQLException {
        List<String> left = Replay.strings(from, Replay.query("not-carried"));
        if (!left.isEmpty()) {
            throw new EmbeddedPostgresException("The database " + database + " has what this server cannot carry over: "
                    + String.join(", ", left) + ". Remove it with the older version of the server, or carry the data "
                    + "over with pg_dump. Nothing was changed.");
        }
    }

    /** Streams every table; text, because the binary form has numbers of types in it that differ between servers. */
    private void rows() throws SQLException {
        List<String> tables = Replay.strings(from, Replay.query("table-columns"));
        for (String table : tables) {
            stream("COPY " + table + " TO STDOUT", "COPY " + table + " FROM STDIN");
        }
        LOG.log(System.Logger.Level.INFO, "Database {0}: rows of {1} tables copied", database, tables.size());
    }

    private void stream(String outSql, String inSql) throws SQLException {
        CopyOut out = from.unwrap(PGConnection.class).getCopyAPI().copyOut(outSql);
        CopyIn in = to.unwrap(PGConnection.class).getCopyAPI().copyIn(inSql);
        try {
            for (byte[] row = out.readFromCopy(); row != null; row = out.readFromCopy()) {
                in.writeToCopy(row, 0, row.length);
            }
            in.endCopy();
        } finally {
            if (in.isActive()) {
                in.cancelCopy();
            }
            if (out.isActive()) {
                out.cancelCopy();
            }
        }
    }

    /** Large objects keep their numbers, which is what the rows refer to them by. */
    private void largeObjects() throws SQLException {
        execute(to, "CREATE TEMPORARY TABLE carried_object (number oid, owner name)");
        stream(
                "COPY (SELECT oid, pg_catalog.pg_get_userbyid(lomowner) FROM pg_catalog.pg_largeobject_metadata) TO STDOUT",
                "COPY pg_temp.carried_object FROM STDIN");
        execute(to, "SELECT pg_catalog.lo_create(number) FROM pg_temp.carried_object");
        execute(to, "CREATE TEMPORARY TABLE carried_page (number oid, page int, content bytea)");
        stream(
                "COPY (SELECT loid, pageno, data FROM pg_catalog.pg_largeobject) TO STDOUT",
                "COPY pg_temp.carried_page FROM STDIN");
        execute(to, "SELECT pg_catalog.lo_put(number, page::bigint * 2048, content) FROM pg_temp.carried_page");
        execute(to, "DROP TABLE pg_temp.carried_page, pg_temp.carried_object");
    }

    /** Refuses to go on unless both sides have the same number of rows, objects and definitions of every kind. */
    private void compare() throws SQLException {
        List<String> before = new ArrayList<>();
        List<String> after = new ArrayList<>();
        for (String question : Replay.strings(from, Replay.query("census"))) {
            before.addAll(Replay.strings(from, question));
            after.addAll(Replay.strings(to, question));
        }
        if (!before.equals(after)) {
            throw new EmbeddedPostgresException("The database " + database + " did not arrive whole. Only before: "
                    + without(before, after) + "; only after: " + without(after, before) + ". Nothing was changed.");
        }
    }

    private static List<String> without(List<String> all, List<String> those) {
        return all.stream().filter(one -> !those.contains(one)).toList();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }
}
