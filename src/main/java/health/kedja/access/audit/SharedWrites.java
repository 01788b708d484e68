package health.kedja.access.audit;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Lets those that write at the same time share one write: whoever comes first does it for all that wait, and then hands
 * on to the first of those who have come since. Nobody else is woken before their own is written.
 *
 * <p>Whoever writes waits a moment until half of those that are expected are there: a write for several costs little more
 * than a write for one, and the others keep the processors busy meanwhile. With two or fewer, nobody waits.
 */
final class SharedWrites {

    /** One in so many of those expected. */
    private static final int ENOUGH = 2;

    private final Consumer<List<Waiting>> write;
    private final int mostRows;
    private final Duration patience;
    private final Duration gathering;
    /** Guards itself and what follows. */
    private final Deque<Waiting> line = new ArrayDeque<>();

    private boolean busy;
    private int expected;
    /** Who waits for others to come; null when nobody does. */
    private Thread gatherer;

    private enum State {
        WAITS,
        IS_NEXT,
        IS_DONE
    }

    /** What a thread wants written, and how that went. */
    static final class Waiting {

        final List<Access> accesses;
        private final Thread thread = Thread.currentThread();
        private volatile State state = State.WAITS;
        private boolean written;
        private SQLException failure;

        private Waiting(List<Access> accesses) {
            this.accesses = accesses;
        }

        /** @param why it could not be written, or null if it was */
        void written(SQLException why) {
            written = why == null;
            failure = why;
        }

        private void tell(State now) {
            state = now;
            LockSupport.unpark(thread);
        }
    }

    /**
     * Shared writes.
     *
     * @param write writes these and tells each how it went; one that is told nothing counts as not written
     * @param mostRows about how many rows may be written together, at least 1
     * @param patience how long to wait for one's turn
     * @param gathering how long to wait, when it is one's turn, for others that are expected; zero for not at all
     */
    SharedWrites(Consumer<List<Waiting>> write, int mostRows, Duration patience, Duration gathering) {
        this.write = write;
        this.mostRows = mostRows;
        this.patience = patience;
        this.gathering = gathering;
    }

    /** Somebody will write soon. */
    void expect() {
        synchronized (line) {
            expected++;
        }
    }

    /** Somebody who was expected has written, or will not. */
    void expectNoLonger() {
        synchronized (line) {
            expected--;
            tellGatherer();
        }
    }

    /**
     * Returns when they are written.
     *
     * @throws AuditUnavailableException if they could not be, or if that is not known when the patience ends
     */
    void write(List<Access> accesses) {
        Waiting mine = new Waiting(accesses);
        boolean first;
        synchronized (line) {
            line.add(mine);
            first = !busy;
            busy = true;
            tellGatherer();
        }
        if (first || waitForTurn(mine)) {
            writeTogether();
        }
        if (!mine.written) {
            throw new AuditUnavailableException(mine.failure);
        }
    }

    /** Whether it is now this one's turn to write; else it is written. */
    private boolean waitForTurn(Waiting mine) {
        long end = System.nanoTime() + patience.toNanos();
        while (mine.state == State.WAITS) {
            long left = end - System.nanoTime();
            if (left <= 0 || Thread.currentThread().isInterrupted()) {
                giveUp(mine);
                break;
            }
            LockSupport.parkNanos(line, left);
        }
        return mine.state == State.IS_NEXT;
    }

    private void giveUp(Waiting mine) {
        synchronized (line) {
            if (mine.state == State.WAITS) {
                line.remove(mine);
                throw new AuditUnavailableException(null);
            }
        }
    }

    private boolean isEnough() {
        return ENOUGH * line.size() >= expected;
    }

    private void tellGatherer() {
        if (gatherer != null && isEnough()) {
            LockSupport.unpark(gatherer);
        }
    }

    private void gather() {
        long end = System.nanoTime() + gathering.toNanos();
        while (System.nanoTime() < end && !Thread.currentThread().isInterrupted()) {
            synchronized (line) {
                gatherer = isEnough() ? null : Thread.currentThread();
                if (gatherer == null) {
                    return;
                }
            }
            LockSupport.parkNanos(line, Math.max(0, end - System.nanoTime()));
        }
    }

    private void writeTogether() {
        gather();
        List<Waiting> together = take();
        try {
            write.accept(together);
        } finally {
            handOn();
            together.forEach(one -> one.tell(State.IS_DONE));
        }
    }

    private List<Waiting> take() {
        List<Waiting> together = new ArrayList<>();
        synchronized (line) {
            gatherer = null;
            int rows = 0;
            while (!line.isEmpty() && rows < mostRows) {
                Waiting next = line.poll();
                together.add(next);
                rows += next.accesses.size();
            }
        }
        return together;
    }

    private void handOn() {
        synchronized (line) {
            Waiting next = line.peek();
            busy = next != null;
            if (busy) {
                next.tell(State.IS_NEXT);
            }
        }
    }
}
