package health.kedja.pathway;

import java.time.LocalDate;
import java.util.List;

/**
 * What is known of one preventive measure after a fracture.
 *
 * @param id id of the measure in the guideline
 * @param title its name in the guideline
 * @param status what counts: done before declined, declined before offered, whatever came first
 * @param offered day on which it was first offered, or null
 * @param done day on which it was first done, or null
 * @param declined day on which it was last declined or decided against, or null
 * @param reason why it was not done, where {@code declined} is known
 * @param evidence the resources that say so, in order of day
 * @param rule id of the rule
 * @param certainty how well that rule is known
 */
public record PreventionMeasure(
        String id,
        String title,
        MeasureStatus status,
        LocalDate offered,
        LocalDate done,
        LocalDate declined,
        StepReason reason,
        List<String> evidence,
        String rule,
        Certainty certainty) {

    public PreventionMeasure {
        evidence = List.copyOf(evidence);
    }
}
