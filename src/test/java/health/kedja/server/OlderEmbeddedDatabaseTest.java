package health.kedja.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import health.kedja.server.postgres.EmbeddedPostgres;
import health.kedja.server.postgres.PostgresOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

/** An embedded database of a Kedja that knew no audit trail and worked as the superuser, to which everything belongs. */
class OlderEmbeddedDatabaseTest {

    private static final String OF_OTHERS = """
            select 'table ' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname in ('public', 'kedja') and relkind in ('r', 'p', 'v', 'm', 'S')
                and relowner <> 'kedja_server'::regrole
            union all
            select 'routine ' || proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
            where n.nspname in ('public', 'kedja') and proowner <> 'kedja_server'::regrole
            union all
            select 'large object ' || oid from pg_largeobject_metadata where lomowner <> 'kedja_server'::regrole
            union all
            select 'schema ' || nspname from pg_namespace
            where nspname in ('public', 'kedja') and nspowner <> 'kedja_server'::regrole
            """;

    private static Path directory;
    private static EmbeddedPostgres postgres;
    private static HikariDataSource pool;
    private static JdbcTemplate working;

    @BeforeAll
    static void started_by_this_version() throws IOException {
        directory = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "older-database-");
        PostgresOptions options = PostgresOptions.defaults().withDurable(false);
        try (EmbeddedPostgres older = EmbeddedPostgres.start(directory, options)) {
            makeAsItWas(new DriverManagerDataSource(older.jdbcUrl(), older.username(), older.password()));
        }
        postgres = EmbeddedPostgres.start(directory, options);
        WorkingRole.prepare(postgres);
        pool = new HikariDataSource();
        pool.setJdbcUrl(postgres.jdbcUrl());
        pool.setUsername(postgres.username());
        pool.setPassword(postgres.password());
        pool.setSchema("public");
        pool.setConnectionInitSql(WorkingRole.TAKE_ON);
        working = new JdbcTemplate(pool);
        DatabaseSchema.upgrade(pool);
    }

    private static void makeAsItWas(DriverManagerDataSource dataSource) {
        dataSource.setSchema("public");
        DatabaseSchema.upgrade(dataSource);
        JdbcTemplate superuser = new JdbcTemplate(dataSource);
        superuser.execute("drop schema kedja_audit cascade");
        superuser.execute("drop role kedja_audit_owner");
        superuser.execute("drop schema kedja cascade");
        Flyway.configure()
                .dataSource(dataSource)
                .schemas("kedja")
                .table("schema_history")
                .locations("classpath:db/migration")
                .target("7")
                .load()
                .migrate();
        superuser.execute("insert into kedja.patient_link (patient, replaced_by) values ('old', 'new')");
        superuser.queryForObject("select lo_from_bytea(4711, 'kept')", Long.class);
    }

    @AfterAll
    static void stop() throws IOException {
        pool.close();
        postgres.close();
        FileSystemUtils.deleteRecursively(directory);
    }

    @Test
    void everything_but_the_trail_now_belongs_to_the_role_that_the_server_works_with() {
        assertThat(working.queryForObject("select current_user", String.class)).isEqualTo("kedja_server");
        assertThat(working.queryForList(OF_OTHERS, String.class)).isEmpty();
        assertThat(working.queryForObject(
                        "select tableowner from pg_tables where schemaname = 'kedja_audit'", String.class))
                .isEqualTo("kedja_audit_owner");
    }

    @Test
    void what_was_stored_is_there() {
        assertThat(working.queryForObject("select replaced_by from kedja.patient_link", String.class))
                .isEqualTo("new");
        assertThat(working.queryForObject("select convert_from(lo_get(4711), 'UTF8')", String.class))
                .isEqualTo("kept");
    }

    @Test
    void the_trail_can_be_added_to_and_not_changed() {
        working.execute("insert into kedja_audit.access (interaction, outcome, request) values ('read', 0, 'any')");
        assertThatThrownBy(() -> working.execute("delete from kedja_audit.access"))
                .isInstanceOf(DataAccessException.class);
        assertThat(working.queryForObject("select count(*) from kedja_audit.access", Integer.class))
                .isEqualTo(1);
    }

    @Test
    void a_second_start_finds_nothing_to_do() {
        WorkingRole.prepare(postgres);
        assertThat(working.queryForList(OF_OTHERS, String.class)).isEmpty();
        DatabaseSchema.upgrade(pool);
    }
}
