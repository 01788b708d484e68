package health.kedja.server.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class MajorVersionTest {

    @Test
    void data_of_a_newer_version_is_refused_and_left_alone() throws IOException {
        try (Directories directory = Directories.used()) {
            Files.createDirectories(directory.data(99));
            Files.writeString(directory.data(99).resolve("PG_VERSION"), "99\n");
            assertRefused(directory, "has data of PostgreSQL 99");
        }
    }

    @Test
    void data_of_another_version_in_the_folder_of_this_one_is_refused() throws IOException {
        try (Directories directory = Directories.used()) {
            Files.writeString(directory.data(17).resolve("PG_VERSION"), "15\n");
            assertRefused(directory, "holds 15");
            Files.delete(directory.data(17).resolve("PG_VERSION"));
            assertRefused(directory, "holds nothing PostgreSQL knows");
        }
    }

    @Test
    void older_data_without_the_programs_that_read_it_is_refused_and_no_empty_server_starts() throws IOException {
        try (Directories directory = Directories.usedByOlder()) {
            directory.addCurrentPrograms();
            Directories.shell("rm -r \"$1\"/postgres-16/bin-*", directory.path());
            assertRefused(directory, "not the programs that read it");
            assertThat(directory.data(17)).doesNotExist();
        }
    }

    @Test
    void older_data_that_was_carried_over_before_does_not_come_back_by_itself() throws IOException {
        try (Directories directory = Directories.usedByOlder()) {
            directory.addCurrentPrograms();
            Files.writeString(directory.path().resolve("postgres-16/CARRIED-OVER-TO.txt"), "PostgreSQL 17 took over.");
            assertRefused(directory, "what it was carried to is gone");
            assertThat(directory.data(17)).doesNotExist();
        }
    }

    private static void assertRefused(Directories directory, String why) {
        assertThatThrownBy(() -> EmbeddedPostgres.start(directory.path(), Directories.QUICK))
                .isInstanceOf(EmbeddedPostgresException.class)
                .hasMessageContaining(why);
    }
}
