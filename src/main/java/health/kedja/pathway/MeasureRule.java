package health.kedja.pathway;

import java.util.List;

/**
 * A preventive measure that is no drug.
 *
 * @param id id in answers, such as {@code smoking}
 * @param title words for people
 * @param rule the rule
 * @param doneBy what shows that it was done
 * @param offeredBy what shows that it was offered, such as a referral
 * @param perhapsBy records that may mean it but do not say; they count only when they have no code of their own
 */
public record MeasureRule(
        String id,
        String title,
        Rule rule,
        List<EvidenceToken> doneBy,
        List<EvidenceToken> offeredBy,
        List<EvidenceToken> perhapsBy) {

    public MeasureRule {
        if (!id.matches("[a-z0-9][a-z0-9-]*")) {
            throw new IllegalArgumentException("'" + id + "' is no id: lower case letters, digits, hyphens");
        }
        doneBy = List.copyOf(doneBy);
        offeredBy = List.copyOf(offeredBy);
        perhapsBy = List.copyOf(perhapsBy);
        if (doneBy.isEmpty()) {
            throw new IllegalArgumentException("'" + id + "' names nothing that shows that it was done");
        }
    }
}
