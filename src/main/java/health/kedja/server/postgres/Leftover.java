package health.kedja.server.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The PostgreSQL that a killed server left running on a data directory. Only called by the holder of the lock of the
 * directory, so whatever still runs there has lost its owner.
 */
final class Leftover {

    private static final System.Logger LOG = System.getLogger(Leftover.class.getName());

    private Leftover() {}

    /** Stops what still runs on the data directory and returns when it has ended. */
    static void stop(Path data) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        Optional<ProcessHandle> postmaster = postmaster(pidFile, data);
        postmaster.ifPresent(running -> {
            LOG.log(System.Logger.Level.WARNING, "Stopping PostgreSQL {0}, left running on {1}", running.pid(), data);
            Shutdown.fast(running.pid(), () -> !isPostgres(running));
        });
        // After a postmaster was killed its children end by themselves, and until then no other may start.
        for (ProcessHandle child : atHome(data)) {
            Shutdown.fast(child.pid(), () -> !isPostgres(child));
        }
        // PostgreSQL tells a stale file from a valid one by whether a process has that number; after a restart of a
        // container some other program often has it.
        Files.deleteIfExists(pidFile);
    }

    private static Optional<ProcessHandle> postmaster(Path pidFile, Path data) throws IOException {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.size() < 2 || !lines.get(0).strip().matches("\\d+") || !isSame(Path.of(lines.get(1)), data)) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip())).filter(Leftover::isPostgres);
    }

    private static boolean isSame(Path one, Path other) throws IOException {
        return Files.exists(one) && Files.isSameFile(one, other);
    }

    /** An ended process that nobody has collected yet has no command any more. */
    private static boolean isPostgres(ProcessHandle process) {
        return process.isAlive()
                && process.info()
                        .command()
                        .map(command -> Path.of(command).getFileName().toString())
                        .filter(name -> name.equals("postgres") || name.equals("postgres (deleted)"))
                        .isPresent();
    }

    /** Processes of PostgreSQL whose working directory is the data directory; none where /proc does not tell. */
    private static List<ProcessHandle> atHome(Path data) {
        try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
            return all.filter(Leftover::isPostgres)
                    .filter(process -> worksIn(process, data))
                    .toList();
        }
    }

    private static boolean worksIn(ProcessHandle process, Path data) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "cwd"))
                    .equals(data);
        } catch (IOException | UnsupportedOperationException notTold) {
            return false;
        }
    }
}
