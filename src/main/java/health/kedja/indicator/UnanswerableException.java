package health.kedja.indicator;

/** A question that an indicator cannot answer; the message says why, for whoever asked. */
public final class UnanswerableException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    /** What part of the question is at fault. */
    public enum Part {
        PERIOD,
        STANDARD_POPULATION,
        STRATIFIERS
    }

    private final Part part;

    public UnanswerableException(Part part, String message) {
        super(message);
        this.part = part;
    }

    public Part part() {
        return part;
    }
}
