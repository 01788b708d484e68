package health.kedja.history;

import health.kedja.pathway.ChainType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** The small tables of the projection, whole, as a snapshot sees them. */
final class Tables {

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
