package health.kedja.history;

import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.KedjaServerExtension;
import health.kedja.indicator.cohort.Cohort;
import health.kedja.pathway.ChainType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CohortsTest {

    private static final int PEOPLE = 3_000;

    /** Of each kind of column something, in an order that is not that of the patients, with every fifth without value. */
    private static final String EVENTS = """
            insert into kedja.event
                (source, ordinal, patient, kind, day, end_day, code, qualifier, laterality, value, encounter, device)
            select 'Resource/' || p || '.' || e, 0, 'p-' || md5(p::text),
                (array['birth', 'death', 'sex', 'country-of-birth', 'residence', 'encounter', 'fracture',
                    'main-diagnosis', 'circumstance', 't-score', 'not-understood', 'education'])[e],
                case when e not in (3, 4) then date '1931-02-03' + (p * 37 + e * 11) % 30000 end,
                case when e in (5, 6) or e = 7 and p % 3 = 0 then date '2013-02-03' + p % 9 end,
                (array[null, null, 'female', 'SE', '12', 'IMP', 'S7200', null, 'W01', null, 'örtläkare', 'compulsory'])[e],
                case e when 5 then '1280' when 8 then 'Resource/' || p || '.7' end,
                case when e = 7 then (array['left', 'right', 'bilateral', null])[p % 4 + 1] end,
                case when e in (6, 10) and p % 5 > 0 then p / 7.0 end,
                case when e in (7, 8, 9) then 'Resource/' || p || '.6' end,
                case when e = 10 then 'Device/1' end
            from generate_series(1, ?) p, generate_series(1, 12) e
            order by e, p
            """;

    @RegisterExtension
    static final KedjaServerExtension SERVER = new KedjaServerExtension();

    private static OwnDatabase database;

    @BeforeAll
    static void events() {
        database = new OwnDatabase(SERVER, "cohorts_test");
        database.jdbc().update(EVENTS, PEOPLE);
        // p-1 was replaced by p-2, that by p-3; p-4 and p-5 by each other; p-6 by one of whom nothing else is known.
        for (String[] link : new String[][] {{"1", "2"}, {"2", "3"}, {"4", "5"}, {"5", "4"}}) {
            database.jdbc()
                    .update("insert into kedja.patient_link values ('p-' || md5(?), 'p-' || md5(?))", link[0], link[1]);
        }
        database.jdbc().update("insert into kedja.patient_link values ('p-' || md5('6'), 'unknown')");
        database.jdbc().update("insert into kedja.unit values ('Organization/7', 'B')");
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @Test
    void the_columns_are_those_of_each_history_read_alone() {
        Cohort cohort = new Cohorts(database.dataSource()).load().cohort();

        Map<String, List<String>> columns = Columns.of(cohort);
        assertThat(columns).hasSize(PEOPLE - 3).containsKey("unknown");
        assertThat(columns).isEqualTo(Columns.readAlone(database.dataSource(), columns.keySet()));
    }

    @Test
    void ranges_of_any_size_give_the_same() throws SQLException {
        Map<String, List<String>> whole =
                Columns.of(new Cohorts(database.dataSource()).load().cohort());
        for (int kilobytes : new int[] {64, 500}) {
            Cohort cohort = new Cohorts(database.dataSource(), 3, kilobytes << 10)
                    .load()
                    .cohort();

            try (Connection connection = database.dataSource().getConnection()) {
                assertThat(Range.all(connection, kilobytes << 10)).hasSizeGreaterThan(2);
            }
            assertThat(Columns.of(cohort)).isEqualTo(whole);
        }
    }

    @Test
    void the_units_come_with_it() {
        assertThat(new Cohorts(database.dataSource()).load().units())
                .containsExactly(Map.entry("Organization/7", ChainType.B));
    }

    @Test
    void an_empty_database_gives_an_empty_cohort() {
        try (OwnDatabase empty = new OwnDatabase(SERVER, "empty_cohort_test")) {
            Cohort cohort = new Cohorts(empty.dataSource()).load().cohort();

            assertThat(cohort.people()).isZero();
            assertThat(cohort.parts()).isEmpty();
        }
    }
}
