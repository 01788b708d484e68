package health.kedja.server;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs a failure of the server: which exception, and where. Never its message, which may quote what a client sent or
 * the database holds.
 */
@Interceptor
public final class FailureLog {

    private static final Logger LOG = LoggerFactory.getLogger("health.kedja.failure");
    private static final int SERVER_ERROR = 500;
    private static final int CAUSES = 10;
    private static final int FRAMES = 8;

    /** @return always true: the answer is given as usual */
    @Hook(Pointcut.SERVER_HANDLE_EXCEPTION)
    public boolean failed(BaseServerResponseException exception) {
        if (exception.getStatusCode() >= SERVER_ERROR) {
            LOG.atError()
                    .addKeyValue("status", exception.getStatusCode())
                    .addKeyValue("causes", causes(exception))
                    .log("The server could not answer a request");
        }
        return true;
    }

    static List<String> causes(Throwable failure) {
        List<String> causes = new ArrayList<>();
        for (Throwable cause = failure; cause != null && causes.size() < CAUSES; cause = cause.getCause()) {
            List<StackTraceElement> frames = List.of(cause.getStackTrace());
            causes.add(cause.getClass().getName() + " at " + frames.subList(0, Math.min(FRAMES, frames.size())));
        }
        return causes;
    }
}
