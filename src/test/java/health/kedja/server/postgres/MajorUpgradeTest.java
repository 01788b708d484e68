package health.kedja.server.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MajorUpgradeTest {

    private final Directories directory = Directories.usedByOlder();

    @BeforeEach
    void programs() {
        directory.addCurrentPrograms();
    }

    @AfterEach
    void remove() {
        directory.close();
    }

    @Test
    void everything_an_older_version_held_is_there_in_the_new_one() throws Exception {
        Map<String, List<String>> before;
        try (EmbeddedPostgres older = older()) {
            assertThat(Rows.one(older, "SHOW server_version")).startsWith("16.");
            fill(older);
            before = answers(older);
        }
        try (EmbeddedPostgres current = EmbeddedPostgres.start(directory.path(), Directories.QUICK)) {
            assertThat(Rows.one(current, "SHOW server_version")).startsWith("17.");
            assertThat(answers(current)).isEqualTo(before);
            assertLives(current);
        }
        assertThat(directory.path().resolve("postgres-16/CARRIED-OVER-TO.txt")).exists();
        assertThat(directory.data(16).resolve("PG_VERSION")).hasContent("16");
        try (EmbeddedPostgres again = EmbeddedPostgres.start(directory.path(), Directories.QUICK)) {
            assertThat(Rows.one(again, "SELECT count(*) FROM clinic.visit WHERE note = 'after'"))
                    .isEqualTo("1");
        }
    }

    @Test
    void what_cannot_be_carried_over_stops_the_start_and_the_older_data_still_runs() throws Exception {
        try (EmbeddedPostgres older = older()) {
            Rows.run(older, "CREATE TABLE parted (day date) PARTITION BY RANGE (day); CREATE TABLE kept (n int)");
        }
        assertThatThrownBy(() -> EmbeddedPostgres.start(directory.path(), Directories.QUICK))
                .isInstanceOf(EmbeddedPostgresException.class)
                .hasMessageContaining("parted")
                .hasMessageNotContaining("kept");
        assertThat(directory.data(17)).doesNotExist();
        try (EmbeddedPostgres older = older()) {
            Rows.run(older, "INSERT INTO kept VALUES (1)");
        }
    }

    private EmbeddedPostgres older() throws Exception {
        return EmbeddedPostgres.start(directory.path(), Directories.QUICK, Directories.older());
    }

    private static void fill(EmbeddedPostgres older) throws Exception {
        try (var script = MajorUpgradeTest.class.getResourceAsStream("clinic.sql")) {
            Rows.run(older, new String(script.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** Every table, view and large object read whole, and the definitions as PostgreSQL itself shows them. */
    private static Map<String, List<String>> answers(EmbeddedPostgres postgres) throws Exception {
        Map<String, List<String>> answers = new LinkedHashMap<>();
        try (var questions = MajorUpgradeTest.class.getResourceAsStream("clinic-questions.sql")) {
            for (String question : new String(questions.readAllBytes(), StandardCharsets.UTF_8).split(";\\s*\n")) {
                List<String> rows = Rows.of(postgres, question);
                assertThat(rows).as(question).isNotEmpty();
                answers.put(question, rows);
            }
        }
        return answers;
    }

    /** Identity, sequences, triggers, keys and roles do what they did. */
    private static void assertLives(EmbeddedPostgres current) throws SQLException {
        Rows.run(current, "INSERT INTO clinic.visit (patient, note) VALUES (1, 'after')");
        assertThat(Rows.one(current, "SELECT id, length, stamped FROM clinic.visit WHERE note = 'after'"))
                .isEqualTo("4|5|by the trigger");
        assertThat(Rows.one(current, "SELECT nextval('clinic.loose'), nextval('clinic.not_yet_used')"))
                .isEqualTo("104|500");
        assertThat(Rows.one(current, "INSERT INTO clinic.old_style (code) VALUES ('e') RETURNING id"))
                .isEqualTo("3");
        assertThatThrownBy(() -> Rows.run(current, "INSERT INTO clinic.visit (patient) VALUES (99)"))
                .hasMessageContaining("visit_patient_fkey");
        assertThatThrownBy(() -> Rows.run(current, "UPDATE clinic.patient SET mood = 'x'"))
                .hasMessageContaining("invalid input value for enum");
        assertThatThrownBy(() -> Rows.run(current, "UPDATE clinic.patient SET postcode = 'abc'"))
                .hasMessageContaining("postcode");
        assertThat(Rows.one(current, "SELECT convert_from(lo_get(content), 'UTF8') FROM clinic.document WHERE id = 1"))
                .isEqualTo("Röntgensvar");
        try (Connection connection = Rows.connect(current);
                Statement statement = connection.createStatement()) {
            statement.execute("SET ROLE reader");
            statement
                    .executeQuery("SELECT id, visits FROM clinic.patient_visits")
                    .close();
            assertThatThrownBy(() -> statement.execute("DELETE FROM clinic.visit"))
                    .hasMessageContaining("permission denied");
        }
    }
}
