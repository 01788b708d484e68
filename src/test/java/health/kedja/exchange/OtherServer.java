package health.kedja.exchange;

import static org.awaitility.Awaitility.await;

import health.kedja.FhirHttp;
import health.kedja.KedjaServerExtension;
import health.kedja.history.Receipt;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;

/**
 * What makes exports in another server on the database of the shared one. Who asks the shared one for them is told how far they
 * are, and gets the files.
 */
final class OtherServer implements AutoCloseable {

    private static final int EACH = 3;

    private final KedjaServerExtension server;
    private final ExportJobs jobs;

    private OtherServer(KedjaServerExtension server, ExportSetup.Contents contents, ExportLimits limits) {
        this.server = server;
        this.jobs = new ExportSetup(
                        server.bean(ExportSetup.Database.class),
                        contents,
                        server.bean(ExportSetup.Callers.class),
                        limits)
                .jobs(server.bean(Clock.class));
    }

    /** One that makes them within limits of its own. */
    static OtherServer within(KedjaServerExtension server, long most, int ofFile) {
        return new OtherServer(
                server,
                server.bean(ExportSetup.Contents.class),
                new ExportLimits(Duration.ofHours(1), EACH, most, ofFile));
    }

    /** One that begins them, and does not get far. */
    static OtherServer stuck(KedjaServerExtension server) {
        ExportSetup.Contents all = server.bean(ExportSetup.Contents.class);
        ExportSetup.Contents never =
                new ExportSetup.Contents(all.types(), all.versions(), all.past(), all.filters(), () -> {
                    try {
                        new CountDownLatch(1).await();
                        throw new AssertionError("nobody counts it down");
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                        throw new IllegalStateException(e);
                    }
                });
        return new OtherServer(server, never, new ExportLimits(Duration.ofHours(1), EACH, Long.MAX_VALUE));
    }

    /** One that starts, and finds what others have left. */
    static OtherServer started(KedjaServerExtension server) {
        OtherServer other = within(server, Long.MAX_VALUE, EACH);
        other.jobs.restore();
        other.jobs.goOn();
        return other;
    }

    /** Begins an export of the Patient resources of these, for everybody. */
    Begun begin(String... patients) {
        return begin(ExportReach.EVERYTHING, patients);
    }

    Begun begin(ExportReach reach, String... patients) {
        ExportRequest request = new ExportRequest(
                ExportRequest.Level.PATIENT,
                server.fhirBase() + "/Patient/$export",
                Set.of("Patient"),
                Optional.empty(),
                new Receipt(server.dataSource()).now(),
                Map.of("Patient", List.of("Patient?birthdate=gt1900-01-01")),
                Optional.of(Set.of(patients)));
        return new Begun(server, jobs.start(new ExportWork(request, reach, Optional.empty())));
    }

    record Begun(KedjaServerExtension server, UUID id) {

        String status() {
            return server.fhirBase() + "/$export-poll-status?_jobId=" + id;
        }

        /** Why it failed. */
        String failure() {
            FhirHttp http = new FhirHttp(server.fhirBase());
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> http.get(status()).status() != 202);
            return http.get(status()).expect(500).diagnostics();
        }
    }

    @Override
    public void close() {
        jobs.close();
    }
}
