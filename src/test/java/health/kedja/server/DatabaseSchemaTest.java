package health.kedja.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import health.kedja.KedjaServerExtension;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** In a database of its own, beside that of the shared server. */
class DatabaseSchemaTest {

    private static final String DATABASE = "schema_test";

    @RegisterExtension
    static final KedjaServerExtension SERVER = new KedjaServerExtension();

    private static DriverManagerDataSource database;
    private static JdbcTemplate jdbc;

    @BeforeAll
    static void an_upgraded_database() {
        new JdbcTemplate(SERVER.dataSource()).execute("create database " + DATABASE);
        HikariDataSource shared = (HikariDataSource) SERVER.dataSource();
        database = new DriverManagerDataSource(
                shared.getJdbcUrl().replaceFirst("(//[^/]+/)[^?]+", "$1" + DATABASE),
                shared.getUsername(),
                shared.getPassword());
        jdbc = new JdbcTemplate(database);
        DatabaseSchema.upgrade(database);
    }

    @AfterAll
    static void drop() {
        new JdbcTemplate(SERVER.dataSource()).execute("drop database " + DATABASE + " with (force)");
    }

    @Test
    void what_is_up_to_date_is_left_alone() {
        DatabaseSchema.upgrade(database);
    }

    @Test
    void a_column_that_hapi_expects_and_does_not_find_stops_the_start() {
        jdbc.execute("alter table public.hfj_resource rename column res_updated to res_changed");
        try {
            assertThatThrownBy(() -> DatabaseSchema.upgrade(database))
                    .isInstanceOf(SchemaMismatchException.class)
                    .hasMessageContaining("'public'")
                    .hasMessageContaining("hfj_resource.res_updated");
        } finally {
            jdbc.execute("alter table public.hfj_resource rename column res_changed to res_updated");
        }
    }

    @Test
    void a_column_that_kedja_expects_and_does_not_find_stops_the_start() {
        jdbc.execute("alter table kedja.event rename column qualifier to qualified");
        try {
            assertThatThrownBy(() -> DatabaseSchema.upgrade(database))
                    .isInstanceOf(SchemaMismatchException.class)
                    .hasMessageContaining("'kedja'")
                    .hasMessageContaining("event.qualifier");
        } finally {
            jdbc.execute("alter table kedja.event rename column qualified to qualifier");
        }
    }

    @Test
    void a_database_that_a_newer_kedja_has_upgraded_stops_the_start() {
        jdbc.update("""
                insert into kedja.schema_history (installed_rank, version, description, type, script, checksum,
                    installed_by, execution_time, success)
                values (99, '99', 'of tomorrow', 'SQL', 'V99__of_tomorrow.sql', 1, 'kedja', 1, true)
                """);
        try {
            assertThatThrownBy(() -> DatabaseSchema.upgrade(database))
                    .isInstanceOf(SchemaMismatchException.class)
                    .hasMessageContaining("'kedja'")
                    .hasMessageContaining("99");
        } finally {
            jdbc.update("delete from kedja.schema_history where version = '99'");
        }
    }

    @Test
    void the_message_says_what_to_do_in_place_of_a_stack_trace() {
        SchemaMismatchException mismatch = new SchemaMismatchException("kedja", List.of("event.day", "event.kind"));
        var analysis = new StartFailureAnalyzer().analyze(new IllegalStateException(mismatch));
        assertThat(analysis.getDescription()).contains("event.day, event.kind");
        assertThat(analysis.getAction()).contains("backup");
    }
}
