package health.kedja.history;

import java.sql.PreparedStatement;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A table of which many rows are written in one statement. Joins the transaction of the caller; opens none of its own.
 *
 * @param <T> what a row is made from
 */
final class Rows<T> {

    /** How a value of a column is found; type is as PostgreSQL names it. */
    record Column<T>(String name, String type, Function<T, Object> value) {}

    private final JdbcTemplate jdbc;
    private final String insert;
    private final List<Column<T>> columns;

    /** @param table and the names of columns are never text from outside */
    Rows(JdbcTemplate jdbc, String table, List<Column<T>> columns) {
        this.jdbc = jdbc;
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

    void insert(Collection<T> rows) {
        if (!rows.isEmpty()) {
            jdbc.execute((ConnectionCallback<Void>) connection -> {
                try (PreparedStatement statement = connection.prepareStatement(insert)) {
                    int n = 1;
                    for (Column<T> column : columns) {
                        Object[] values = rows.stream().map(column.value()).toArray();
                        statement.setArray(n++, connection.createArrayOf(column.type(), values));
                    }
                    statement.executeUpdate();
                }
                return null;
            });
        }
    }
}
