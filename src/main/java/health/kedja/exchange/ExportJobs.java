package health.kedja.exchange;

import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.UnclassifiedServerFailureException;
import health.kedja.exchange.UnfinishedExports.Stopped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/**
 * Exports under way, and what becomes of them. What is done is in the database, and a restart leaves it there; what was
 * under way is begun anew. Safe to share between threads.
 */
final class ExportJobs implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(ExportJobs.class.getName());
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int TICK_SECONDS = 10;

    private final ExportParts parts;
    private final ExportLimits limits;
    private final GoingOn goingOn;
    private final Clock time;
    private final Set<ExportAttempt> underWay = ConcurrentHashMap.newKeySet();
    private final ExecutorService workers;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(daemons("export-clock"));

    ExportJobs(ExportParts parts, ExportLimits limits, GoingOn goingOn, Clock time) {
        this.parts = parts;
        this.limits = limits;
        this.goingOn = goingOn;
        this.time = time;
        this.workers = Executors.newFixedThreadPool(limits.atOnce(), daemons("export"));
    }

    /** Puts into the store again what a crash of the database took out of it. */
    void restore() {
        parts.store().unfinished().restore(limits.kept());
    }

    /** From now on makes what nobody makes any more, and removes what has expired. */
    void goOn() {
        clock.scheduleWithFixedDelay(this::tick, 0, TICK_SECONDS, TimeUnit.SECONDS);
    }

    private static ThreadFactory daemons(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    /**
     * Begins to make an export.
     *
     * @throws BaseServerResponseException (429) if there are too many
     */
    UUID start(ExportWork work) {
        String asker = asker(work.reach().who());
        if (parts.store().count(asker) >= ExportLimits.OF_ONE) {
            throw tooMany("You have " + ExportLimits.OF_ONE
                    + " exports under way or kept. Give up some of them (DELETE on the address in Content-Location), or"
                    + " ask again later.");
        }
        if (parts.store().count(null) >= ExportLimits.OF_ALL || parts.store().size() >= limits.most()) {
            throw tooMany("There is no room for another export. Ask again later.");
        }
        ExportAttempt attempt = parts.store().begin(asker, work.kept(), limits.kept());
        execute(attempt, () -> make(attempt, work));
        return attempt.export();
    }

    private void goOnWith(Stopped stopped) {
        ExportAttempt attempt = stopped.attempt();
        execute(attempt, () -> {
            ExportWork work = goingOn.on(stopped, time.instant());
            parts.store().empty(attempt.export());
            make(attempt, work);
        });
    }

    private void make(ExportAttempt attempt, ExportWork work) {
        new ExportRun(attempt, work.request(), work.reach(), parts).make();
        parts.store().done(attempt, limits.kept(), patients -> work.audit().ifPresent(trail -> trail.accept(patients)));
    }

    private void execute(ExportAttempt attempt, Runnable making) {
        underWay.add(attempt);
        workers.execute(() -> run(attempt, making));
    }

    private static BaseServerResponseException tooMany(String problem) {
        OperationOutcome outcome = new OperationOutcome();
        outcome.addIssue()
                .setSeverity(IssueSeverity.ERROR)
                .setCode(IssueType.THROTTLED)
                .setDiagnostics(problem);
        BaseServerResponseException answer =
                new UnclassifiedServerFailureException(TOO_MANY_REQUESTS, problem, outcome);
        answer.addResponseHeader("Retry-After", "60");
        return answer;
    }

    @SuppressWarnings("java:S1181") // Whatever it is, the client is to be told that the export will not come.
    private void run(ExportAttempt attempt, Runnable making) {
        try {
            making.run();
        } catch (ExportStore.Gone gone) {
            // Nobody waits for it any more, or somebody else makes it.
        } catch (GoingOn.Not not) {
            fail(attempt, not.getMessage());
        } catch (ExportRun.Full full) {
            fail(
                    attempt,
                    "There is no room for the files of this export (kedja.exports.max-size). Ask for less at a time: name"
                            + " types (_type), a Group, or what changed (_since).");
        } catch (Throwable failure) {
            if (workers.isShutdown()) {
                // Begun anew when the server is there again.
                return;
            }
            // Without its message, which may hold what was to be exported.
            LOG.log(System.Logger.Level.ERROR, "An export failed: {0}", causes(failure));
            fail(attempt, "The server failed to make this export. The reason is in its log.");
        } finally {
            underWay.remove(attempt);
        }
    }

    private static String causes(Throwable failure) {
        StringBuilder causes = new StringBuilder();
        for (Throwable cause = failure; cause != null && causes.length() < 1_000; cause = cause.getCause()) {
            StackTraceElement[] frames = cause.getStackTrace();
            causes.append(cause.getClass().getName())
                    .append(frames.length == 0 ? "" : " at " + frames[0])
                    .append("; ");
        }
        return causes.toString();
    }

    private void fail(ExportAttempt attempt, String reason) {
        try {
            parts.store().failed(attempt, reason, limits.kept());
        } catch (RuntimeException e) {
            // It will be begun anew.
            LOG.log(System.Logger.Level.ERROR, "A failed export could not be noted: {0}", causes(e));
        }
    }

    /** An export by its id, whoever asked for it; empty when there is none, or none any more. */
    Optional<ExportStore.Export> find(String id) {
        try {
            return parts.store().find(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    boolean isOf(ExportStore.Export export, ExportReach reach) {
        return export.asker().equals(asker(reach.who()));
    }

    ExportStore store() {
        return parts.store();
    }

    /** Gives an export up, under way or done, and removes its files. */
    void giveUp(UUID id) {
        parts.store().forget(id);
        clock.execute(this::clean);
    }

    private void tick() {
        try {
            parts.store().alive(exports(underWay), limits.kept());
            restore();
            parts.store().unfinished().takeUp().forEach(this::goOnWith);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "Exports could not be said to go on: {0}", causes(e));
        }
        clean();
    }

    private static Set<UUID> exports(Set<ExportAttempt> attempts) {
        return attempts.stream().map(ExportAttempt::export).collect(Collectors.toSet());
    }

    private void clean() {
        try {
            parts.store().clean();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "Exports could not be removed: {0}", causes(e));
        }
    }

    /** Whoever it is, without saying so: a hash. */
    static String asker(String who) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(who.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        Set<UUID> stopped = exports(underWay);
        workers.shutdownNow();
        clock.shutdownNow();
        try {
            // While there still is a database.
            workers.awaitTermination(TICK_SECONDS, TimeUnit.SECONDS);
            clock.awaitTermination(TICK_SECONDS, TimeUnit.SECONDS);
            if (!stopped.isEmpty()) {
                parts.store().unfinished().release(stopped);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            // Then they are taken up a minute later.
            LOG.log(System.Logger.Level.WARNING, "Exports could not be left to another start: {0}", causes(e));
        }
    }
}
