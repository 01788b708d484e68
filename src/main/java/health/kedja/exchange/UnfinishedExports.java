package health.kedja.exchange;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Exports that are not made yet, in a table that outlives a crash of the database, as those of {@link ExportStore} do not. Safe
 * to share between threads, and between servers on one database.
 */
final class UnfinishedExports {

    private static final String KEEP = """
            insert into kedja.export_to_make (id, asker, request, as_of, begun, attempt, plan)
            select id, asker, request, as_of, begun, attempt, ? from kedja.export where id = ?
            """;

    /** Those whose row a crash of the database took. Nobody makes them. */
    private static final String RESTORE = """
            insert into kedja.export (id, asker, request, as_of, begun, alive, expires, attempt)
            select id, asker, request, as_of, begun, '-infinity', clock_timestamp() + make_interval(secs => ?), attempt
            from kedja.export_to_make
            on conflict do nothing
            """;

    private static final String RELEASE = """
            update kedja.export set alive = '-infinity' where id = any (?::text[]::uuid[]) and ended is null
            """;

    private static final String TAKE_UP = """
            with stopped as (
                select id from kedja.export
                where ended is null and expires > clock_timestamp() and alive < clock_timestamp() - interval '1 minute'
                for update skip locked),
            taken as (
                update kedja.export set alive = clock_timestamp(), attempt = attempt + 1, progress = ''
                from stopped where export.id = stopped.id
                returning export.id, export.attempt)
            update kedja.export_to_make to_make set attempt = taken.attempt
            from taken where to_make.id = taken.id
            returning to_make.id, to_make.attempt, asker, begun, plan
            """;

    private final JdbcTemplate jdbc;

    UnfinishedExports(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /**
     * One that somebody else began to make and does not make any more.
     *
     * @param attempt the one that it is now for whoever has it to make
     * @param asker of the export, as the store has it
     * @param begun when it was asked for
     * @param plan as {@link KeptPlan} writes it
     */
    record Stopped(ExportAttempt attempt, String asker, Instant begun, String plan) {}

    /** Keeps what is needed to begin an export of the store anew; in the transaction that begins it. */
    void keep(UUID id, KeptPlan plan) {
        jdbc.update(KEEP, plan.json(), id);
    }

    /** An export is made, or is not to be made any more; in the transaction that says so. */
    static void remove(JdbcTemplate jdbc, UUID id) {
        jdbc.update("delete from kedja.export_to_make where id = ?", id);
    }

    /** Puts into the store again what a crash of the database took out of it. */
    void restore(Duration kept) {
        jdbc.update(RESTORE, kept.toSeconds());
    }

    /** Lets exports be taken up at once: the server stops. */
    void release(Collection<UUID> ids) {
        jdbc.update(RELEASE, (Object) ids.stream().map(UUID::toString).toArray(String[]::new));
    }

    /** Those of which nobody has said for a minute that they are being made. From now on they are the caller's to make. */
    List<Stopped> takeUp() {
        return jdbc.query(
                TAKE_UP,
                (row, number) -> new Stopped(
                        new ExportAttempt(row.getObject("id", UUID.class), row.getInt("attempt")),
                        row.getString("asker"),
                        row.getObject("begun", OffsetDateTime.class)
                                .withOffsetSameInstant(ZoneOffset.UTC)
                                .toInstant(),
                        row.getString("plan")));
    }
}
