package health.kedja.pathway;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A drug, or a class of drugs, that the care programme offers.
 *
 * @param id name within the file
 * @param name words for people
 * @param rule the rule
 * @param rank place in the order of preference, 1 first; the same for equal choices
 * @param strength how strongly it is advised
 * @param priority priority in the national guideline, 1 (highest) to 10, when it states one
 * @param atc beginnings of the ATC codes of the substances
 * @param route how it is given
 * @param regimen how often, when a source says so
 * @param level where it is given
 * @param needs ids of what must be known first
 * @param notWith ids of findings that rule it out
 * @param onlyWith ids of findings of which one must be there; empty when none is asked for
 * @param cautionWith ids of findings that call for caution
 * @param course how long it is given before the next decision, when a source says so
 * @param whenStopped the rule for stopping it, when there is one
 */
public record DrugOption(
        String id,
        String name,
        Rule rule,
        int rank,
        Strength strength,
        OptionalInt priority,
        List<String> atc,
        Route route,
        Optional<AdvisedRegimen> regimen,
        CareLevel level,
        List<String> needs,
        List<String> notWith,
        List<String> onlyWith,
        List<String> cautionWith,
        Optional<CourseLength> course,
        Optional<Rule> whenStopped) {

    /**
     * How long a course is.
     *
     * @param rule the rule
     * @param months months from the first dose to the next decision
     */
    public record CourseLength(Rule rule, int months) {

        public CourseLength {
            Check.range("months", months, 1, 240);
        }
    }

    public DrugOption {
        Check.range("rank", rank, 1, 100);
        atc = List.copyOf(atc);
        needs = List.copyOf(needs);
        notWith = List.copyOf(notWith);
        onlyWith = List.copyOf(onlyWith);
        cautionWith = List.copyOf(cautionWith);
        if (atc.isEmpty()) {
            throw new IllegalArgumentException("The option '" + id + "' names no ATC code");
        }
    }

    boolean isOf(String code) {
        return code != null && atc.stream().anyMatch(code::startsWith);
    }
}
