package health.kedja.pathway;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The chain that one index fracture opened, as it stands on a day.
 *
 * @param indexFracture the Condition, such as {@code Condition/7}
 * @param fractures all Conditions of the episode, the index fracture first
 * @param fractureDate day of the fracture: the earliest of the episode
 * @param site site code of the guideline, such as {@code hip}
 * @param risk risk of a new fracture
 * @param status where the chain stands
 * @param endReason why it ended, or null
 * @param completion done ÷ applicable steps, 0 to 1, two decimals; 1 when no step applies
 * @param steps the steps in order of {@link StepCode}
 * @param type which steps the unit that runs the chain answers for
 */
public record FractureChain(
        String indexFracture,
        List<String> fractures,
        LocalDate fractureDate,
        String site,
        RiskLevel risk,
        ChainStatus status,
        EndReason endReason,
        BigDecimal completion,
        List<Step> steps,
        ChainType type) {

    public FractureChain {
        fractures = List.copyOf(fractures);
        steps = List.copyOf(steps);
    }

    /**
     * Where a patient is in the fracture chain.
     *
     * @param history everything known of the patient; what is dated after {@code asOf} makes no difference
     * @param guideline the care programme to go by
     * @param asOf the day to answer for
     */
    public static ChainReport evaluate(History history, Guideline guideline, LocalDate asOf) {
        return evaluate(history, guideline, asOf, Map.of());
    }

    /**
     * Where a patient is in the fracture chain, when units state which steps they answer for.
     *
     * @param units the type of each unit that states one, by its resource, such as {@code Organization/7}
     */
    public static ChainReport evaluate(
            History history, Guideline guideline, LocalDate asOf, Map<String, ChainType> units) {
        List<Event> events = history.events();
        return new PatientEvaluation(Visible.until(asOf, events), events, guideline, asOf, units).report();
    }
}
