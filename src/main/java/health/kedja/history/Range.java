package health.kedja.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Patient records from one id to another.
 *
 * @param from null for the first of all
 * @param to not included; null for the end
 */
record Range(String from, String to) {

    /** About as much as makes a part of full size, sorted in memory. */
    static final long BYTES = 160L << 20;
    /** How much of the table is looked at to find where the ranges part. */
    private static final long SAMPLE = 24L << 20;

    private static final String BOUNDS = """
            select distinct unnest(percentile_disc(array(
                select i::float8 / ? from generate_series(1, ? - 1) i)) within group (order by patient))
            from kedja.event tablesample system (?) repeatable (1) order by 1
            """;

    /**
     * Ranges that hold about the same number of events and together every record.
     *
     * @param bytes of the table, in each range
     */
    static List<Range> all(Connection connection, long bytes) throws SQLException {
        long size = size(connection);
        int ranges = Math.toIntExact(size / bytes) + 1;
        List<Range> all = new ArrayList<>();
        String from = null;
        if (ranges > 1) {
            try (PreparedStatement bounds = connection.prepareStatement(BOUNDS)) {
                bounds.setInt(1, ranges);
                bounds.setInt(2, ranges);
                bounds.setDouble(3, Math.min(100, 100.0 * SAMPLE / size));
                try (ResultSet rows = bounds.executeQuery()) {
                    while (rows.next()) {
                        String to = rows.getString(1);
                        if (to != null) {
                            all.add(new Range(from, to));
                            from = to;
                        }
                    }
                }
            }
        }
        all.add(new Range(from, null));
        return all;
    }

    private static long size(Connection connection) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_relation_size('kedja.event')")) {
            row.next();
            return row.getLong(1);
        }
    }
}
