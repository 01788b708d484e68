package health.kedja.exchange;

import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.UnclassifiedServerFailureException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
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
import java.util.function.Consumer;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/**
 * Exports under way, and what becomes of them. What is done is in the database, and a restart leaves it there; what was
 * under way is told as failed. Safe to share between threads.
 */
final class ExportJobs implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(ExportJobs.class.getName());
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int TICK_SECONDS = 10;

    private final ExportParts parts;
    private final ExportLimits limits;
    private final Set<UUID> underWay = ConcurrentHashMap.newKeySet();
    private final ExecutorService workers;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(daemons("export-clock"));

    ExportJobs(ExportParts parts, ExportLimits limits) {
        this.parts = parts;
        this.limits = limits;
        this.workers = Executors.newFixedThreadPool(limits.atOnce(), daemons("export"));
        clock.scheduleWithFixedDelay(this::tick, TICK_SECONDS, TICK_SECONDS, TimeUnit.SECONDS);
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
     * @param audit is told the patients of what it holds, in the transaction that makes the files known
     * @throws BaseServerResponseException (429) if there are too many
     */
    UUID start(ExportRequest request, ExportReach reach, Consumer<Collection<String>> audit) {
        String asker = asker(reach.who());
        if (parts.store().count(asker) >= ExportLimits.OF_ONE) {
            throw tooMany("You have " + ExportLimits.OF_ONE
                    + " exports under way or kept. Give up some of them (DELETE on the address in Content-Location), or"
                    + " ask again later.");
        }
        if (parts.store().count(null) >= ExportLimits.OF_ALL || parts.store().size() >= limits.most()) {
            throw tooMany("There is no room for another export. Ask again later.");
        }
        UUID id = UUID.randomUUID();
        parts.store().begin(id, asker, request.url(), request.asOf(), limits.kept());
        underWay.add(id);
        workers.execute(() -> run(id, request, reach, audit));
        return id;
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
    private void run(UUID id, ExportRequest request, ExportReach reach, Consumer<Collection<String>> audit) {
        try {
            new ExportRun(id, request, reach, parts).make();
            parts.store().done(id, limits.kept(), audit);
        } catch (ExportStore.Gone gone) {
            // Nobody waits for it any more.
        } catch (ExportRun.Full full) {
            fail(
                    id,
                    "There is no room for the files of this export (kedja.exports.max-size). Ask for less at a time: name"
                            + " types (_type), a Group, or what changed (_since).");
        } catch (Throwable failure) {
            if (workers.isShutdown()) {
                // Told as interrupted when the server is there again.
                return;
            }
            // Without its message, which may hold what was to be exported.
            LOG.log(System.Logger.Level.ERROR, "An export failed: {0}", causes(failure));
            fail(id, "The server failed to make this export. The reason is in its log.");
        } finally {
            underWay.remove(id);
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

    private void fail(UUID id, String reason) {
        try {
            parts.store().failed(id, reason, limits.kept());
        } catch (RuntimeException e) {
            // It will be told as interrupted.
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
            parts.store().alive(underWay, limits.kept());
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "Exports could not be said to go on: {0}", causes(e));
        }
        clean();
    }

    private void clean() {
        try {
            parts.store().clean();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "Exports could not be removed: {0}", causes(e));
        }
    }

    private static String asker(String who) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(who.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
        clock.shutdownNow();
        try {
            // While there still is a database.
            workers.awaitTermination(TICK_SECONDS, TimeUnit.SECONDS);
            clock.awaitTermination(TICK_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
