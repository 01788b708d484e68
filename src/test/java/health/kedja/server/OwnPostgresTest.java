package health.kedja.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import health.kedja.access.audit.AuditTrail;
import health.kedja.server.postgres.EmbeddedPostgres;
import health.kedja.server.postgres.PostgresOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL that is not the server's own, as docs/audit.md says to prepare it: a database that belongs to a role that
 * is no superuser and may make no roles.
 */
class OwnPostgresTest {

    private static final String DATABASE = "own_postgres_test";
    private static final String ROLE = "own_postgres_role";
    private static final String PASSWORD = "of-the-test";
    private static final String INSUFFICIENT_PRIVILEGE = "42501";
    private static final List<String> CHANGES = List.of(
            "update kedja_audit.access set patient = null",
            "delete from kedja_audit.access",
            "truncate kedja_audit.access");
    private static final List<String> WAYS_ROUND = List.of(
            "alter table kedja_audit.access disable trigger append_only",
            "drop trigger append_only on kedja_audit.access",
            "create or replace function kedja_audit.refuse() returns trigger language plpgsql as 'begin return old; end'",
            "alter table kedja_audit.access owner to " + ROLE,
            "drop table kedja_audit.access",
            "drop schema kedja_audit cascade",
            "grant kedja_audit_owner to " + ROLE,
            "set session_replication_role = replica",
            "set role kedja_audit_owner");

    private static Path directory;
    private static EmbeddedPostgres postgres;

    private DriverManagerDataSource database;
    private JdbcTemplate superuser;
    private JdbcTemplate server;

    @BeforeAll
    static void start() throws IOException {
        directory = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "own-postgres-");
        postgres = EmbeddedPostgres.start(directory, PostgresOptions.defaults().withDurable(false));
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
        FileSystemUtils.deleteRecursively(directory);
    }

    @BeforeEach
    void an_empty_database_of_a_role_without_rights() {
        JdbcTemplate anywhere = new JdbcTemplate(of("postgres", postgres.username(), postgres.password()));
        anywhere.execute("create role " + ROLE + " login password '" + PASSWORD + "'");
        anywhere.execute("create database " + DATABASE + " owner " + ROLE);
        superuser = new JdbcTemplate(of(DATABASE, postgres.username(), postgres.password()));
        database = of(DATABASE, ROLE, PASSWORD);
        database.setSchema("public");
        server = new JdbcTemplate(database);
    }

    @AfterEach
    void drop() {
        JdbcTemplate anywhere = new JdbcTemplate(of("postgres", postgres.username(), postgres.password()));
        anywhere.execute("drop database " + DATABASE + " with (force)");
        anywhere.execute("drop role " + ROLE);
    }

    private DriverManagerDataSource of(String name, String user, String password) {
        return new DriverManagerDataSource(
                postgres.jdbcUrl().replaceFirst("(//[^/]+/)[^?]+", "$1" + name), user, password);
    }

    /** As the server does at its start; of HAPI's tables only what Kedja's refer to. */
    private void migrate() {
        server.execute("create table if not exists public.hfj_resource (res_type text, fhir_id text)");
        server.execute("create table if not exists public.hfj_res_ver (pid bigint, res_updated timestamp)");
        Flyway.configure()
                .dataSource(database)
                .schemas("kedja")
                .table("schema_history")
                .locations("classpath:db/migration")
                .load()
                .migrate();
        ExpectedColumns.ofAudit().check(database, "kedja_audit");
    }

    /** What docs/audit.md says to do. */
    private void prepare(String... grants) throws IOException {
        superuser.execute(Files.readString(Path.of("src/main/resources/db/migration/V8__audit.sql")));
        for (String grant : grants) {
            superuser.execute(grant);
        }
    }

    private static String[] grants() throws IOException {
        String documented = Files.readString(Path.of("docs/audit.md"));
        String command = "psql -d kedja -c '";
        int start = documented.indexOf(command) + command.length();
        assertThat(start).as("the grants in docs/audit.md").isGreaterThan(command.length());
        return documented
                .substring(start, documented.indexOf("'", start))
                .replace(" to kedja", " to " + ROLE)
                .split(";");
    }

    private void refused(String sql) {
        assertThatThrownBy(() -> server.execute(sql))
                .as(sql)
                .rootCause()
                .asInstanceOf(InstanceOfAssertFactories.type(SQLException.class))
                .extracting(SQLException::getSQLState)
                .isEqualTo(INSUFFICIENT_PRIVILEGE);
    }

    /** What the start of the trail warns of. */
    private List<String> startTrail() {
        List<String> warnings = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord record) {
                warnings.add(MessageFormat.format(record.getMessage(), record.getParameters()));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(database.getUrl());
        pool.setUsername(ROLE);
        pool.setPassword(PASSWORD);
        pool.setMaximumPoolSize(1);
        Logger log = Logger.getLogger(AuditTrail.class.getName());
        log.addHandler(handler);
        try (pool;
                AuditTrail trail = new AuditTrail(pool, Duration.ofSeconds(5))) {
            assertThat(trail).isNotNull();
        } finally {
            log.removeHandler(handler);
        }
        return warnings;
    }

    private void record() {
        server.execute("insert into kedja_audit.access (interaction, outcome, request) values ('read', 0, 'any')");
    }

    private int recorded() {
        return server.queryForObject("select count(*) from kedja_audit.access", Integer.class);
    }

    @Test
    void a_prepared_trail_cannot_be_changed_by_the_role_of_the_server() throws IOException {
        prepare(grants());
        migrate();
        List<String> warnings = startTrail();
        record();
        CHANGES.forEach(this::refused);
        WAYS_ROUND.forEach(this::refused);
        assertThat(recorded()).isEqualTo(1);
        assertThat(warnings).isEmpty();
    }

    @Test
    void a_trail_that_nobody_prepared_is_kept_by_its_trigger_and_the_start_says_what_that_means() {
        migrate();
        List<String> warnings = startTrail();
        record();
        CHANGES.forEach(this::refused);
        assertThat(warnings).singleElement().asString().contains("can be changed by the role " + ROLE, "docs/audit.md");
        server.execute("alter table kedja_audit.access disable trigger append_only");
        server.execute("delete from kedja_audit.access");
        assertThat(recorded()).isZero();
    }

    @Test
    void a_trail_that_the_server_may_not_use_stops_the_start() throws IOException {
        prepare();
        assertThatThrownBy(this::migrate).isInstanceOf(FlywayException.class).hasMessageContaining("kedja_audit");
    }

    @Test
    void a_trail_of_an_earlier_start_is_taken_from_the_server_later() throws IOException {
        migrate();
        record();
        superuser.execute("do $$ begin if not exists (select from pg_roles where rolname = 'kedja_audit_owner') then"
                + " create role kedja_audit_owner nologin; end if; end $$");
        superuser.execute("alter schema kedja_audit owner to kedja_audit_owner");
        superuser.execute("alter table kedja_audit.access owner to kedja_audit_owner");
        superuser.execute("alter function kedja_audit.refuse() owner to kedja_audit_owner");
        for (String grant : grants()) {
            superuser.execute(grant);
        }
        List<String> warnings = startTrail();
        record();
        CHANGES.forEach(this::refused);
        WAYS_ROUND.forEach(this::refused);
        assertThat(recorded()).isEqualTo(2);
        assertThat(warnings).isEmpty();
    }
}
