package health.kedja.access.audit;

/** How an access ended, with the code of {@code AuditEvent.outcome}. */
enum Outcome {
    DONE(0),
    /** Denied, or not possible: the client's side. */
    REFUSED(4),
    FAILED(8);

    private static final int BAD_REQUEST = 400;
    private static final int SERVER_ERROR = 500;

    private final int code;

    Outcome(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static Outcome ofStatus(int status) {
        return status < BAD_REQUEST ? DONE : status < SERVER_ERROR ? REFUSED : FAILED;
    }

    static Outcome ofCode(int code) {
        for (Outcome outcome : values()) {
            if (outcome.code == code) {
                return outcome;
            }
        }
        throw new IllegalArgumentException("No outcome has the code " + code);
    }
}
