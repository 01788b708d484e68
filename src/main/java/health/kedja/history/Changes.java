package health.kedja.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;

/**
 * The patient records that transactions wrote about which one reader had not seen and another has.
 *
 * @param known false where that can no longer be told, so that everything must be read
 * @param records their logical ids
 * @param links whether one of them began or ceased to be replaced by another
 */
record Changes(boolean known, Set<String> records, boolean links) {

    private static final String IS_KNOWN = """
            select transaction < pg_snapshot_xmin(?::pg_snapshot)
                -- Of another server, from which this database was copied: its transactions are counted apart.
                or transaction >= pg_snapshot_xmax(pg_current_snapshot())
            from kedja.change_horizon
            """;

    private static final String SINCE = """
            select what, patient from kedja.change
            where transaction >= pg_snapshot_xmin(?::pg_snapshot)
                and not pg_visible_in_snapshot(transaction, ?::pg_snapshot)
            """;

    /** What every reader has long seen, and what came with a copy of another server's database. */
    private static final String CLEAN = """
            with gone as (
                delete from kedja.change
                where transaction < pg_snapshot_xmin(?::pg_snapshot) and recorded < now() - make_interval(secs => ?)
                    or transaction >= pg_snapshot_xmax(pg_current_snapshot())
                returning transaction)
            update kedja.change_horizon
            set transaction = (select gone.transaction from gone
                where gone.transaction < pg_snapshot_xmax(pg_current_snapshot()) order by 1 desc limit 1)
            where exists (select from gone where gone.transaction < pg_snapshot_xmax(pg_current_snapshot())
                and (gone.transaction > change_horizon.transaction
                    or change_horizon.transaction >= pg_snapshot_xmax(pg_current_snapshot())))
            """;

    /** @param seen what the reader had seen; the connection is of what it sees now */
    static Changes since(String seen, Connection connection) throws SQLException {
        try (PreparedStatement known = connection.prepareStatement(IS_KNOWN)) {
            known.setString(1, seen);
            try (ResultSet row = known.executeQuery()) {
                if (!row.next() || !row.getBoolean(1)) {
                    return new Changes(false, Set.of(), true);
                }
            }
        }
        Set<String> records = new HashSet<>();
        boolean links = false;
        try (PreparedStatement since = connection.prepareStatement(SINCE)) {
            since.setString(1, seen);
            since.setString(2, seen);
            since.setFetchSize(10_000);
            try (ResultSet rows = since.executeQuery()) {
                while (rows.next()) {
                    links |= rows.getString(1).equals("link");
                    records.add(rows.getString(2));
                }
            }
        }
        return new Changes(true, records, links);
    }

    /**
     * Removes what is no longer needed.
     *
     * @param seen what the reader that asks for it has seen
     * @param seconds how old it must be: within that, other servers of the same database are to have read it
     */
    static void clean(DataSource dataSource, String seen, long seconds) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement clean = connection.prepareStatement(CLEAN)) {
            clean.setString(1, seen);
            clean.setDouble(2, seconds);
            clean.executeUpdate();
        }
    }
}
