package health.kedja.access.audit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Records every request before the first byte of its answer can leave. When it cannot be recorded the client gets
 * status 503 and nothing else.
 */
public final class AuditFilter extends OncePerRequestFilter {

    /** What says nothing of what is stored, and is asked for before anyone has a token. */
    private static final Set<String> PUBLIC = Set.of("/metadata", "/.well-known/smart-configuration");

    private static final System.Logger LOG = System.getLogger(AuditFilter.class.getName());

    private final AuditTrail trail;
    private final String requestIdAttribute;

    /** @param requestIdAttribute of a request: its id, as in the log */
    public AuditFilter(AuditTrail trail, String requestIdAttribute) {
        this.trail = trail;
        this.requestIdAttribute = requestIdAttribute;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getPathInfo() != null && PUBLIC.contains(request.getPathInfo());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Recording recording = Recording.start(request, String.valueOf(request.getAttribute(requestIdAttribute)));
        RecordedAnswer answer = new RecordedAnswer(response, recording);
        try {
            chain.doFilter(request, answer);
            answer.record();
        } catch (ServletException | IOException | RuntimeException e) {
            if (!answer.isRefused()) {
                answer.recordFailure();
            }
            if (!answer.isRefused()) {
                throw e;
            }
        }
        if (answer.isRefused()) {
            refuse(response);
        }
    }

    private static void refuse(HttpServletResponse response) throws IOException {
        response.reset();
        response.setStatus(AuditUnavailableException.STATUS);
        response.setContentType("application/fhir+json;charset=UTF-8");
        response.getWriter()
                .write(
                        "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"error\",\"code\":\"transient\","
                                + "\"diagnostics\":\"" + AuditUnavailableException.MESSAGE + "\"}]}");
    }

    /** Without its message, which may hold what was to be recorded. */
    private static String cause(RuntimeException failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        String state = cause instanceof SQLException sql ? " " + sql.getSQLState() : "";
        return cause.getClass().getName() + state;
    }

    /** Whoever asks for a place to write the answer to gets it when the request is recorded. */
    private final class RecordedAnswer extends HttpServletResponseWrapper {

        private final Recording recording;
        private boolean recorded;
        private AuditUnavailableException refused;

        RecordedAnswer(HttpServletResponse response, Recording recording) {
            super(response);
            this.recording = recording;
        }

        boolean isRefused() {
            return refused != null;
        }

        void record() {
            record(getStatus());
        }

        void recordFailure() {
            try {
                record(SC_INTERNAL_SERVER_ERROR);
            } catch (AuditUnavailableException e) {
                // Answered as such.
            }
        }

        private void record(int status) {
            if (refused != null) {
                throw refused;
            }
            if (!recorded) {
                try {
                    trail.record(AccessesOfRequest.of(recording, status));
                    recorded = true;
                } catch (RuntimeException e) {
                    refused = e instanceof AuditUnavailableException known ? known : new AuditUnavailableException(e);
                    LOG.log(System.Logger.Level.ERROR, "An access could not be recorded: {0}", cause(e));
                    throw refused;
                }
            }
        }

        @Override
        public PrintWriter getWriter() throws IOException {
            record();
            return super.getWriter();
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            record();
            return super.getOutputStream();
        }

        @Override
        public void sendError(int status) throws IOException {
            record(status);
            super.sendError(status);
        }

        @Override
        public void sendError(int status, String message) throws IOException {
            record(status);
            super.sendError(status, message);
        }

        @Override
        public void sendRedirect(String location) throws IOException {
            record(SC_FOUND);
            super.sendRedirect(location);
        }

        @Override
        public void flushBuffer() throws IOException {
            record();
            super.flushBuffer();
        }
    }
}
