package health.kedja.server.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A data directory of PostgreSQL with the programs that fit it.
 *
 * @param data the data directory
 * @param log where PostgreSQL writes its log
 */
record Cluster(Path data, Path log, Binaries binaries, RunAs runAs) {

    static final String USER = "kedja";
    private static final String PASSWORD_FILE = "kedja-password";

    /** Makes a new, empty cluster in an existing empty folder. */
    static Cluster create(Path data, Path log, Binaries binaries, RunAs runAs, boolean durable) throws IOException {
        Cluster cluster = new Cluster(data, log, binaries, runAs);
        String password = randomPassword();
        Path handover = secretFile(data.resolveSibling(data.getFileName() + ".password"), password);
        try {
            runAs.own(data);
            runAs.own(handover);
            Command.Outcome made = Command.run(
                    binaries.home(),
                    runAs.command(cluster.initdb(handover, durable).toArray(String[]::new)));
            if (!made.succeeded()) {
                throw new EmbeddedPostgresException("PostgreSQL could not create its data directory: " + made.output());
            }
        } finally {
            Files.delete(handover);
        }
        cluster.keepPassword(password);
        return cluster;
    }

    private List<String> initdb(Path passwordFile, boolean durable) {
        List<String> command = new ArrayList<>(List.of(
                binaries.program("initdb"),
                "--pgdata=" + data,
                "--username=" + USER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--data-checksums"));
        if (binaries.major() >= 17) {
            // PostgreSQL's own Unicode rules: the same on every machine, whatever its C library is and becomes.
            command.addAll(List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
        }
        if (!durable) {
            command.add("--no-sync");
        }
        return command;
    }

    /** Forces all files of the stopped cluster to disk. */
    void sync() {
        Command.Outcome synced = Command.run(
                binaries.home(), runAs.command(binaries.program("initdb"), "--sync-only", "--pgdata=" + data));
        if (!synced.succeeded()) {
            throw new EmbeddedPostgresException("The new data could not be forced to disk: " + synced.output());
        }
    }

    /** The same cluster after its folder was renamed. */
    Cluster at(Path newData, Path newLog) {
        return new Cluster(newData, newLog, binaries, runAs);
    }

    /**
     * The password of the only user. When its file is lost, the user gets a new one, which whoever may write the data
     * directory could do by hand as well.
     */
    String password() throws IOException {
        Path file = data.resolve(PASSWORD_FILE);
        if (Files.exists(file)) {
            String kept = Files.readString(file).trim();
            if (!kept.isEmpty()) {
                return kept;
            }
        }
        String password = randomPassword();
        Command.Outcome changed = Command.run(
                binaries.home(),
                runAs.command(binaries.program("postgres"), "--single", "-D", data.toString(), "postgres"),
                "ALTER ROLE " + USER + " PASSWORD '" + password + "'\n");
        if (!changed.succeeded()) {
            throw new EmbeddedPostgresException(
                    "The file " + file + " is lost, and no new password could be set: " + changed.output());
        }
        keepPassword(password);
        return password;
    }

    private void keepPassword(String password) throws IOException {
        Files.deleteIfExists(data.resolve(PASSWORD_FILE));
        runAs.own(secretFile(data.resolve(PASSWORD_FILE), password));
    }

    private static Path secretFile(Path file, String secret) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, secret + "\n", StandardOpenOption.WRITE, StandardOpenOption.DSYNC);
    }

    private static String randomPassword() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
