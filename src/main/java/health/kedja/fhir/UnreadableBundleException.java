package health.kedja.fhir;

/** A Bundle that cannot be read as the history of one patient; the message says why, in English, without patient data. */
public final class UnreadableBundleException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableBundleException(String message) {
        super(message);
    }
}
