package health.kedja.server.postgres;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Short-lived commands of the operating system. */
final class Command {

    private static final int TIMEOUT_SECONDS = 300;

    private Command() {}

    /** What a command said, both streams together, and its exit code; 127 when it could not be run at all. */
    record Outcome(int exitCode, String output) {
        boolean succeeded() {
            return exitCode == 0;
        }
    }

    static Outcome run(Path workingDirectory, List<String> command) {
        return run(workingDirectory, command, "");
    }

    static Outcome run(Path workingDirectory, List<String> command, String input) {
        try {
            Process process =
                    builder(workingDirectory, command).redirectErrorStream(true).start();
            try (var toProcess = process.getOutputStream()) {
                toProcess.write(input.getBytes(StandardCharsets.UTF_8));
            } catch (IOException endedWithoutReading) {
                // The exit code tells.
            }
            String output;
            try (InputStream said = process.getInputStream()) {
                output = new String(said.readAllBytes(), StandardCharsets.UTF_8);
            }
            if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return new Outcome(124, output);
            }
            return new Outcome(process.exitValue(), output.trim());
        } catch (IOException notRun) {
            return new Outcome(127, String.valueOf(notRun.getMessage()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new EmbeddedPostgresException("Interrupted while running " + command, interrupted);
        }
    }

    /**
     * A process of ours: English messages, and no setting for PostgreSQL clients or servers inherited from the
     * environment of whoever started the JVM.
     */
    static ProcessBuilder builder(Path workingDirectory, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command)).directory(workingDirectory.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        return builder;
    }

    static boolean isOnPath(String program) {
        String path = System.getenv("PATH");
        return path != null
                && Arrays.stream(path.split(File.pathSeparator))
                        .filter(folder -> !folder.isEmpty())
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** The shell's own kill: slim images have no kill program. False when the process is gone or not ours to signal. */
    static boolean signal(String signal, long pid) {
        return run(Path.of("/"), List.of("sh", "-c", "kill -\"$1\" \"$2\"", "sh", signal, Long.toString(pid)))
                .succeeded();
    }
}
