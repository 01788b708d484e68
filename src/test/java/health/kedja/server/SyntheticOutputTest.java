package health.kedja.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command in a process of its own, as from the packaged server. */
class SyntheticOutputTest {

    @TempDir
    private Path directory;

    @Test
    void the_command_prints_what_it_wrote_and_no_log() throws IOException, InterruptedException {
        Path errors = directory.resolve("errors");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KedjaServer.class.getName(),
                        "synthetic",
                        "--people",
                        "3",
                        "--out",
                        directory.resolve("people").toString())
                .redirectError(errors.toFile())
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(out.lines()).singleElement().asString().startsWith("Written to ");
        assertThat(errors).content().doesNotContain("INFO").doesNotContain("WARN");
    }
}
