package health.kedja.history;

import health.kedja.pathway.ChainType;
import health.kedja.pathway.Event;
import health.kedja.pathway.Kind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The small tables of the projection, as a snapshot sees them. */
final class Tables {

    private static final String SCANNERS =
            "select device, maker, manufacturer from kedja.scanner where device = any (?)";

    private Tables() {}

    static MergedRecords merged(Connection connection) throws SQLException {
        return new MergedRecords(links(connection));
    }

    /** From a record to the one that replaced it. */
    static Map<String, String> links(Connection connection) throws SQLException {
        return pairs(connection, "select patient, replaced_by from kedja.patient_link");
    }

    static Map<String, ChainType> units(Connection connection) throws SQLException {
        Map<String, ChainType> units = new HashMap<>();
        pairs(connection, "select organization, chain_type from kedja.unit")
                .forEach((organization, type) -> units.put(organization, ChainType.valueOf(type)));
        return units;
    }

    /** What these devices say of themselves as scanners, those left out that say nothing. */
    static Map<String, List<Event>> scanners(Collection<String> devices, Connection connection) throws SQLException {
        Map<String, List<Event>> scanners = new HashMap<>();
        if (devices.isEmpty()) {
            return scanners;
        }
        try (PreparedStatement query = connection.prepareStatement(SCANNERS)) {
            query.setArray(1, connection.createArrayOf("text", devices.toArray()));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    Event scanner = Event.of(Kind.SCANNER, null, rows.getString(1))
                            .withCode(rows.getString(2))
                            .withQualifier(rows.getString(3));
                    scanners.computeIfAbsent(scanner.source(), none -> new ArrayList<>())
                            .add(scanner);
                }
            }
        }
        return scanners;
    }

    private static Map<String, String> pairs(Connection connection, String sql) throws SQLException {
        Map<String, String> pairs = new HashMap<>();
        try (java.sql.Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                pairs.put(rows.getString(1), rows.getString(2));
            }
        }
        return pairs;
    }
}
