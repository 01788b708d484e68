package health.kedja.access.audit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
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
        if (Recording.SERVICES.equals(request.getServletPath())) {
            return request.getPathInfo() == null && request.getMethod().equals("GET");
        }
        // A servlet that answers one address has all of it as its own path.
        return request.getPathInfo() == null
                ? PUBLIC.stream().anyMatch(request.getServletPath()::endsWith)
                : PUBLIC.contains(request.getPathInfo());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Recording recording = Recording.start(request, String.valueOf(request.getAttribute(requestIdAttribute)));
        RecordedAnswer answer = new RecordedAnswer(response, recording);
        try {
            chain.doFilter(request, answer);
            answer.record(answer.getStatus());
        } catch (ServletException | IOException | RuntimeException e) {
            answer.record(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
            if (!answer.isRefused()) {
                throw e;
            }
        } finally {
            answer.end();
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

    /**
     * Whoever asks for a place to write the answer to gets it when the request is recorded, and one that leads nowhere when
     * it cannot be: an exception would be logged by the endpoint, with what it was about to answer.
     */
    private final class RecordedAnswer extends HttpServletResponseWrapper {

        private final Recording recording;
        private boolean expected = true;
        private boolean recorded;
        private boolean refused;

        RecordedAnswer(HttpServletResponse response, Recording recording) {
            super(response);
            this.recording = recording;
            trail.expect();
        }

        boolean isRefused() {
            return refused;
        }

        /** Once; what comes later changes nothing. */
        private void record(int status) {
            if (!recorded && !refused) {
                try {
                    trail.record(AccessesOfRequest.of(recording, status));
                    recorded = true;
                } catch (RuntimeException e) {
                    refused = true;
                    LOG.log(System.Logger.Level.ERROR, "An access could not be recorded: {0}", cause(e));
                } finally {
                    end();
                }
            }
        }

        /** Once: others that are to be recorded wait for it no longer. */
        private void end() {
            if (expected) {
                expected = false;
                trail.expectNoLonger();
            }
        }

        @Override
        public PrintWriter getWriter() throws IOException {
            record(getStatus());
            return refused ? new PrintWriter(Writer.nullWriter()) : super.getWriter();
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            record(getStatus());
            return refused ? new Nowhere() : super.getOutputStream();
        }

        @Override
        public void sendError(int status) throws IOException {
            record(status);
            if (!refused) {
                super.sendError(status);
            }
        }

        @Override
        public void sendError(int status, String message) throws IOException {
            record(status);
            if (!refused) {
                super.sendError(status, message);
            }
        }

        @Override
        public void sendRedirect(String location) throws IOException {
            record(SC_FOUND);
            if (!refused) {
                super.sendRedirect(location);
            }
        }

        @Override
        public void flushBuffer() throws IOException {
            record(getStatus());
            if (!refused) {
                super.flushBuffer();
            }
        }
    }

    private static final class Nowhere extends ServletOutputStream {

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException("Nothing here is asynchronous");
        }

        @Override
        public void write(int octet) {
            // The client is told that there is no answer.
        }
    }
}
