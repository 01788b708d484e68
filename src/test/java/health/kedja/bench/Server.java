package health.kedja.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A server in a process of its own, with a database of its own. */
final class Server implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Process process;
    private final Path database;
    private final int port;
    private final double secondsToReady;

    private Server(Process process, Path database, int port, double secondsToReady) {
        this.process = process;
        this.database = database;
        this.port = port;
        this.secondsToReady = secondsToReady;
    }

    /**
     * Starts a server and waits until it is ready.
     *
     * @param command what starts it; the settings are added as further arguments
     * @param database its data directory, kept after it ends
     */
    static Server start(List<String> command, Path database, List<String> settings) throws Exception {
        int port = freePort();
        List<String> arguments = new ArrayList<>(settings);
        arguments.add("--server.port=" + port);
        arguments.add("--kedja.database.directory=" + database.toAbsolutePath());
        List<String> whole = new ArrayList<>(command);
        if (command.get(0).equals("mvn")) {
            whole.add("-Dspring-boot.run.arguments=" + String.join(" ", arguments));
        } else {
            whole.addAll(arguments);
        }
        Files.createDirectories(database.getParent());
        Path log = database.resolveSibling(database.getFileName() + ".log");
        long start = System.nanoTime();
        Process process = new ProcessBuilder(whole)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        // A measurement that is interrupted leaves no server behind.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }));
        while (!ready(port)) {
            if (!process.isAlive()) {
                throw new IllegalStateException("The server did not start; see " + log);
            }
            Thread.sleep(50);
        }
        return new Server(process, database, port, (System.nanoTime() - start) / 1e9);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static boolean ready(int port) throws InterruptedException {
        try {
            return HTTP.send(get(port, "/actuator/health/readiness"), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static HttpRequest get(int port, String path) {
        return request(port, path, null).build();
    }

    private static HttpRequest.Builder request(int port, String path, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(60));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    double secondsToReady() {
        return secondsToReady;
    }

    String get(String path) throws Exception {
        return send(get(port, path));
    }

    /** @param token null for none */
    String get(String path, String token) throws Exception {
        return send(request(port, path, token).build());
    }

    /** Posts FHIR JSON; anything but success ends the measurement. */
    String post(String path, String json) throws Exception {
        return post(path, json, null);
    }

    /** @param token null for none */
    String post(String path, String json, String token) throws Exception {
        return send(request(port, path, token)
                .header("Content-Type", "application/fhir+json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    /** @param token null for none */
    String put(String path, String json, String token) throws Exception {
        return send(request(port, path, token)
                .header("Content-Type", "application/fhir+json")
                .PUT(HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    private static String send(HttpRequest request) throws Exception {
        HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IllegalStateException(response.statusCode() + " " + response.body());
        }
        return response.body();
    }

    /** The process that runs the server's code, which {@code mvn} starts as its child. */
    private ProcessHandle java() {
        return process.descendants()
                .filter(child -> child.info().command().orElse("").endsWith("java"))
                .findFirst()
                .orElse(process.toHandle());
    }

    /** CPU seconds of the server and, where it is started by Maven, of Maven. */
    double serverCpuSeconds() {
        double seconds = cpuSeconds(process.toHandle());
        return java().equals(process.toHandle()) ? seconds : seconds + cpuSeconds(java());
    }

    /** CPU seconds of the live processes of its PostgreSQL. */
    double databaseCpuSeconds() throws IOException {
        return databaseCpuSeconds(database);
    }

    static double databaseCpuSeconds(Path database) throws IOException {
        ProcessHandle postmaster = ProcessHandle.of(Long.parseLong(
                        Files.readAllLines(pidFile(database)).get(0).trim()))
                .orElseThrow();
        return Stream.concat(Stream.of(postmaster), postmaster.descendants())
                .mapToDouble(Server::cpuSeconds)
                .sum();
    }

    private static Path pidFile(Path database) throws IOException {
        try (Stream<Path> files = Files.walk(database, 3)) {
            return files.filter(file -> file.endsWith("postmaster.pid"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Whether commits of its PostgreSQL are to wait for the disk, from now on. */
    void commitsWait(boolean wait) throws Exception {
        Path pidFile = pidFile(database);
        String address = "jdbc:postgresql://127.0.0.1:"
                + Files.readAllLines(pidFile).get(3).trim() + "/kedja";
        String password =
                Files.readString(pidFile.resolveSibling("kedja-password")).trim();
        try (Connection connection = DriverManager.getConnection(address, "kedja", password);
                Statement statement = connection.createStatement()) {
            statement.execute("alter system set synchronous_commit = " + (wait ? "on" : "off"));
            statement.execute("select pg_reload_conf()");
        }
        // Until all connections know.
        Thread.sleep(300);
    }

    private static double cpuSeconds(ProcessHandle handle) {
        return handle.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1000.0;
    }

    /** Resident memory of the server without its database, in MB. */
    long residentMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc", String.valueOf(java().pid()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1000)
                .findFirst()
                .orElseThrow();
    }

    /** Heap in use after a full garbage collection, in MB. */
    long heapMegabytes() throws Exception {
        String pid = String.valueOf(java().pid());
        run("jcmd", pid, "GC.run");
        return Stream.of(run("jcmd", pid, "GC.heap_info").split("\n"))
                .filter(line -> line.contains("garbage-first heap") || line.contains("generation"))
                .mapToLong(line -> Long.parseLong(line.replaceAll(".*used (\\d+)K.*", "$1")) / 1000)
                .sum();
    }

    static String run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + ": " + output);
        }
        return output;
    }

    @Override
    public void close() throws InterruptedException {
        ProcessHandle java = java();
        java.destroy();
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        java.onExit().join();
    }
}
