package health.kedja.server.postgres;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** How PostgreSQL is told to stop, from the gentlest way to the one it recovers from at its next start. */
final class Shutdown {

    private static final System.Logger LOG = System.getLogger(Shutdown.class.getName());
    private static final long FAST_SECONDS = 30;
    private static final long IMMEDIATE_SECONDS = 10;

    private Shutdown() {}

    /** Ends open transactions, writes everything out and returns when the process has ended. */
    static void fast(long pid, BooleanSupplier ended) {
        Command.signal("INT", pid);
        if (await(ended, FAST_SECONDS)) {
            return;
        }
        LOG.log(System.Logger.Level.WARNING, "PostgreSQL {0} does not stop; stopping it at once", pid);
        Command.signal("QUIT", pid);
        if (!await(ended, IMMEDIATE_SECONDS)) {
            throw new EmbeddedPostgresException("PostgreSQL (process " + pid + ") cannot be stopped. Stop it by hand.");
        }
    }

    /** Waits for clients to leave by themselves; true when they did in time and the process has ended. */
    static boolean smart(long pid, BooleanSupplier ended, long seconds) {
        Command.signal("TERM", pid);
        return await(ended, seconds);
    }

    private static boolean await(BooleanSupplier ended, long seconds) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!ended.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(10);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return ended.getAsBoolean();
            }
        }
        return true;
    }
}
