package health.kedja.fhir;

import health.kedja.pathway.Rule;
import java.util.List;
import java.util.Optional;

/**
 * One rule of a guideline and what it states, for people.
 *
 * @param place where it stands, such as {@code entry}, {@code sites}, {@code hip}
 * @param rule id, source and certainty; empty for fields that no rule stands beside
 * @param statements the fields that the rule is about
 */
public record GuidelineRule(List<String> place, Optional<Rule> rule, List<Statement> statements) {

    /**
     * One field.
     *
     * @param record simple name of the record that holds it, such as {@code EntryRules}
     * @param field its component, such as {@code minimumAgeYears}
     * @param value the value in words
     */
    public record Statement(String record, String field, String value) {}

    public GuidelineRule {
        place = List.copyOf(place);
        statements = List.copyOf(statements);
    }
}
