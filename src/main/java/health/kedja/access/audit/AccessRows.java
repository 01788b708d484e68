package health.kedja.access.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/** Adds rows to the trail, any number by one statement. */
final class AccessRows {

    private static final String INTO = """
            insert into kedja_audit.access (interaction, outcome, reason, emergency, patient, resource, query, request,
                issuer, subject, client, fhir_user, roles, organizations, purpose, address)
            """;

    private static final String ROW = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    /** A statement for each number of rows up to this, which costs the database less than one that takes lists apart. */
    private static final int FEW = 8;

    private static final String MANY = INTO + """
            select * from unnest(?::text[], ?::smallint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
            """;

    /** A URL may be as long as a server takes; a text of a row need not. */
    private static final int LONGEST = 8_000;

    private static final List<Function<Access, String>> AFTER_OUTCOME = List.of(
            Access::reason,
            Access::emergency,
            Access::patient,
            Access::resource,
            Access::query,
            Access::request,
            access -> access.who().issuer(),
            access -> access.who().subject(),
            access -> access.who().client(),
            access -> access.who().fhirUser(),
            access -> access.who().roles(),
            access -> access.who().organizations(),
            access -> access.who().purpose(),
            access -> access.who().address());

    private AccessRows() {}

    static void insert(Connection connection, List<Access> accesses) throws SQLException {
        if (accesses.size() > FEW) {
            insertMany(connection, accesses);
            return;
        }
        String rows = String.join(", ", Collections.nCopies(accesses.size(), ROW));
        try (PreparedStatement statement = connection.prepareStatement(INTO + "values " + rows)) {
            int column = 1;
            for (Access access : accesses) {
                statement.setString(column++, storable(access.interaction()));
                statement.setInt(column++, access.outcome().code());
                for (Function<Access, String> text : AFTER_OUTCOME) {
                    statement.setString(column++, storable(text.apply(access)));
                }
            }
            statement.executeUpdate();
        }
    }

    private static void insertMany(Connection connection, List<Access> accesses) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(MANY)) {
            int column = 1;
            statement.setObject(column++, texts(accesses, Access::interaction));
            statement.setObject(
                    column++,
                    accesses.stream()
                            .map(access -> (short) access.outcome().code())
                            .toArray(Short[]::new));
            for (Function<Access, String> text : AFTER_OUTCOME) {
                statement.setObject(column++, texts(accesses, text));
            }
            statement.executeUpdate();
        }
    }

    private static String[] texts(List<Access> accesses, Function<Access, String> text) {
        return accesses.stream().map(text).map(AccessRows::storable).toArray(String[]::new);
    }

    /** PostgreSQL keeps no NUL. */
    private static String storable(String text) {
        if (text == null) {
            return null;
        }
        String stored = text.indexOf('\0') < 0 ? text : text.replace('\0', '\uFFFD');
        return stored.length() > LONGEST ? stored.substring(0, LONGEST) + "…" : stored;
    }
}
