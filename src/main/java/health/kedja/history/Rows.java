package health.kedja.history;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A table of which many rows are written in one statement, also together with those of other tables.
 *
 * @param <T> what a row is made from
 */
final class Rows<T> {

    /** How a value of a column is found; type is as PostgreSQL names it. */
    record Column<T>(String name, String type, Function<T, Object> value) {}

    private final String insert;
    private final List<Column<T>> columns;

    /** @param table and the names of columns are never text from outside */
    Rows(String table, List<Column<T>> columns) {
        this.columns = columns;
        this.insert =
                columns.stream().map(Column::name).collect(Collectors.joining(", ", "insert into " + table + " (", ")"))
                        + columns.stream()
                                .map(column -> "?::" + column.type() + "[]")
                                .collect(Collectors.joining(", ", " select * from unnest(", ")"));
    }

    static <T> Column<T> text(String name, Function<T, Object> value) {
        return new Column<>(name, "text", value);
    }

    /** The insert of these rows; nothing where there are none. */
    Optional<Part> insert(Collection<T> rows) {
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Part(
                        insert,
                        columns.stream()
                                .<Parameter>map(column -> new Values(
                                        column.type(),
                                        rows.stream().map(column.value()).toArray()))
                                .toList()));
    }

    /**
     * The removal of the rows with these keys; nothing where there are none. Of one key it is a statement that PostgreSQL
     * plans once for a connection; with a list it plans it anew each time, which takes longer than to remove a row.
     *
     * @param column the table and a column of text, such as {@code kedja.event where source}; never text from outside
     */
    static Optional<Part> delete(String column, Collection<String> keys) {
        return switch (keys.size()) {
            case 0 -> Optional.empty();
            case 1 ->
                Optional.of(new Part(
                        "delete from " + column + " = ?",
                        List.of(new Key(keys.iterator().next()))));
            default ->
                Optional.of(
                        new Part("delete from " + column + " = any (?)", List.of(new Values("text", keys.toArray()))));
        };
    }

    /** A statement that changes one table. */
    record Part(String sql, List<Parameter> parameters) {}

    /** What is sent for a question mark. */
    private interface Parameter {

        void set(PreparedStatement statement, int place) throws SQLException;
    }

    private record Key(String text) implements Parameter {

        @Override
        public void set(PreparedStatement statement, int place) throws SQLException {
            statement.setString(place, text);
        }
    }

    /** An array. */
    private record Values(String type, Object[] all) implements Parameter {

        @Override
        public void set(PreparedStatement statement, int place) throws SQLException {
            statement.setArray(place, statement.getConnection().createArrayOf(type, all));
        }
    }

    /**
     * Runs statements in one round trip, in the transaction of the caller. None of them may touch the rows of another: all
     * see the table as it was before.
     */
    static void run(JdbcTemplate jdbc, List<Part> parts) {
        if (parts.isEmpty()) {
            return;
        }
        StringBuilder sql = new StringBuilder();
        for (int i = 0; i < parts.size() - 1; i++) {
            sql.append(i == 0 ? "with part" : "), part")
                    .append(i)
                    .append(" as (")
                    .append(parts.get(i).sql());
        }
        sql.append(parts.size() == 1 ? "" : ") ")
                .append(parts.get(parts.size() - 1).sql());
        jdbc.execute((ConnectionCallback<Void>) connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql.toString())) {
                int n = 1;
                for (Part part : parts) {
                    for (Parameter parameter : part.parameters()) {
                        parameter.set(statement, n++);
                    }
                }
                statement.executeUpdate();
            }
            return null;
        });
    }
}
