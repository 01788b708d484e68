package health.kedja.server;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows what is wrong with a guideline file, in place of a stack trace. */
class GuidelineFileFailureAnalyzer extends AbstractFailureAnalyzer<GuidelineFileException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, GuidelineFileException cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Correct the file, or the settings kedja.guideline and kedja.guideline-directory.",
                cause);
    }
}
