package health.kedja.server;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/**
 * What every answer of the server has, whoever gives it: headers that keep browsers from guessing, keeping and framing
 * it, and an OperationOutcome where there is an error and nobody else has said anything. It stands before everything
 * else, so that a request line that cannot be read gets them too. Tomcat makes it, so it is public.
 */
public final class EveryAnswer extends ErrorReportValve {

    /** Nothing may be loaded, run or framed. The HTML view of resources relaxes it; see {@link HtmlView}. */
    static final String NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final String ONE_YEAR = "max-age=31536000";
    private static final int FIRST_ERROR = 400;
    private static final int FIRST_SERVER_ERROR = 500;

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Security-Policy", NOTHING);
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Frame-Options", "DENY");
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", ONE_YEAR);
        }
        super.invoke(request, response);
    }

    @Override
    protected void report(Request request, Response response, Throwable failure) {
        int status = response.getStatus();
        if (status < FIRST_ERROR || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            OutcomeResponse.write(response, status, type(status), words(status));
            response.finishResponse();
        } catch (IOException | IllegalStateException gone) {
            // The client does not listen any more.
        }
    }

    private static IssueType type(int status) {
        return switch (status) {
            case 404 -> IssueType.NOTFOUND;
            case 405, 501 -> IssueType.NOTSUPPORTED;
            case 401 -> IssueType.LOGIN;
            case 403 -> IssueType.FORBIDDEN;
            default -> status < FIRST_SERVER_ERROR ? IssueType.INVALID : IssueType.EXCEPTION;
        };
    }

    private static String words(int status) {
        return switch (status) {
            case 400 -> "The request cannot be read: its line or headers are not as HTTP writes them, or are too long.";
            case 401 -> "Who asks is not known.";
            case 403 -> "This is not allowed.";
            case 404 -> "There is nothing at this address. The FHIR API is at /fhir.";
            case 405 -> "This method is not offered at this address.";
            default ->
                status < FIRST_SERVER_ERROR
                        ? "The request is refused with status " + status + "."
                        : "The server failed to answer. The reason is in its log.";
        };
    }
}
