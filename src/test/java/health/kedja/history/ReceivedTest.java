package health.kedja.history;

import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.KedjaServerExtension;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** When a version of a resource counts as received, in a database without HAPI. */
class ReceivedTest {

    /** Dated in milliseconds, as HAPI does. */
    private static final String STORE =
            "insert into public.hfj_res_ver values (%d, date_trunc('milliseconds', now()) at time zone 'UTC' + interval '%s')";

    @RegisterExtension
    static final KedjaServerExtension SERVER = new KedjaServerExtension();

    private OwnDatabase database;

    @BeforeEach
    void a_database() {
        database = new OwnDatabase(SERVER, "received_test");
    }

    @AfterEach
    void drop() {
        database.close();
    }

    private Instant told() throws SQLException {
        try (Snapshot now = Snapshot.now(database.dataSource())) {
            return now.instant();
        }
    }

    private List<Long> noted() {
        return database.jdbc().queryForList("select version from kedja.received order by 1", Long.class);
    }

    private Instant received(long version) {
        return database.jdbc()
                .queryForObject(
                        "select received from kedja.received where version = ?",
                        (row, number) -> row.getTimestamp(1).toInstant(),
                        version);
    }

    private void store(long version, String interval) {
        database.jdbc().update(STORE.formatted(version, interval));
    }

    /** What is dated in the millisecond that was told gets a note, to be on the safe side. */
    private static void aMillisecondPasses() {
        LockSupport.parkNanos(5_000_000);
    }

    @Test
    void what_is_dated_after_every_instant_that_was_told_needs_no_note() throws SQLException {
        store(1, "-1 hour");
        told();
        aMillisecondPasses();
        store(2, "0 hours");
        assertThat(noted()).isEmpty();
    }

    @Test
    void what_is_dated_before_an_instant_that_was_told_was_received_after_it() throws SQLException {
        Instant told = told();
        store(1, "-1 hour");
        assertThat(noted()).containsExactly(1L);
        assertThat(received(1)).isAfter(told);
        assertThat(told()).isAfterOrEqualTo(received(1));
    }

    @Test
    void what_is_dated_in_the_future_was_received_when_it_came() throws SQLException {
        store(1, "1 hour");
        assertThat(noted()).containsExactly(1L);
        assertThat(told()).isAfterOrEqualTo(received(1)).isBefore(Instant.now().plusSeconds(600));
    }

    @Test
    void an_instant_is_never_before_one_that_was_told() throws SQLException {
        database.jdbc().update("update kedja.data_instant set latest = now() + interval '1 hour'");
        Instant ahead = told();
        store(1, "0 hours");
        assertThat(received(1)).isEqualTo(ahead.plusMillis(1));
        assertThat(told()).isEqualTo(ahead.plusMillis(1));
    }

    @Test
    void what_is_rolled_back_was_not_received() throws SQLException {
        told();
        try (Connection writer = database.dataSource().getConnection()) {
            writer.setAutoCommit(false);
            writer.createStatement().execute(STORE.formatted(1, "-1 hour"));
            writer.createStatement().execute("set constraints all immediate");
            writer.rollback();
        }
        assertThat(noted()).isEmpty();
    }

    @Test
    void of_what_is_expunged_the_times_remain_and_nothing_else() throws SQLException {
        Instant told = told();
        store(1, "-1 hour");
        Instant received = received(1);
        aMillisecondPasses();
        store(2, "0 hours");
        database.jdbc().update("delete from public.hfj_res_ver");
        assertThat(noted()).isEmpty();
        try (Snapshot now = Snapshot.now(database.dataSource())) {
            assertThat(ReceivedLater.expunged(told, now.connection())).isZero();
            assertThat(ReceivedLater.expunged(received, now.connection())).isEqualTo(1);
            assertThat(ReceivedLater.expunged(now.instant(), now.connection())).isZero();
        }
        assertThat(database.jdbc().queryForList("select removed from kedja.expunged"))
                .hasSize(2);
    }

    @Test
    void a_connection_that_told_an_instant_leaves_no_lock() throws SQLException {
        told();
        assertThat(database.jdbc()
                        .queryForObject(
                                "select count(*) from pg_locks where locktype = 'advisory'"
                                        + " and database = (select oid from pg_database where datname = current_database())",
                                Integer.class))
                .isZero();
    }
}
