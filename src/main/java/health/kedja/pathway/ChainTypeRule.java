package health.kedja.pathway;

import java.util.List;
import java.util.Set;

/**
 * What a unit of one type hands over.
 *
 * @param title words for people
 * @param rule the rule
 * @param handedOver steps that the unit hands over; it answers for all others
 * @param handedOverBy what shows, on or after the fracture, that they were handed over; any one is enough
 */
public record ChainTypeRule(String title, Rule rule, Set<StepCode> handedOver, List<EvidenceToken> handedOverBy) {

    public ChainTypeRule {
        handedOver = Set.copyOf(handedOver);
        handedOverBy = List.copyOf(handedOverBy);
        if (handedOver.isEmpty() != handedOverBy.isEmpty()) {
            throw new IllegalArgumentException("handed-over and handed-over-by go together");
        }
    }
}
