package health.kedja.pathway;

import java.util.List;

/**
 * What the reply on a scan is to state. A scan that is recorded without a T-score has not been replied to in full: the
 * missing T-score is then asked for by this rule.
 *
 * @param rule the rule
 * @param states what it states, in words
 */
public record DensityReply(Rule rule, List<String> states) {

    public DensityReply {
        states = List.copyOf(states);
        if (states.isEmpty()) {
            throw new IllegalArgumentException("density-reply states nothing");
        }
    }
}
