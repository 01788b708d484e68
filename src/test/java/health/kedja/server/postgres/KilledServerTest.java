package health.kedja.server.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KilledServerTest {

    private final Directories directory = Directories.used();

    @AfterEach
    void remove() {
        directory.close();
    }

    @Test
    void after_a_kill_the_next_start_works_at_once_and_no_acknowledged_row_is_lost() throws Exception {
        long left;
        try (OtherJvm other = OtherJvm.start(
                Map.of(), directory.path(), "CREATE TABLE kept (number int)", "INSERT INTO kept VALUES (7)")) {
            assertThat(other.awaitCommitted()).isEqualTo("committed");
            left = postmaster();
            other.kill();
        }
        assertThat(ProcessHandle.of(left))
                .as("PostgreSQL outlives the killed JVM")
                .isPresent();
        long began = System.nanoTime();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory.path())) {
            assertThat((System.nanoTime() - began) / 1_000_000)
                    .as("milliseconds to start")
                    .isLessThan(10_000);
            assertThat(Rows.of(postgres, "SELECT number FROM kept")).containsExactly("7");
            assertThat(postmaster()).isNotEqualTo(left);
        }
    }

    @Test
    void a_killed_postgres_recovers_what_was_committed() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory.path())) {
            Rows.run(postgres, "CREATE TABLE kept AS SELECT 7 AS number");
            Command.signal("KILL", postmaster());
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory.path())) {
            assertThat(Rows.of(postgres, "SELECT number FROM kept")).containsExactly("7");
        }
    }

    @Test
    void a_second_server_on_the_same_directory_is_refused_and_the_first_goes_on() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory.path(), Directories.QUICK);
                OtherJvm other = OtherJvm.start(Map.of(), directory.path())) {
            String holder = Long.toString(ProcessHandle.current().pid());
            assertThat(other.awaitCommitted())
                    .contains("in use by another server")
                    .contains(holder);
            assertThatThrownBy(() -> EmbeddedPostgres.start(directory.path()))
                    .isInstanceOf(EmbeddedPostgresException.class)
                    .hasMessageContaining("in use by another server");
            assertThat(Rows.one(postgres, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void a_normal_end_of_the_jvm_leaves_no_postgres_behind() throws Exception {
        try (OtherJvm other = OtherJvm.start(Map.of(), directory.path())) {
            assertThat(other.awaitCommitted()).isEqualTo("committed");
            Optional<ProcessHandle> running = ProcessHandle.of(postmaster());
            assertThat(running).isPresent();
            other.end();
            assertThat(running.filter(ProcessHandle::isAlive)).isEmpty();
        }
    }

    @Test
    void a_stale_pid_file_that_names_some_other_living_process_does_no_harm() throws Exception {
        Process bystander = new ProcessBuilder("sleep", "60").start();
        try {
            Files.write(
                    directory.data(17).resolve("postmaster.pid"),
                    List.of(
                            Long.toString(bystander.pid()),
                            directory.data(17).toString(),
                            "1700000000",
                            "5432",
                            "",
                            ""));
            EmbeddedPostgres.start(directory.path(), Directories.QUICK).close();
            assertThat(bystander.isAlive()).isTrue();
        } finally {
            bystander.destroy();
        }
    }

    @Test
    void root_without_user_namespaces_runs_it_as_nobody_and_back() throws Exception {
        assumeTrue(System.getProperty("user.name").equals("root"), "only root has to change who runs PostgreSQL");
        Map<String, String> environment = withoutUserNamespaces();
        try (OtherJvm other =
                OtherJvm.start(environment, directory.path(), "CREATE TABLE kept AS SELECT 7 AS number")) {
            assertThat(other.awaitCommitted()).isEqualTo("committed");
            assertThat(Files.getAttribute(Path.of("/proc", Long.toString(postmaster())), "unix:uid"))
                    .isEqualTo(65_534);
            assertThat(Files.getAttribute(directory.data(17), "unix:uid")).isEqualTo(65_534);
            other.kill();
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory.path())) {
            assertThat(Rows.of(postgres, "SELECT number FROM kept")).containsExactly("7");
        }
    }

    @Test
    void root_without_user_namespaces_may_keep_the_data_in_a_folder_that_is_closed_to_others() throws Exception {
        assumeTrue(System.getProperty("user.name").equals("root"), "only root has to change who runs PostgreSQL");
        Map<String, String> environment = withoutUserNamespaces();
        Files.setPosixFilePermissions(directory.path(), BinaryArchive.permissions(0700));
        try (OtherJvm other = OtherJvm.start(environment, directory.path())) {
            assertThat(other.awaitCommitted()).isEqualTo("committed");
            assertThat(Files.getAttribute(Path.of("/proc", Long.toString(postmaster())), "unix:uid"))
                    .isEqualTo(65_534);
        }
    }

    /** As in the usual container: {@code unshare} is not permitted. */
    private Map<String, String> withoutUserNamespaces() throws Exception {
        Path tools = Files.createDirectory(directory.path().resolve("tools"));
        Files.writeString(tools.resolve("unshare"), "#!/bin/sh\necho 'Operation not permitted' >&2\nexit 1\n");
        Files.setPosixFilePermissions(tools.resolve("unshare"), BinaryArchive.permissions(0755));
        return Map.of("PATH", tools + ":" + System.getenv("PATH"));
    }

    private long postmaster() throws Exception {
        return Long.parseLong(Files.readAllLines(directory.data(17).resolve("postmaster.pid"))
                .get(0)
                .strip());
    }
}
