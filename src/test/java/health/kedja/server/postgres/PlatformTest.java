package health.kedja.server.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PlatformTest {

    @Test
    void each_machine_has_an_archive_of_its_own() {
        assertThat(Platform.archiveNames("Linux", "amd64", false)).containsExactly("postgres-linux-x86_64.txz");
        assertThat(Platform.archiveNames("Linux", "aarch64", false)).containsExactly("postgres-linux-arm_64.txz");
        assertThat(Platform.archiveNames("Mac OS X", "aarch64", false)).containsExactly("postgres-darwin-arm_64.txz");
        assertThat(Platform.archiveNames("Linux", "amd64", true)).startsWith("postgres-linux-x86_64-alpine_linux.txz");
    }

    @Test
    void where_there_is_none_the_message_tells_what_to_set() {
        assertThatThrownBy(() -> Platform.archiveNames("Windows 11", "amd64", false))
                .isInstanceOf(EmbeddedPostgresException.class)
                .hasMessageContaining("spring.datasource.url");
    }
}
