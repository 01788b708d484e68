package health.kedja.pathway;

import java.util.Objects;

/**
 * What an answer points to when it explains itself.
 *
 * @param id id within the guideline file, such as {@code D09} or {@code IOF-4}
 * @param source document and section that states the rule
 * @param certainty how well it is known
 */
public record Rule(String id, String source, Certainty certainty) {

    public Rule {
        if (id.isBlank() || source.isBlank()) {
            throw new IllegalArgumentException("A rule needs an id and a source");
        }
        Objects.requireNonNull(certainty, "certainty");
    }
}
