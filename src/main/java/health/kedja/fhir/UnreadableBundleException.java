package health.kedja.fhir;

/** A Bundle that cannot be read as the history of one patient; the message says why, without identifiers of people. */
public final class UnreadableBundleException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableBundleException(String message) {
        super(message);
    }
}
