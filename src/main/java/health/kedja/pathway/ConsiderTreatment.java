package health.kedja.pathway;

import java.util.Optional;
import java.util.Set;

/**
 * A reason to consider treatment beside the indications of {@link TreatmentRules}; all that it states must hold. It
 * changes no step.
 *
 * @param id name within the file
 * @param rule the rule
 * @param riskReasons one of these must be there; empty when none is asked for
 * @param fraxPercent FRAX, major osteoporotic fracture in 10 years, percent
 * @param tScore lowest T-score, in standard deviations
 */
public record ConsiderTreatment(
        String id, Rule rule, Set<RiskReasonCode> riskReasons, Optional<Limit> fraxPercent, Optional<Limit> tScore) {

    public ConsiderTreatment {
        riskReasons = Set.copyOf(riskReasons);
        if (riskReasons.isEmpty() && fraxPercent.isEmpty() && tScore.isEmpty()) {
            throw new IllegalArgumentException("'" + id + "' states no reason to consider treatment");
        }
    }
}
