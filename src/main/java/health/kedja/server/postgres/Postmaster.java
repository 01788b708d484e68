package health.kedja.server.postgres;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** A running PostgreSQL on a cluster. */
final class Postmaster {

    private static final int POLL_MILLIS = 15;
    private static final int ANSWER_SECONDS = 10;
    private static final int TAIL_LINES = 20;
    private static final long LOG_LIMIT = 10L << 20;

    private final Process process;
    private final Cluster cluster;
    private final String password;
    private final int port;

    private Postmaster(Process process, Cluster cluster, String password, int port) {
        this.process = process;
        this.cluster = cluster;
        this.password = password;
        this.port = port;
    }

    /**
     * Starts and returns when it answers.
     *
     * @param port 0 for any free one
     */
    static Postmaster start(Cluster cluster, int port, boolean durable, boolean readOnly, Duration timeout)
            throws IOException {
        Leftover.stop(cluster.data());
        String password = cluster.password();
        int chosen = port == 0 ? freePort() : port;
        Settings.write(cluster, chosen, durable, readOnly);
        cluster.runAs().own(cluster.data());
        rotate(cluster.log());
        long logStart = Files.exists(cluster.log()) ? Files.size(cluster.log()) : 0;
        Postmaster postmaster = new Postmaster(launch(cluster), cluster, password, chosen);
        try {
            postmaster.awaitAnswer(timeout, logStart);
        } catch (RuntimeException failed) {
            postmaster.process.destroyForcibly();
            Leftover.stop(cluster.data());
            throw failed;
        }
        return postmaster;
    }

    private static Process launch(Cluster cluster) throws IOException {
        List<String> command = new ArrayList<>();
        if (Command.isOnPath("setsid")) {
            // A session of its own, so that Ctrl-C in the terminal reaches the server and not its database.
            command.add("setsid");
        }
        command.addAll(cluster.runAs()
                .command(
                        cluster.binaries().program("postgres"),
                        "-D",
                        cluster.data().toString()));
        return Command.builder(cluster.binaries().home(), command)
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(cluster.log().toFile()))
                .start();
    }

    private void awaitAnswer(Duration timeout, long logStart) throws IOException {
        long deadline = System.nanoTime() + timeout.toNanos();
        SQLException last = null;
        while (System.nanoTime() < deadline) {
            try {
                if (process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                    throw new EmbeddedPostgresException("PostgreSQL ended while it started." + tail(logStart));
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new EmbeddedPostgresException("Interrupted while PostgreSQL started", interrupted);
            }
            if (!saysReady()) {
                continue; // Until then whatever answers on the port is somebody else.
            }
            try (Connection connection = connect("postgres", ANSWER_SECONDS)) {
                requireOurs(connection);
                return;
            } catch (SQLException notYet) {
                if ("28P01".equals(notYet.getSQLState())) {
                    throw new EmbeddedPostgresException("PostgreSQL on port " + port + " refuses the password kept in "
                            + cluster.data() + ": remove the file kedja-password there to get a new one.");
                }
                last = notYet;
            }
        }
        throw new EmbeddedPostgresException(
                "PostgreSQL did not answer within " + timeout.toSeconds() + " s." + tail(logStart), last);
    }

    /** The last line of the pid file, which was removed before the start and so is this server's. */
    private boolean saysReady() {
        try {
            List<String> lines = Files.readAllLines(cluster.data().resolve("postmaster.pid"));
            return lines.size() >= 8 && lines.get(7).strip().equals("ready");
        } catch (IOException notYetThere) {
            return false;
        }
    }

    private void requireOurs(Connection connection) throws SQLException, IOException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT current_setting('data_directory')")) {
            row.next();
            if (!Files.isSameFile(Path.of(row.getString(1)), cluster.data())) {
                throw new EmbeddedPostgresException("Another PostgreSQL answers on port " + port + ".");
            }
        }
    }

    private String tail(long logStart) throws IOException {
        byte[] all = Files.readAllBytes(cluster.log());
        int from = (int) Math.min(logStart, all.length);
        List<String> lines = new String(all, from, all.length - from, StandardCharsets.UTF_8)
                .lines()
                .toList();
        return " The end of " + cluster.log() + ":\n"
                + String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
    }

    private static void rotate(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** A connection as the owner of everything. */
    Connection connect(String database) throws SQLException {
        return connect(database, 0);
    }

    private Connection connect(String database, int answerSeconds) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", Cluster.USER);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", Integer.toString(answerSeconds));
        return DriverManager.getConnection(url(database), properties);
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?sslmode=disable&gssEncMode=disable";
    }

    String password() {
        return password;
    }

    int port() {
        return port;
    }

    /** Stops, and returns when it has ended. */
    void stop() {
        Shutdown.fast(pid(), () -> !process.isAlive());
    }

    /** Waits some seconds for open connections to end by themselves, then stops. */
    void stopGently(long seconds) {
        if (!Shutdown.smart(pid(), () -> !process.isAlive(), seconds)) {
            stop();
        }
    }

    /** The number PostgreSQL itself gives: a program that changes the user may stand between it and us. */
    private long pid() {
        try {
            return Long.parseLong(Files.readAllLines(cluster.data().resolve("postmaster.pid"))
                    .get(0)
                    .strip());
        } catch (IOException | RuntimeException noFile) {
            return process.pid();
        }
    }
}
