package health.kedja.pathway;

import java.util.List;

/**
 * One of the four answers.
 *
 * @param question the question
 * @param yes the answer; null when it is missing
 * @param evidence the resources that say so; empty when it is missing
 */
public record FramoAnswer(FramoQuestion question, Boolean yes, List<String> evidence) {

    public FramoAnswer {
        evidence = List.copyOf(evidence);
    }

    static FramoAnswer missing(FramoQuestion question) {
        return new FramoAnswer(question, null, List.of());
    }

    /** Whether the record does not say. */
    public boolean isMissing() {
        return yes == null;
    }
}
