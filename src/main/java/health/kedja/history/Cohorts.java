package health.kedja.history;

import health.kedja.indicator.cohort.Dictionary;
import health.kedja.indicator.cohort.Part;
import health.kedja.pathway.ChainType;
import health.kedja.pathway.History;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;

/**
 * Reads the whole population into columns, by the same way to a {@link History} as that of one patient, so that the same
 * events give the same history in both. Safe to share between threads.
 */
public final class Cohorts {

    private final DataSource dataSource;
    private final int readers;
    private final long bytesOfRange;

    /** With as many readers as there are processors. */
    public Cohorts(DataSource dataSource) {
        this(dataSource, Runtime.getRuntime().availableProcessors(), Range.BYTES);
    }

    Cohorts(DataSource dataSource, int readers, long bytesOfRange) {
        this.dataSource = dataSource;
        this.readers = readers;
        this.bytesOfRange = bytesOfRange;
    }

    /**
     * Everyone, as the database stands now.
     *
     * @throws IllegalStateException if the database cannot be read
     */
    public Population load() {
        try (Snapshot now = Snapshot.now(dataSource)) {
            return read(now).population(now.instant());
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /** @param now stays open */
    Read read(Snapshot now) {
        try {
            Dictionary dictionary = new Dictionary();
            MergedRecords merged = Tables.merged(now.connection());
            String exported = now.export();
            Queue<Range> ranges = new ConcurrentLinkedQueue<>(Range.all(now.connection(), bytesOfRange));
            Map<Share, List<Part>> parts = new LinkedHashMap<>();
            int threads = Math.max(1, Math.min(readers, ranges.size()));
            ExecutorService pool = Executors.newFixedThreadPool(threads);
            try {
                List<Future<Map<Share, List<Part>>>> running = new ArrayList<>();
                for (int i = 0; i < threads; i++) {
                    running.add(pool.submit(() -> singleRecords(exported, ranges, merged, dictionary)));
                }
                for (Future<Map<Share, List<Part>>> done : running) {
                    add(done.get(), parts);
                }
            } finally {
                pool.shutdownNow();
            }
            add(several(merged, dictionary, now.connection()).parts(), parts);
            return new Read(new Shares(dictionary, parts), Tables.units(now.connection()), merged, now.seen());
        } catch (SQLException e) {
            throw unreadable(e);
        } catch (ExecutionException e) {
            throw unreadable(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unreadable(e);
        }
    }

    static IllegalStateException unreadable(Throwable cause) {
        return new IllegalStateException("The events of the population could not be read", cause);
    }

    private static void add(Map<Share, List<Part>> more, Map<Share, List<Part>> parts) {
        more.forEach((share, ofShare) ->
                parts.computeIfAbsent(share, none -> new ArrayList<>()).addAll(ofShare));
    }

    private static SharedPeople several(MergedRecords merged, Dictionary dictionary, Connection connection)
            throws SQLException {
        SharedPeople people = new SharedPeople(dictionary);
        Sharing sharing = Sharing.of(merged.all(), connection);
        new CopiedPeople(connection, merged, Said.NOTHING_ELSE)
                .read(
                        merged.all(),
                        (person, events) -> people.add(sharing.of(merged.together(Set.of(person))), person, events));
        return people;
    }

    private Map<Share, List<Part>> singleRecords(
            String exported, Queue<Range> ranges, MergedRecords merged, Dictionary dictionary) throws SQLException {
        SharedPeople people = new SharedPeople(dictionary);
        try (Snapshot same = Snapshot.same(dataSource, exported)) {
            CopiedEvents copied = new CopiedEvents(same.connection());
            for (Range range = ranges.poll(); range != null; range = ranges.poll()) {
                Sharing sharing = Sharing.between(range.from(), range.to(), same.connection());
                copied.between(range.from(), range.to(), (patient, events) -> {
                    if (!merged.contains(patient)) {
                        people.add(sharing.of(Set.of(patient)), patient, events);
                    }
                });
            }
        }
        return people.parts();
    }

    /**
     * What was read, and what is needed to read the changes since.
     *
     * @param people everyone
     * @param merged which records are one person
     * @param seen the transactions that were seen ({@code pg_snapshot})
     */
    record Read(Shares people, Map<String, ChainType> units, MergedRecords merged, String seen) {

        Population population(Instant dataAsOf) {
            return new Population(people.cohort(), units, dataAsOf, 0, "");
        }
    }
}
