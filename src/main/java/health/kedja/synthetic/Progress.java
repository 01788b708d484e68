package health.kedja.synthetic;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/** How far the work is: a bar that is drawn over on a terminal, a line for every tenth elsewhere. */
final class Progress {

    private static final int WIDTH = 30;
    private static final double NANOS = 1e9;
    private static final long EVERY = 200_000_000;

    private final PrintStream out;
    private final boolean terminal;
    private final long total;
    private final LongSupplier clock;
    private final long start;
    private long drawn;
    private long tenth;

    /**
     * @param terminal whether a line can be drawn over
     * @param clock nanoseconds
     */
    Progress(PrintStream out, boolean terminal, long total, LongSupplier clock) {
        this.out = out;
        this.terminal = terminal;
        this.total = total;
        this.clock = clock;
        this.start = clock.getAsLong();
        this.drawn = start - EVERY;
    }

    void at(long done) {
        long now = clock.getAsLong();
        boolean all = done == total;
        if (terminal && (all || now - drawn >= EVERY)) {
            drawn = now;
            out.print("\r" + line(done, now) + (all ? "\n" : ""));
            out.flush();
        } else if (!terminal && done * 10 / total > tenth) {
            tenth = done * 10 / total;
            out.println(line(done, now));
        }
    }

    private String line(long done, long now) {
        double seconds = Math.max(1e-9, (now - start) / NANOS);
        double rate = done / seconds;
        long left = rate == 0 ? 0 : Math.round((total - done) / rate);
        int full = (int) (WIDTH * done / total);
        return String.format(
                Locale.ROOT,
                "[%s%s] %3d %%  %,d of %,d people  %,.0f/s  %d:%02d left",
                "#".repeat(full),
                ".".repeat(WIDTH - full),
                100 * done / total,
                done,
                total,
                rate,
                left / 60,
                left % 60);
    }
}
