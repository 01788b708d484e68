package health.kedja.history;

import health.kedja.pathway.Event;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The table {@code kedja.event}. Joins the transaction of the caller; opens none of its own.
 */
final class EventRows {

    private static final String INSERT = """
            insert into %s
                (source, ordinal, patient, kind, day, end_day, code, qualifier, laterality, value, encounter, device)
            select * from unnest(?::text[], ?::smallint[], ?::text[], ?::text[], ?::date[], ?::date[], ?::text[],
                ?::text[], ?::text[], ?::float8[], ?::text[], ?::text[])
            """;

    private final JdbcTemplate jdbc;
    private final String insert;

    EventRows(JdbcTemplate jdbc) {
        this(jdbc, "kedja.event");
    }

    /** @param table a table of the same columns, to which {@link #insert} adds; never text from outside */
    EventRows(JdbcTemplate jdbc, String table) {
        this.jdbc = jdbc;
        this.insert = INSERT.formatted(table);
    }

    /** Removes what these resources said. */
    void delete(Collection<String> sources) {
        if (!sources.isEmpty()) {
            jdbc.update("delete from kedja.event where source = any (?)", (Object) sources.toArray(String[]::new));
        }
    }

    void deleteAll() {
        jdbc.update("delete from kedja.event");
    }

    /** Adds what resources say, in few round trips. */
    void insert(Collection<Statement> statements) {
        List<Row> rows = new ArrayList<>();
        for (Statement statement : statements) {
            int ordinal = 0;
            for (Event event : statement.events()) {
                rows.add(new Row(statement.patient(), ordinal++, event));
            }
        }
        if (!rows.isEmpty()) {
            jdbc.execute((ConnectionCallback<Void>) connection -> insert(connection, rows));
        }
    }

    private Void insert(Connection connection, List<Row> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            int n = 1;
            statement.setArray(n++, text(connection, rows, row -> row.event.source()));
            statement.setArray(n++, array(connection, "int2", rows, row -> (short) row.ordinal));
            statement.setArray(n++, text(connection, rows, row -> row.patient));
            statement.setArray(
                    n++, text(connection, rows, row -> row.event.kind().token()));
            statement.setArray(n++, array(connection, "date", rows, row -> date(row.event.day())));
            statement.setArray(n++, array(connection, "date", rows, row -> date(row.event.end())));
            statement.setArray(n++, text(connection, rows, row -> row.event.code()));
            statement.setArray(n++, text(connection, rows, row -> row.event.qualifier()));
            statement.setArray(n++, text(connection, rows, row -> row.event.laterality()));
            statement.setArray(
                    n++, array(connection, "float8", rows, row -> row.event.hasValue() ? row.event.value() : null));
            statement.setArray(n++, text(connection, rows, row -> row.event.encounter()));
            statement.setArray(n, text(connection, rows, row -> row.event.device()));
            statement.executeUpdate();
        }
        return null;
    }

    private static Array text(Connection connection, List<Row> rows, Function<Row, Object> column) throws SQLException {
        return array(connection, "text", rows, column);
    }

    private static Array array(Connection connection, String type, List<Row> rows, Function<Row, Object> column)
            throws SQLException {
        return connection.createArrayOf(type, rows.stream().map(column).toArray());
    }

    private static Object date(LocalDate day) {
        return day == null ? null : day.toString();
    }

    private record Row(String patient, int ordinal, Event event) {}
}
