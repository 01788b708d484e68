package health.kedja.server.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Directories for tests. Unpacking takes seconds, so the programs are unpacked once for all tests of a run and linked
 * into each directory; the directories lie where every user may pass, which JUnit's own do not.
 */
final class Directories implements AutoCloseable {

    static final PostgresOptions QUICK = PostgresOptions.defaults().withDurable(false);

    private static final Path PARENT = parent();
    private static int count;

    private final Path path = PARENT.resolve("directory-" + ++count);

    private static Path parent() {
        try {
            Path parent = Files.createTempDirectory("kedja-postgres").toRealPath();
            Files.setPosixFilePermissions(parent, BinaryArchive.permissions(0755));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> shell("rm -rf \"$1\"", parent)));
            return parent;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A directory with the unpacked programs and no data. */
    static Directories withProgramsOnly() {
        Directories directory = new Directories();
        shell("mkdir \"$1\"", directory.path);
        directory.addCurrentPrograms();
        return directory;
    }

    /** A directory in which PostgreSQL of the current version has run, without any table. */
    static Directories used() {
        return copyOf(Current.TEMPLATE);
    }

    /** A directory in which PostgreSQL of the older version has run, without any table. */
    static Directories usedByOlder() {
        return copyOf(Older.TEMPLATE);
    }

    private static Directories copyOf(Path template) {
        Directories directory = new Directories();
        shell(
                "mkdir \"$2\" && cd \"$1\" && for f in postgres-*; do mkdir \"$2/$f\"; cp -al $f/bin-* \"$2/$f\"; "
                        + "cp -a $f/data \"$2/$f\"; done",
                template,
                directory.path);
        return directory;
    }

    static BinaryArchive older() throws IOException {
        Path jar = Path.of("target/older-postgres/older-postgres.jar").toAbsolutePath();
        if (!Files.exists(jar)) {
            throw new AssertionError(jar + " is missing: run mvn process-test-classes once");
        }
        return BinaryArchive.inJar(jar);
    }

    Path path() {
        return path;
    }

    Path data(int major) {
        return path.resolve("postgres-" + major + "/data");
    }

    /** Adds the unpacked programs of the current version, as an earlier start leaves them. */
    void addCurrentPrograms() {
        shell("mkdir \"$2/postgres-17\" && cp -al \"$1\"/postgres-17/bin-* \"$2/postgres-17\"", Current.TEMPLATE, path);
    }

    static void shell(String script, Path... arguments) {
        List<String> command = new java.util.ArrayList<>(List.of("sh", "-ec", script, "sh"));
        for (Path argument : arguments) {
            command.add(argument.toString());
        }
        Command.Outcome done = Command.run(Path.of("/"), command);
        if (!done.succeeded()) {
            throw new AssertionError(done.output());
        }
    }

    @Override
    public void close() {
        shell("rm -rf \"$1\"", path);
    }

    private static final class Current {
        static final Path TEMPLATE = make(BinaryArchive.onClassPath());
    }

    private static final class Older {
        static final Path TEMPLATE = make(olderUnchecked());

        private static BinaryArchive olderUnchecked() {
            try {
                return older();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    private static Path make(BinaryArchive archive) {
        Directories template = new Directories();
        EmbeddedPostgres.start(template.path, QUICK, archive).close();
        return template.path;
    }
}
