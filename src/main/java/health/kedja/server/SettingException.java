package health.kedja.server;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Settings with which the server does not start. */
final class SettingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String action;

    /** @param action what to do about it */
    SettingException(String problem, String action) {
        super(problem);
        this.action = action;
    }

    /** Says what is wrong and what to do, in place of a stack trace. Before Spring's own, which knows less of it. */
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static final class Analyzer extends AbstractFailureAnalyzer<SettingException> {

        @Override
        protected FailureAnalysis analyze(Throwable rootFailure, SettingException cause) {
            return new FailureAnalysis(cause.getMessage(), cause.action, cause);
        }
    }
}
