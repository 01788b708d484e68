package health.kedja.server.postgres;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The unpacked programs of one version of PostgreSQL. They are kept beside the data they were used for: only they can
 * read that data when the next major version comes.
 *
 * @param home the folder with bin, lib and share
 * @param version such as 17.11
 */
record Binaries(Path home, String version) {

    private static final System.Logger LOG = System.getLogger(Binaries.class.getName());
    private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) (\\d+[.\\w]*)");
    private static final String FINGERPRINT = "archive-fingerprint";

    int major() {
        return major(version);
    }

    private static int major(String version) {
        return Integer.parseInt(version.split("\\D")[0]);
    }

    String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    /** The programs of the archive, unpacked under the directory unless they already are. */
    static Binaries of(BinaryArchive archive, ServerDirectory directory) throws IOException {
        String fingerprint = archive.fingerprint();
        for (Binaries kept : all(directory)) {
            Path mark = kept.home.resolve(FINGERPRINT);
            if (Files.exists(mark) && Files.readString(mark).equals(fingerprint)) {
                return kept;
            }
        }
        return unpack(archive, fingerprint, directory);
    }

    /** The newest kept programs of a major version. */
    static Optional<Binaries> kept(ServerDirectory directory, int major) throws IOException {
        return all(directory).stream()
                .filter(binaries -> binaries.major() == major)
                .max((a, b) -> Integer.compare(minor(a), minor(b)));
    }

    private static int minor(Binaries binaries) {
        Matcher minor = Pattern.compile("\\d+\\.(\\d+)").matcher(binaries.version);
        return minor.lookingAt() ? Integer.parseInt(minor.group(1)) : -1;
    }

    private static List<Binaries> all(ServerDirectory directory) throws IOException {
        List<Binaries> found = new ArrayList<>();
        for (int major : directory.majors()) {
            try (DirectoryStream<Path> homes = Files.newDirectoryStream(directory.ofMajor(major), "bin-*")) {
                for (Path home : homes) {
                    if (Files.isExecutable(home.resolve("bin/postgres"))) {
                        found.add(
                                new Binaries(home, home.getFileName().toString().substring("bin-".length())));
                    }
                }
            }
        }
        return found;
    }

    private static Binaries unpack(BinaryArchive archive, String fingerprint, ServerDirectory directory)
            throws IOException {
        Path fresh = directory.temporary("binaries");
        archive.unpackInto(fresh);
        Files.writeString(fresh.resolve(FINGERPRINT), fingerprint);
        Command.Outcome said =
                Command.run(fresh, List.of(fresh.resolve("bin/postgres").toString(), "--version"));
        Matcher version = VERSION.matcher(said.output());
        if (!said.succeeded() || !version.find()) {
            throw new EmbeddedPostgresException("The PostgreSQL programs do not run on this machine: " + said.output()
                    + ". Set spring.datasource.url to a PostgreSQL of your own.");
        }
        Path parent = directory.create(major(version.group(1)));
        Path home = parent.resolve("bin-" + version.group(1));
        if (Files.exists(home)) {
            // The same version built for another machine, or packed anew: both stay.
            home = parent.resolve("bin-" + version.group(1) + "-" + fingerprint);
        }
        Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
        LOG.log(System.Logger.Level.INFO, "Unpacked PostgreSQL {0} into {1}", version.group(1), home);
        return new Binaries(home, home.getFileName().toString().substring("bin-".length()));
    }
}
