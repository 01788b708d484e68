package health.kedja.operation.evaluatemeasure;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.UnclassifiedServerFailureException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * Reports that are made while the client does other things. They are kept in memory for a while after they are done, and
 * a restart forgets them. Safe to share between threads.
 */
public final class ReportJobs implements AutoCloseable {

    /** More than this at a time is no use to anybody, and each result is kept in memory. */
    static final int MOST = 50;

    private static final int TOO_MANY_REQUESTS = 429;

    private final Map<String, Job> jobs = new ConcurrentHashMap<>();
    private final Clock clock;
    private final Duration kept;
    private final Function<RequestDetails, String> asker;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "reports");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * @param kept how long a result is kept after it is done
     * @param asker tells who asks: only they are told of their reports later
     */
    public ReportJobs(Clock clock, Duration kept, Function<RequestDetails, String> asker) {
        this.clock = clock;
        this.kept = kept;
        this.asker = asker;
    }

    /** A report under way or done. */
    static final class Job {

        private final EvaluateMeasureRequest asked;
        private final String asker;
        private volatile int done;
        private volatile boolean cancelled;
        private volatile List<Made> reports;
        private volatile RuntimeException failure;
        private volatile Instant ended;

        Job(EvaluateMeasureRequest asked, String asker) {
            this.asked = asked;
            this.asker = asker;
        }

        EvaluateMeasureRequest asked() {
            return asked;
        }

        /** Such as {@code 3 of 12 indicators}. */
        String progress() {
            return done + " of " + asked.definitions().size() + " indicators";
        }

        /**
         * What came of it; empty while it runs.
         *
         * @throws RuntimeException as it failed
         */
        Optional<List<Made>> result() {
            if (failure != null) {
                throw failure;
            }
            return Optional.ofNullable(reports);
        }
    }

    /**
     * Begins to make reports.
     *
     * @param work what makes them, given whom to tell how far it has come
     * @return how to ask for them
     */
    String submit(EvaluateMeasureRequest asked, RequestDetails request, Function<Progress, List<Made>> work) {
        forget();
        if (jobs.size() >= MOST) {
            throw new UnclassifiedServerFailureException(
                    TOO_MANY_REQUESTS,
                    "There are " + MOST
                            + " reports under way or kept. Fetch or delete some of them, or ask again later.");
        }
        String id = UUID.randomUUID().toString();
        Job job = new Job(asked, asker.apply(request));
        jobs.put(id, job);
        worker.execute(() -> run(job, work));
        return id;
    }

    private void run(Job job, Function<Progress, List<Made>> work) {
        try {
            if (!job.cancelled) {
                job.reports = work.apply((done, of) -> {
                    job.done = done;
                    return !job.cancelled;
                });
            }
        } catch (RuntimeException e) {
            // Told to whoever asks for the result.
            job.failure = e;
        } finally {
            job.ended = clock.instant();
        }
    }

    /** A job of whoever asks, while it is known. */
    Optional<Job> find(String id, RequestDetails request) {
        forget();
        return Optional.ofNullable(jobs.get(id)).filter(job -> job.asker.equals(asker.apply(request)));
    }

    /** Stops a job after the indicator that it is at, and forgets it. */
    void cancel(String id) {
        Job job = jobs.remove(id);
        if (job != null) {
            job.cancelled = true;
        }
    }

    private void forget() {
        Instant before = clock.instant().minus(kept);
        jobs.values().removeIf(job -> job.ended != null && job.ended.isBefore(before));
    }

    @Override
    public void close() {
        jobs.values().forEach(job -> job.cancelled = true);
        worker.shutdownNow();
    }
}
