package health.kedja.server;

/** An indicator file that cannot be used; the message names the file, the line and the field. Stops the start. */
public final class IndicatorFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    IndicatorFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
