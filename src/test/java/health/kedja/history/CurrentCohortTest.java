package health.kedja.history;

import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.KedjaServerExtension;
import health.kedja.indicator.cohort.Part;
import health.kedja.pathway.ChainType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CurrentCohortTest {

    private static final String PEOPLE = """
            insert into kedja.event (source, ordinal, patient, kind, day, code)
            select 'Condition/' || p, 0, 'p' || p, 'fracture', '2024-01-01', 'S7200' from generate_series(1, ?) p
            """;

    @RegisterExtension
    static final KedjaServerExtension SERVER = new KedjaServerExtension();

    private OwnDatabase database;
    private CurrentCohort current;

    @BeforeEach
    void a_hundred_people_that_are_known() {
        database = new OwnDatabase(SERVER, "current_cohort_test");
        database.jdbc().update(PEOPLE, 100);
        current = new CurrentCohort(database.dataSource());
        assertThat(current.now().cohort().people()).isEqualTo(100);
    }

    @AfterEach
    void drop() {
        database.close();
    }

    private Map<String, List<String>> seen() {
        Map<String, List<String>> seen = Columns.of(current.now().cohort());
        assertThat(seen)
                .isEqualTo(Columns.of(new Cohorts(database.dataSource()).load().cohort()));
        return seen;
    }

    private void run(String sql) {
        database.jdbc().update(sql);
    }

    @Test
    void a_new_patient_is_seen_and_nothing_else_is_read() {
        run("insert into kedja.event (source, ordinal, patient, kind) values ('Patient/new', 0, 'new', 'death')");

        List<Part> before = current.now().cohort().parts();
        assertThat(seen()).hasSize(101).containsKey("new");
        assertThat(current.now().cohort().parts())
                .usingElementComparator((a, b) -> a == b ? 0 : 1)
                .isEqualTo(before);
    }

    @Test
    void a_part_that_nobody_wrote_about_is_shared() {
        Part before = current.now().cohort().parts().get(0);
        run("insert into kedja.event (source, ordinal, patient, kind) values ('Patient/new', 0, 'new', 'death')");

        assertThat(current.now().cohort().parts()).anyMatch(part -> part == before);
    }

    @Test
    void an_event_that_is_added_changed_or_removed_is_seen() {
        run("insert into kedja.event (source, ordinal, patient, kind, day)"
                + " values ('Procedure/1', 0, 'p7', 'training', '2024-02-01')");
        assertThat(seen().get("p7")).hasSize(3);

        run("update kedja.event set day = '2024-02-02' where source = 'Procedure/1'");
        assertThat(seen().get("p7")).anyMatch(line -> line.contains("TRAINING 19755"));

        run("delete from kedja.event where source = 'Procedure/1'");
        assertThat(seen().get("p7")).hasSize(2);

        run("delete from kedja.event where patient = 'p7'");
        assertThat(seen()).doesNotContainKey("p7").hasSize(99);
    }

    @Test
    void an_event_that_moves_to_another_patient_leaves_the_first() {
        run("update kedja.event set patient = 'p9' where source = 'Condition/8'");

        assertThat(seen()).doesNotContainKey("p8");
        assertThat(seen().get("p9")).hasSize(3);
    }

    @Test
    void what_an_expunging_job_removes_is_not_seen() {
        run("insert into public.hfj_resource values ('Condition', '7')");
        run("delete from public.hfj_resource");

        assertThat(seen()).doesNotContainKey("p7");
    }

    @Test
    void a_transaction_that_is_rolled_back_is_not_seen() throws SQLException {
        try (Connection writer = database.dataSource().getConnection()) {
            writer.setAutoCommit(false);
            writer.createStatement().execute("delete from kedja.event");
            assertThat(seen()).hasSize(100);
            writer.rollback();
        }
        assertThat(seen()).hasSize(100);
    }

    @Test
    void a_transaction_that_began_before_a_question_and_is_committed_after_it_is_not_missed() throws SQLException {
        try (Connection writer = database.dataSource().getConnection()) {
            writer.setAutoCommit(false);
            writer.createStatement().execute("delete from kedja.event where patient = 'p7'");
            // Later transactions are seen meanwhile: a mark of how far one has read would be beyond the first.
            for (int i = 1; i <= 3; i++) {
                run("delete from kedja.event where patient = 'p2" + i + "'");
                assertThat(seen()).containsKey("p7").hasSize(100 - i);
            }
            writer.commit();
        }
        assertThat(seen()).doesNotContainKey("p7").hasSize(96);
    }

    @Test
    void records_that_become_one_person_or_cease_to_be_are_seen() {
        run("insert into kedja.patient_link values ('p1', 'p2'), ('p3', 'p2')");
        assertThat(seen()).doesNotContainKeys("p1", "p3").hasSize(98);
        assertThat(seen().get("p2")).hasSize(4);

        run("insert into kedja.event (source, ordinal, patient, kind, day)"
                + " values ('Procedure/1', 0, 'p1', 'training', '2024-02-01')");
        assertThat(seen().get("p2")).hasSize(5);

        run("update kedja.patient_link set replaced_by = 'p4' where patient = 'p1'");
        assertThat(seen().get("p4")).hasSize(4);

        run("insert into kedja.patient_link values ('p2', 'p1')");
        assertThat(seen().get("p4")).hasSize(6);

        run("delete from kedja.patient_link");
        assertThat(seen()).hasSize(100);
    }

    @Test
    void a_unit_that_says_another_type_of_chain_is_seen() {
        run("insert into kedja.unit values ('Organization/1', 'B')");
        assertThat(current.now().units()).containsEntry("Organization/1", ChainType.B);
        run("update kedja.unit set chain_type = 'C'");
        assertThat(current.now().units()).containsEntry("Organization/1", ChainType.C);
    }

    @Test
    void where_very_many_have_changed_everything_is_read_anew() {
        run("insert into kedja.event (source, ordinal, patient, kind) select 'Patient/x' || p, 0, 'x' || p, 'death'"
                + " from generate_series(1, 6000) p");

        assertThat(seen()).hasSize(6_100);
        assertThat(current.now().cohort().parts()).hasSize(1);
    }

    @Test
    void changes_that_were_cleaned_away_before_they_were_seen_are_seen_all_the_same() throws SQLException {
        run("delete from kedja.event where patient = 'p7'");
        String later = database.jdbc().queryForObject("select pg_current_snapshot()::text", String.class);
        Changes.clean(database.dataSource(), later, 0);

        assertThat(changes()).isZero();
        assertThat(seen()).doesNotContainKey("p7");
        run("delete from kedja.event where patient = 'p8'");
        assertThat(changes()).isEqualTo(1);
        assertThat(seen()).doesNotContainKey("p8");
    }

    @Test
    void young_changes_and_changes_that_are_not_seen_yet_are_kept() throws SQLException {
        String before = database.jdbc().queryForObject("select pg_current_snapshot()::text", String.class);
        run("delete from kedja.event where patient = 'p7'");
        String after = database.jdbc().queryForObject("select pg_current_snapshot()::text", String.class);
        int all = changes();

        Changes.clean(database.dataSource(), after, 3_600);
        assertThat(changes()).isEqualTo(all);
        Changes.clean(database.dataSource(), before, 0);
        assertThat(changes()).isEqualTo(1);
        assertThat(seen()).doesNotContainKey("p7");
    }

    @Test
    void what_another_server_noted_before_its_database_was_copied_does_no_harm() throws SQLException {
        run("insert into kedja.change values ('999999999999', 'events', 'p3')");
        run("update kedja.change_horizon set transaction = '999999999999'");
        run("delete from kedja.event where patient = 'p7'");
        assertThat(seen()).doesNotContainKey("p7");

        String now = database.jdbc().queryForObject("select pg_current_snapshot()::text", String.class);
        Changes.clean(database.dataSource(), now, 0);
        assertThat(changes()).isZero();
        assertThat(database.jdbc().queryForObject("select transaction::text from kedja.change_horizon", String.class))
                .isNotEqualTo("999999999999");
        run("delete from kedja.event where patient = 'p8'");
        assertThat(seen()).doesNotContainKey("p8");
    }

    @Test
    void tidying_keeps_what_has_not_been_read_for_a_day() {
        for (int hour = 1; hour <= 24; hour++) {
            run("delete from kedja.event where patient = 'p" + hour + "'");
            current.tidy(0);
            assertThat(changes()).isEqualTo(hour);
        }
        current.tidy(0);
        assertThat(changes()).isZero();
        assertThat(seen()).hasSize(76);

        run("delete from kedja.event where patient = 'p30'");
        assertThat(seen()).hasSize(75);
        current.tidy(0);
        assertThat(changes()).isZero();
        assertThat(seen()).hasSize(75);
    }

    private int changes() {
        return database.jdbc().queryForObject("select count(*) from kedja.change", Integer.class);
    }

    @Test
    void while_several_write_each_question_is_answered_and_the_last_has_everything() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                int seed = i;
                running.add(writers.submit(() -> {
                    write(new Random(seed), seed);
                    return null;
                }));
            }
            while (running.stream().anyMatch(writer -> !writer.isDone())) {
                Columns.of(current.now().cohort());
            }
            for (Future<?> writer : running) {
                writer.get();
            }
        } finally {
            writers.shutdownNow();
        }
        assertThat(seen()).isNotEmpty();
    }

    /** Transactions of one to three statements, each about patients of the writer's own, some rolled back. */
    private void write(Random random, int writer) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            for (int i = 0; i < 60; i++) {
                for (int j = random.nextInt(3); j >= 0; j--) {
                    String one = "'p" + (writer * 25 + random.nextInt(25)) + "'";
                    String other = "'p" + (writer * 25 + random.nextInt(25)) + "'";
                    String sql = switch (random.nextInt(5)) {
                        case 0 -> "delete from kedja.event where patient = " + one;
                        case 1 -> "update kedja.event set patient = " + one + " where patient = " + other;
                        case 2 -> "delete from kedja.patient_link where patient = " + one;
                        case 3 ->
                            "insert into kedja.patient_link values (" + one + ", " + other + ") on conflict do nothing";
                        default ->
                            "insert into kedja.event (source, ordinal, patient, kind, day) values ('w/" + writer + "/"
                                    + i + "/" + j + "', 0, " + one + ", 'training', '2024-03-01')";
                    };
                    connection.createStatement().execute(sql);
                }
                if (random.nextInt(4) == 0) {
                    connection.rollback();
                } else {
                    connection.commit();
                }
            }
        }
    }
}
