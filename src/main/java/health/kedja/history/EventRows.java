package health.kedja.history;

import health.kedja.pathway.Event;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The table {@code kedja.event}. Joins the transaction of the caller; opens none of its own.
 */
final class EventRows {

    private final JdbcTemplate jdbc;
    private final Rows<Row> rows;

    EventRows(JdbcTemplate jdbc) {
        this(jdbc, "kedja.event");
    }

    /** @param table a table of the same columns, to which {@link #insert} adds; never text from outside */
    EventRows(JdbcTemplate jdbc, String table) {
        this.jdbc = jdbc;
        this.rows = new Rows<>(
                table,
                List.of(
                        Rows.text("source", row -> row.event.source()),
                        new Rows.Column<>("ordinal", "int2", row -> (short) row.ordinal),
                        Rows.text("patient", row -> row.patient),
                        Rows.text("kind", row -> row.event.kind().token()),
                        new Rows.Column<>("day", "date", row -> date(row.event.day())),
                        new Rows.Column<>("end_day", "date", row -> date(row.event.end())),
                        Rows.text("code", row -> row.event.code()),
                        Rows.text("qualifier", row -> row.event.qualifier()),
                        Rows.text("laterality", row -> row.event.laterality()),
                        new Rows.Column<>("value", "float8", row -> row.event.hasValue() ? row.event.value() : null),
                        Rows.text("encounter", row -> row.event.encounter()),
                        Rows.text("device", row -> row.event.device())));
    }

    /** The removal of what these resources said. */
    static Optional<Rows.Part> deletion(Collection<Statement> statements) {
        return Rows.delete(
                "kedja.event where source",
                statements.stream().map(Statement::source).toList());
    }

    /** Adds what resources say, in one statement. */
    void insert(Collection<Statement> statements) {
        Rows.run(jdbc, insertion(statements).stream().toList());
    }

    /** The statement that adds what resources say. */
    Optional<Rows.Part> insertion(Collection<Statement> statements) {
        List<Row> said = new ArrayList<>();
        for (Statement statement : statements) {
            int ordinal = 0;
            for (Event event : statement.events()) {
                said.add(new Row(statement.patient(), ordinal++, event));
            }
        }
        return rows.insert(said);
    }

    private static Object date(LocalDate day) {
        return day == null ? null : day.toString();
    }

    private record Row(String patient, int ordinal, Event event) {}
}
