package health.kedja.pathway;

import java.time.LocalDate;
import java.util.List;

/**
 * Something that must be known to decide and is not recorded.
 *
 * @param code what, such as {@code frax} or {@code egfr}
 * @param name words for people, from the guideline
 * @param neededFor steps and options of the advice that wait for it
 * @param rule the rule that asks for it
 * @param due last day on time of the step that waits for it
 */
public record MissingData(String code, String name, List<String> neededFor, Rule rule, LocalDate due) {

    public MissingData {
        neededFor = List.copyOf(neededFor);
    }
}
