package health.kedja.pathway;

/**
 * A recorded fracture that opened no chain.
 *
 * @param fracture the Condition, such as {@code Condition/7}
 * @param reason why
 */
public record ExcludedFracture(String fracture, ExclusionReason reason) {}
