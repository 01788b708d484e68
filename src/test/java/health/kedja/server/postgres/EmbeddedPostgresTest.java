package health.kedja.server.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EmbeddedPostgresTest {

    private final Directories directory = Directories.used();

    @AfterEach
    void remove() {
        directory.close();
    }

    @Test
    void an_empty_directory_gets_a_server_whose_rows_survive_a_restart() throws SQLException {
        try (Directories empty = Directories.withProgramsOnly()) {
            try (EmbeddedPostgres postgres = EmbeddedPostgres.start(empty.path())) {
                Rows.run(postgres, "CREATE TABLE patient (name text); INSERT INTO patient VALUES ('Åsa')");
            }
            try (EmbeddedPostgres postgres = EmbeddedPostgres.start(empty.path())) {
                assertThat(Rows.of(postgres, "SELECT upper(name) FROM patient")).containsExactly("ÅSA");
            }
        }
    }

    @Test
    void an_acknowledged_commit_is_on_disk_unless_asked_otherwise() throws SQLException {
        String durability = "SELECT current_setting('fsync'), current_setting('synchronous_commit'), "
                + "current_setting('full_page_writes'), current_setting('data_checksums')";
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory.path())) {
            assertThat(Rows.one(postgres, durability)).isEqualTo("on|on|on|on");
        }
        try (EmbeddedPostgres postgres = start()) {
            assertThat(Rows.one(postgres, durability)).isEqualTo("off|off|off|on");
        }
    }

    @Test
    void only_this_machine_may_connect_and_only_with_the_password() throws SQLException {
        try (EmbeddedPostgres postgres = start()) {
            assertThat(Rows.one(
                            postgres,
                            "SELECT current_setting('listen_addresses'), current_setting('unix_socket_directories')"))
                    .isEqualTo("127.0.0.1|");
            assertThat(Rows.of(postgres, "SELECT DISTINCT auth_method FROM pg_hba_file_rules"))
                    .containsExactly("scram-sha-256");
            assertThatThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl(), postgres.username(), "guess"))
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void the_password_is_random_and_for_its_owner_only() throws IOException {
        try (Directories without = Directories.withProgramsOnly();
                EmbeddedPostgres one = EmbeddedPostgres.start(without.path(), Directories.QUICK);
                EmbeddedPostgres other = start()) {
            assertThat(one.password()).hasSizeGreaterThanOrEqualTo(24).isNotEqualTo(other.password());
            assertThat(Files.getPosixFilePermissions(directory.data(17).resolve("kedja-password")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void a_lost_password_is_replaced_and_the_rows_stay() throws Exception {
        try (EmbeddedPostgres postgres = start()) {
            Rows.run(postgres, "CREATE TABLE kept AS SELECT 7 AS number");
        }
        Files.delete(directory.data(17).resolve("kedja-password"));
        try (EmbeddedPostgres postgres = start()) {
            assertThat(Rows.one(postgres, "SELECT number FROM kept")).isEqualTo("7");
        }
    }

    @Test
    void the_log_says_nothing_about_patients() throws Exception {
        try (EmbeddedPostgres postgres = start()) {
            Rows.run(postgres, "CREATE TABLE patient (identifier text PRIMARY KEY, born date)");
            Rows.run(postgres, "INSERT INTO patient VALUES ('191212121212', '1912-12-12')");
            assertThatThrownBy(() -> Rows.run(postgres, "INSERT INTO patient VALUES ('191212121212', NULL)"))
                    .hasMessageContaining("191212121212");
            assertThatThrownBy(() -> Rows.run(postgres, "SELECT '191212121212'::date"))
                    .isInstanceOf(SQLException.class);
        }
        assertThat(directory.path().resolve("postgres-17/postgres.log"))
                .content()
                .contains("ready to accept connections")
                .doesNotContain("191212121212");
    }

    @Test
    void an_operator_may_add_settings() throws Exception {
        Files.writeString(directory.data(17).resolve("kedja-local.conf"), "work_mem = '33MB'\nfsync = off\n");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory.path())) {
            assertThat(Rows.one(postgres, "SELECT current_setting('work_mem'), current_setting('fsync')"))
                    .isEqualTo("33MB|on");
        }
    }

    @Test
    void a_port_in_use_is_reported_with_the_end_of_the_log() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() ->
                            EmbeddedPostgres.start(directory.path(), Directories.QUICK.withPort(taken.getLocalPort())))
                    .isInstanceOf(EmbeddedPostgresException.class)
                    .hasMessageContaining("could not bind")
                    .hasMessageContaining("postgres.log");
        }
        start().close();
    }

    @Test
    void what_an_interrupted_first_start_left_is_removed() throws IOException {
        Path halfMade = Files.createDirectories(directory.path().resolve("temporary-data-1/base"));
        Files.writeString(halfMade.resolve("1"), "half");
        start().close();
        assertThat(halfMade.getParent()).doesNotExist();
    }

    private EmbeddedPostgres start() {
        return EmbeddedPostgres.start(directory.path(), Directories.QUICK);
    }
}
