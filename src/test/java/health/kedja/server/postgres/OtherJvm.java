package health.kedja.server.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A server in a JVM of its own, which a test may kill. */
final class OtherJvm implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;

    private OtherJvm(Process process) {
        this.process = process;
        this.output = process.inputReader();
    }

    /** What the other JVM does: starts, runs the statements, says so, and ends when it is told to. */
    public static void main(String[] arguments) throws Exception {
        EmbeddedPostgres postgres = EmbeddedPostgres.start(Path.of(arguments[0]));
        for (int i = 1; i < arguments.length; i++) {
            Rows.run(postgres, arguments[i]);
        }
        System.out.println("committed");
        System.in.read();
    }

    static OtherJvm start(Map<String, String> environment, Path directory, String... statements) throws IOException {
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                OtherJvm.class.getName(),
                directory.toString()));
        command.addAll(List.of(statements));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return new OtherJvm(builder.start());
    }

    /** Returns when the statements are committed; otherwise gives what the JVM said before it ended. */
    String awaitCommitted() throws IOException {
        StringBuilder said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.equals("committed")) {
                return "committed";
            }
            said.append(line).append('\n');
        }
        return said.toString();
    }

    /** kill -9: no hook runs, nothing is closed. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Ends normally, without closing the server. */
    void end() throws IOException, InterruptedException {
        process.outputWriter().append('\n').flush();
        process.waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
