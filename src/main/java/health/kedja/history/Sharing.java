package health.kedja.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** To which shares people belong, as a snapshot tells. For one thread. */
final class Sharing {

    private final Map<String, String> regions = new HashMap<>();
    private final Set<String> refusing = new HashSet<>();

    private Sharing() {}

    /** Of the records from one id to another, either of which may be null, the latter not included. */
    static Sharing between(String from, String to, Connection connection) throws SQLException {
        List<String> conditions = new ArrayList<>(List.of("true"));
        List<Object> bounds = new ArrayList<>();
        if (from != null) {
            conditions.add("patient >= ?");
            bounds.add(from);
        }
        if (to != null) {
            conditions.add("patient < ?");
            bounds.add(to);
        }
        return read(String.join(" and ", conditions), bounds, connection);
    }

    /** Of these records. */
    static Sharing of(Collection<String> records, Connection connection) throws SQLException {
        return read("patient = any (?)", List.of(connection.createArrayOf("text", records.toArray())), connection);
    }

    private static Sharing read(String where, List<Object> arguments, Connection connection) throws SQLException {
        Sharing sharing = new Sharing();
        try (PreparedStatement owners =
                        connection.prepareStatement("select patient, region from kedja.patient_owner where " + where);
                PreparedStatement refusals =
                        connection.prepareStatement("select patient from kedja.consent where " + where)) {
            for (int i = 0; i < arguments.size(); i++) {
                owners.setObject(i + 1, arguments.get(i));
                refusals.setObject(i + 1, arguments.get(i));
            }
            try (ResultSet rows = owners.executeQuery()) {
                while (rows.next()) {
                    sharing.regions.put(rows.getString(1), rows.getString(2));
                }
            }
            try (ResultSet rows = refusals.executeQuery()) {
                while (rows.next()) {
                    sharing.refusing.add(rows.getString(1));
                }
            }
        }
        return sharing;
    }

    /** @param records every record of one person */
    Share of(Collection<String> records) {
        String region = null;
        boolean agree = true;
        boolean refuses = false;
        for (String record : records) {
            String own = regions.get(record);
            agree &= own != null && (region == null || region.equals(own));
            region = own;
            refuses |= refusing.contains(record);
        }
        return new Share(agree ? Optional.ofNullable(region) : Optional.empty(), refuses);
    }
}
