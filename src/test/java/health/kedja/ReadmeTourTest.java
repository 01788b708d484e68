package health.kedja;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Runs every command of the README's tour, in order, against a running server and compares what it prints. */
class ReadmeTourTest {

    private static final String ADDRESS = "http://localhost:8080";

    @RegisterExtension
    static final KedjaServerExtension SERVER = new KedjaServerExtension();

    @TestFactory
    Stream<DynamicTest> every_command_prints_what_the_readme_says() throws IOException {
        List<Tour.Stop> tour = Tour.of(Files.readString(Path.of("README.md")));
        assertThat(tour).hasSizeGreaterThan(5);
        return tour.stream()
                .map(stop -> DynamicTest.dynamicTest(
                        stop.command().lines().findFirst().orElseThrow(),
                        () -> assertThat(printed(stop.command())).matches(stop.output())));
    }

    private static String printed(String command) throws IOException, InterruptedException {
        String here = SERVER.base().toString();
        Process process = new ProcessBuilder("bash", "-c", command.replace(ADDRESS, here))
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output.replace(here, ADDRESS).stripTrailing();
    }
}
