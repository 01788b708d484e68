package health.kedja.server.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.SortedSet;

/** Which data to start: the one of this major version, a new one, or one carried over from an older version. */
final class ClusterChoice {

    private static final String SUCCEEDED_BY = "CARRIED-OVER-TO.txt";

    private final ServerDirectory directory;
    private final PostgresOptions options;

    ClusterChoice(ServerDirectory directory, PostgresOptions options) {
        this.directory = directory;
        this.options = options;
    }

    Cluster choose(BinaryArchive archive) throws IOException {
        Binaries binaries = Binaries.of(archive, directory);
        int major = binaries.major();
        SortedSet<Integer> withData = directory.majorsWithData();
        if (!withData.isEmpty() && withData.last() > major) {
            throw new EmbeddedPostgresException("The directory " + directory.root() + " has data of PostgreSQL "
                    + withData.last() + ", and this server brings PostgreSQL " + major
                    + ", which cannot read it. Start the newer version of the server again.");
        }
        RunAs runAs = RunAs.choose(binaries);
        if (withData.contains(major)) {
            Cluster kept = new Cluster(directory.data(major), log(major), binaries, runAs);
            requireVersion(kept);
            take(kept);
            markOlder(withData, major);
            return kept;
        }
        if (withData.isEmpty()) {
            Path data = directory.temporary("data");
            return moveIn(Cluster.create(data, log(major), binaries, runAs, options.durable()));
        }
        return carryOver(withData.last(), binaries, runAs);
    }

    private Cluster carryOver(int older, Binaries binaries, RunAs runAs) throws IOException {
        requireNotCarriedOver(older, binaries.major());
        Binaries olderBinaries = Binaries.kept(directory, older)
                .orElseThrow(() -> new EmbeddedPostgresException("The directory " + directory.root()
                        + " has data of PostgreSQL " + older + ", but not the programs that read it ("
                        + directory.ofMajor(older).resolve("bin-" + older + ".*") + "). Start the version of the "
                        + "server that wrote the data once: it puts its programs there. Nothing was changed."));
        Cluster from = new Cluster(directory.data(older), log(older), olderBinaries, runAs);
        requireVersion(from);
        take(from);
        Path data = directory.temporary("data");
        Cluster to = Cluster.create(data, log(binaries.major()), binaries, runAs, false);
        new MajorUpgrade(from, to, options.startTimeout()).run();
        to.sync();
        Cluster current = moveIn(to);
        markOlder(directory.majorsWithData(), binaries.major());
        return current;
    }

    /** Ends what still runs on the data, before the files change hands. */
    private static void take(Cluster cluster) throws IOException {
        Leftover.stop(cluster.data());
        cluster.runAs().own(cluster.data());
    }

    /** The step from "not there" to "there, whole". */
    private Cluster moveIn(Cluster made) throws IOException {
        int major = made.binaries().major();
        Path data = directory.data(major);
        Files.deleteIfExists(data); // An empty folder, or it would have been taken for data.
        Files.move(made.data(), data, StandardCopyOption.ATOMIC_MOVE);
        return made.at(data, log(major));
    }

    private Path log(int major) {
        return directory.ofMajor(major).resolve("postgres.log");
    }

    private static void requireVersion(Cluster cluster) throws IOException {
        Path file = cluster.data().resolve("PG_VERSION");
        String version = Files.exists(file) ? Files.readString(file).strip() : "nothing PostgreSQL knows";
        if (!version.equals(Integer.toString(cluster.binaries().major()))) {
            throw new EmbeddedPostgresException("The folder " + cluster.data() + " should hold data of PostgreSQL "
                    + cluster.binaries().major() + ", but holds " + version
                    + ". Restore it from a backup, or move it away. Nothing was changed.");
        }
    }

    private void requireNotCarriedOver(int older, int major) throws IOException {
        Path mark = directory.ofMajor(older).resolve(SUCCEEDED_BY);
        if (Files.exists(mark)) {
            throw new EmbeddedPostgresException("The data of PostgreSQL " + older + " in " + directory.root()
                    + " was carried over before, and what it was carried to is gone: "
                    + Files.readString(mark).strip() + " Restore " + directory.data(major)
                    + " from a backup; or, to go back to the older data, remove " + mark + ".");
        }
    }

    private void markOlder(SortedSet<Integer> withData, int major) throws IOException {
        for (int older : withData.headSet(major)) {
            Path mark = directory.ofMajor(older).resolve(SUCCEEDED_BY);
            if (!Files.exists(mark)) {
                Files.writeString(
                        mark,
                        "PostgreSQL " + major + " has taken over from this data on "
                                + java.time.Instant.now() + ". What was written since then is in "
                                + directory.data(major)
                                + " only. The folder postgres-" + older + " may be removed.\n");
            }
        }
    }
}
