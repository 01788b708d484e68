package health.kedja.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The resources of which a version was received after an instant, and how they stood then.
 *
 * @param sources all of them, such as {@code Observation/123}
 * @param then of each that was there then and not deleted, its last version that had been received
 */
record ReceivedLater(Set<String> sources, List<Long> then) {

    /** In order of storage, so that what was stored together is read together. */
    private static final String QUERY = """
            with later as (
                select res_id from public.hfj_res_ver
                where res_updated > ?::timestamptz at time zone 'UTC' and res_type = any (?)
                union
                select res_id from kedja.received join public.hfj_res_ver on pid = version
                where received > ? and res_type = any (?))
            select resource.res_type, resource.fhir_id, past.pid
            from later
                join public.hfj_resource resource on resource.res_id = later.res_id
                left join lateral (
                    select pid, res_deleted_at
                    from public.hfj_res_ver left join kedja.received on version = pid
                    where res_id = later.res_id and coalesce(received, res_updated at time zone 'UTC') <= ?
                    order by res_ver desc limit 1) past on past.res_deleted_at is null
            order by later.res_id
            """;

    private static final String EXPUNGED = "select count(*) from kedja.expunged where removed > ? and received <= ?";

    private static final String PATIENTS = "select distinct patient from kedja.event where source = any (?)";

    /** How many resources are asked for in one go. */
    private static final int BATCH = 10_000;

    static ReceivedLater than(Instant instant, Connection connection) throws SQLException {
        OffsetDateTime time = instant.atOffset(ZoneOffset.UTC);
        Set<String> sources = new HashSet<>();
        List<Long> then = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(QUERY)) {
            var types =
                    connection.createArrayOf("text", Rebuild.typesOfHistory().toArray());
            query.setObject(1, time);
            query.setArray(2, types);
            query.setObject(3, time);
            query.setArray(4, types);
            query.setObject(5, time);
            query.setFetchSize(BATCH);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    sources.add(rows.getString(1) + "/" + rows.getString(2));
                    long version = rows.getLong(3);
                    if (!rows.wasNull()) {
                        then.add(version);
                    }
                }
            }
        }
        return new ReceivedLater(sources, then);
    }

    /** How many versions that had been received by an instant were removed for good after it. */
    static long expunged(Instant instant, Connection connection) throws SQLException {
        OffsetDateTime time = instant.atOffset(ZoneOffset.UTC);
        try (PreparedStatement query = connection.prepareStatement(EXPUNGED)) {
            query.setObject(1, time);
            query.setObject(2, time);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** The patient records that they are about now. */
    Set<String> patients(Connection connection) throws SQLException {
        Set<String> patients = new HashSet<>();
        List<String> all = new ArrayList<>(sources);
        try (PreparedStatement query = connection.prepareStatement(PATIENTS)) {
            for (int from = 0; from < all.size(); from += BATCH) {
                Collection<String> batch = all.subList(from, Math.min(from + BATCH, all.size()));
                query.setArray(1, connection.createArrayOf("text", batch.toArray()));
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        patients.add(rows.getString(1));
                    }
                }
            }
        }
        return patients;
    }
}
