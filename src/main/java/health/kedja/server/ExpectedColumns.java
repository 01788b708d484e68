package health.kedja.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * The columns that the code expects to find, read from the same DDL that describes the tables. A migrator can report
 * success and still leave a column out; this notices it at start rather than at the first write.
 */
final class ExpectedColumns {

    private static final Pattern TABLE = Pattern.compile(
            "create (?:unlogged )?table (?:kedja(?:_audit)?\\.)?(\\w+)\\s*\\((.*?)\\n\\s*\\)\\s*;",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern COLUMN = Pattern.compile("^\\s+(\\w+)\\s+\\w+", Pattern.MULTILINE);
    private static final Pattern ADDED = Pattern.compile(
            "^alter table (?:kedja\\.)?(\\w+) add column (\\w+)", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
    private static final Set<String> NOT_COLUMNS = Set.of("primary", "constraint", "unique", "check", "foreign");

    private final Set<String> columns;

    private ExpectedColumns(Set<String> columns) {
        this.columns = columns;
    }

    static ExpectedColumns ofHapi() {
        return ofDdl("/ca/uhn/hapi/fhir/jpa/docs/database/nonpartitioned/postgres.sql");
    }

    static ExpectedColumns ofKedja() {
        return ofDdl(
                "/db/migration/V1__events.sql",
                "/db/migration/V2__units.sql",
                "/db/migration/V3__scanners.sql",
                "/db/migration/V4__changes.sql",
                "/db/migration/V5__received.sql",
                "/db/migration/V6__reach.sql",
                "/db/migration/V7__authorization_server.sql",
                "/db/migration/V9__exports.sql",
                "/db/migration/V11__named_patients.sql",
                "/db/migration/V12__launch.sql",
                "/db/migration/V13__exports_go_on.sql");
    }

    static ExpectedColumns ofAudit() {
        return ofDdl("/db/migration/V8__audit.sql");
    }

    private static ExpectedColumns ofDdl(String... resources) {
        StringBuilder ddl = new StringBuilder();
        for (String resource : resources) {
            ddl.append(read(resource)).append('\n');
        }
        return parse(ddl.toString());
    }

    private static String read(String resource) {
        try (InputStream stream = ExpectedColumns.class.getResourceAsStream(resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ExpectedColumns parse(String ddl) {
        Set<String> columns = new TreeSet<>();
        Matcher table = TABLE.matcher(ddl);
        while (table.find()) {
            Matcher column = COLUMN.matcher(table.group(2));
            while (column.find()) {
                String name = column.group(1).toLowerCase(Locale.ROOT);
                if (!NOT_COLUMNS.contains(name)) {
                    columns.add(table.group(1).toLowerCase(Locale.ROOT) + "." + name);
                }
            }
        }
        Matcher added = ADDED.matcher(ddl);
        while (added.find()) {
            columns.add((added.group(1) + "." + added.group(2)).toLowerCase(Locale.ROOT));
        }
        if (columns.isEmpty()) {
            throw new IllegalStateException("The expected tables could not be read");
        }
        return new ExpectedColumns(columns);
    }

    Set<String> names() {
        return columns;
    }

    /** @throws SchemaMismatchException if a column is missing in {@code schema} */
    void check(DataSource dataSource, String schema) {
        Set<String> missing = new TreeSet<>(columns);
        String sql = "select table_name || '.' || column_name from information_schema.columns where table_schema = ?";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, schema);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    missing.remove(rows.getString(1).toLowerCase(Locale.ROOT));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database schema could not be read", e);
        }
        if (!missing.isEmpty()) {
            throw new SchemaMismatchException(schema, List.copyOf(missing));
        }
    }
}
