package health.kedja.pathway;

import java.util.List;

/**
 * What is done against the next fracture beside drugs.
 *
 * @param lookBackDays days before the fracture from which something counts
 * @param measures the measures, in the order of answers
 */
public record PreventionRules(int lookBackDays, List<MeasureRule> measures) {

    public PreventionRules {
        Check.range("look-back-days", lookBackDays, 0, 36600);
        measures = List.copyOf(measures);
        if (measures.stream().map(MeasureRule::id).distinct().count() < measures.size()) {
            throw new IllegalArgumentException("Two measures of prevention have the same id");
        }
    }
}
