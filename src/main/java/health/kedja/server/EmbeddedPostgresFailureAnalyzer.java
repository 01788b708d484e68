package health.kedja.server;

import health.kedja.server.postgres.EmbeddedPostgresException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows why the embedded PostgreSQL does not start, in place of a stack trace; the message says what to do. */
class EmbeddedPostgresFailureAnalyzer extends AbstractFailureAnalyzer<EmbeddedPostgresException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, EmbeddedPostgresException cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Do what is said above, name another directory (kedja.database.directory), or a PostgreSQL of your own"
                        + " (spring.datasource.url).",
                cause);
    }
}
