package health.kedja.server;

/** A guideline file that cannot be used; the message names the file, the line and the field. Stops the start. */
public final class GuidelineFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    GuidelineFileException(String message) {
        super(message);
    }

    GuidelineFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
