package health.kedja.exchange;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.ResourceParam;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.UnclassifiedServerFailureException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import health.kedja.access.audit.Denial;
import health.kedja.exchange.ExportRequest.Level;
import health.kedja.exchange.ExportStore.Export;
import health.kedja.exchange.ExportStore.File;
import health.kedja.operation.Accepted;
import health.kedja.operation.BadParameter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hl7.fhir.r4.model.Group;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;

/**
 * The doors of bulk export (FHIR Bulk Data Access 2.0): {@code $export} of the system, of Patient and of a Group, how far it
 * has come, and the files.
 */
public final class ExportProvider implements AutoCloseable {

    private static final String NAME = "$export";
    private static final String STATUS = "$export-poll-status";
    private static final String FILE = "$export-file";
    private static final String DEFINITIONS = "http://hl7.org/fhir/uv/bulkdata/OperationDefinition/";
    private static final int FAILED = 500;
    /** A client that waits for long need not ask often. */
    private static final int MOST_SECONDS_BETWEEN = 30;

    private final ExportPlan plan;
    private final ExportJobs jobs;
    private final ExportSetup.Callers callers;
    private final Manifest manifest;
    private final Clock clock;

    ExportProvider(ExportPlan plan, ExportJobs jobs, ExportSetup.Callers callers, Manifest manifest, Clock clock) {
        this.plan = plan;
        this.jobs = jobs;
        this.callers = callers;
        this.manifest = manifest;
        this.clock = clock;
    }

    /** Of everything. */
    @Operation(name = NAME, idempotent = true, canonicalUrl = DEFINITIONS + "export")
    public Parameters ofSystem(@ResourceParam Parameters body, RequestDetails request) {
        throw begun(Level.SYSTEM, Optional.empty(), body, request);
    }

    /** Of all patients, or of those named. */
    @Operation(name = NAME, type = Patient.class, idempotent = true, canonicalUrl = DEFINITIONS + "patient-export")
    public Parameters ofPatients(@ResourceParam Parameters body, RequestDetails request) {
        throw begun(Level.PATIENT, Optional.empty(), body, request);
    }

    /** Of the members of a Group. */
    @Operation(name = NAME, type = Group.class, idempotent = true, canonicalUrl = DEFINITIONS + "group-export")
    public Parameters ofGroup(@IdParam IdType id, @ResourceParam Parameters body, RequestDetails request) {
        throw begun(Level.GROUP, Optional.of(id.getIdPart()), body, request);
    }

    private Accepted begun(Level level, Optional<String> group, Parameters body, RequestDetails request) {
        ExportReach reach = callers.reach().apply(request);
        UUID id = jobs.start(new ExportWork(
                plan.make(level, group, body, request, reach),
                reach,
                callers.recorded() ? Optional.of(callers.audit().apply(request)) : Optional.empty()));
        Accepted accepted = new Accepted("The export is being made. Ask for it where Content-Location says.");
        accepted.addResponseHeader("Content-Location", request.getFhirServerBase() + "/" + STATUS + "?_jobId=" + id);
        return accepted;
    }

    /** How far an export has come, and the list of its files when it is done; DELETE gives it up. */
    @Operation(name = STATUS, idempotent = true, deleteEnabled = true, manualResponse = true)
    public void status(ServletRequestDetails request) throws IOException {
        Export export = require(request);
        if (request.getRequestType() == RequestTypeEnum.DELETE) {
            jobs.giveUp(export.id());
            throw new Accepted("The export is given up, and its files are removed.");
        }
        if (export.failure().isPresent()) {
            throw failed(export.failure().get());
        }
        if (export.ended().isEmpty()) {
            throw underWay(export);
        }
        HttpServletResponse response = request.getServletResponse();
        response.setContentType("application/json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(
                "Expires",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(export.expires().atOffset(ZoneOffset.UTC)));
        String files = request.getFhirServerBase() + "/" + FILE + "?_jobId=" + export.id() + "&_file=";
        response.getWriter().write(manifest.of(export, jobs.store().files(export.id()), file -> files + file.name()));
    }

    private Accepted underWay(Export export) {
        String progress = export.progress().isEmpty() ? "waiting" : export.progress();
        Accepted accepted = new Accepted("The export is being made: " + progress + ".");
        long seconds = Duration.between(export.begun(), clock.instant()).toSeconds() / 10;
        accepted.addResponseHeader("X-Progress", progress);
        accepted.addResponseHeader("Retry-After", String.valueOf(Math.max(1, Math.min(seconds, MOST_SECONDS_BETWEEN))));
        return accepted;
    }

    private static UnclassifiedServerFailureException failed(String reason) {
        OperationOutcome outcome = new OperationOutcome();
        outcome.addIssue()
                .setSeverity(IssueSeverity.ERROR)
                .setCode(IssueType.EXCEPTION)
                .setDiagnostics(reason);
        return new UnclassifiedServerFailureException(FAILED, reason, outcome);
    }

    /** A file of an export, one resource a line. */
    @Operation(name = FILE, idempotent = true, manualResponse = true)
    public void file(ServletRequestDetails request) throws IOException {
        Export export = require(request);
        File file = jobs.store()
                .file(export.id(), text(request, "_file"))
                .filter(one -> export.ended().isPresent() && export.failure().isEmpty())
                .orElseThrow(() -> unknown("_file"));
        HttpServletResponse response = request.getServletResponse();
        response.setContentType("application/fhir+ndjson");
        response.setContentLengthLong(file.octets());
        response.setHeader("Content-Disposition", "attachment; filename=\"" + file.name() + "\"");
        jobs.store().write(export.id(), file.name(), response.getOutputStream());
    }

    /** An export that whoever asks has asked for. That of another is not told from one that never was. */
    private Export require(ServletRequestDetails request) {
        ExportReach reach = callers.reach().apply(request);
        Optional<Export> found = jobs.find(text(request, "_jobId"));
        found.filter(export -> !jobs.isOf(export, reach))
                .ifPresent(other -> Denial.note(request.getServletRequest(), "another caller", null, Set.of()));
        return found.filter(export -> jobs.isOf(export, reach)).orElseThrow(() -> unknown("_jobId"));
    }

    private static RuntimeException unknown(String parameter) {
        return BadParameter.notFound(
                parameter,
                "there is no such export of yours: it has expired or was given up, or it was never asked for, or asked for"
                        + " with other rights.");
    }

    private static String text(RequestDetails request, String name) {
        String[] values = request.getParameters().get(name);
        if (values == null || values.length != 1) {
            throw BadParameter.of(name, "must be given once. Use the address as it was given.");
        }
        return values[0];
    }

    /** Before anybody asks: what was under way is known again, whatever became of the database. */
    public void restore() {
        jobs.restore();
    }

    /** When all else is there: makes what was under way when a server stopped, now and from now on. */
    public void goOn() {
        jobs.goOn();
    }

    @Override
    public void close() {
        jobs.close();
    }
}
