package health.kedja.server.postgres;

import java.time.Duration;
import java.util.Objects;

/**
 * How the embedded PostgreSQL is to run.
 *
 * @param port the TCP port on 127.0.0.1, 1 to 65535; 0 takes any free one
 * @param durable true: a commit that was acknowledged survives a power cut (fsync and synchronous_commit on). False is
 *     for tests only: a crash of the machine may destroy the whole directory
 * @param stopAtExit true: PostgreSQL is stopped when the JVM ends normally, also when nobody called
 *     {@link EmbeddedPostgres#close()}. It then waits a few seconds for open connections to end by themselves
 * @param startTimeout how long a start may take, more than zero
 */
public record PostgresOptions(int port, boolean durable, boolean stopAtExit, Duration startTimeout) {

    /** @throws IllegalArgumentException when the port or the timeout is out of range */
    public PostgresOptions {
        Objects.requireNonNull(startTimeout, "startTimeout");
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port must be 0 to 65535, was " + port);
        }
        if (startTimeout.isNegative() || startTimeout.isZero()) {
            throw new IllegalArgumentException("startTimeout must be more than zero, was " + startTimeout);
        }
    }

    /** Any free port, durable, stopped at exit, 60 seconds to start. */
    public static PostgresOptions defaults() {
        return new PostgresOptions(0, true, true, Duration.ofSeconds(60));
    }

    /** The same options with another port; 0 takes any free one. */
    public PostgresOptions withPort(int otherPort) {
        return new PostgresOptions(otherPort, durable, stopAtExit, startTimeout);
    }

    /** The same options with commits that are (true) or are not (false) on disk when they are acknowledged. */
    public PostgresOptions withDurable(boolean otherDurable) {
        return new PostgresOptions(port, otherDurable, stopAtExit, startTimeout);
    }

    /** The same options with or without the stop at the end of the JVM. */
    public PostgresOptions withStopAtExit(boolean otherStopAtExit) {
        return new PostgresOptions(port, durable, otherStopAtExit, startTimeout);
    }

    /** The same options with another time to start. */
    public PostgresOptions withStartTimeout(Duration otherTimeout) {
        return new PostgresOptions(port, durable, stopAtExit, otherTimeout);
    }
}
