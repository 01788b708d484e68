package health.kedja.pathway;

import java.util.Optional;

/**
 * A recorded fracture that opened no chain.
 *
 * @param fracture the Condition, such as {@code Condition/7}
 * @param reason why
 * @param rule the rule that keeps it out; empty where the record leaves no choice, or no rule names its site
 */
public record ExcludedFracture(String fracture, ExclusionReason reason, Optional<Rule> rule) {}
