package health.kedja.pathway;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * The chain that one index fracture opened, as it stands on a day.
 *
 * @param indexFracture the Condition, such as {@code Condition/7}
 * @param fractureDate day of the fracture
 * @param site site code of the guideline, such as {@code hip}
 * @param risk risk of a new fracture
 * @param status where the chain stands
 * @param endReason why it ended, or null
 * @param completion done ÷ applicable steps, 0 to 1, two decimals; 1 when no step applies
 * @param steps the steps in order of {@link StepCode}
 */
public record FractureChain(
        String indexFracture,
        LocalDate fractureDate,
        String site,
        RiskLevel risk,
        ChainStatus status,
        EndReason endReason,
        BigDecimal completion,
        List<Step> steps) {

    public FractureChain {
        steps = List.copyOf(steps);
    }
}
