package health.kedja.pathway;

import java.time.LocalDate;
import java.util.List;

/**
 * What the care programme makes of one chain: why the risk is what it is, what it advises, and what must be known to
 * decide. Support for a decision that a clinician takes; nothing here changes the chain.
 *
 * @param riskReasons why the risk is what it is, those that set it first
 * @param lines what is advised, in order of preference; what is ruled out comes last
 * @param missing what must be known and is not recorded
 */
public record Advice(List<RiskReason> riskReasons, List<AdviceLine> lines, List<MissingData> missing) {

    private static final Advice NONE = new Advice(List.of(), List.of(), List.of());

    public Advice {
        riskReasons = List.copyOf(riskReasons);
        lines = List.copyOf(lines);
        missing = List.copyOf(missing);
    }

    /**
     * The advice on one chain of a patient.
     *
     * @param history what the chain was evaluated from
     * @param guideline the care programme; one without advice gives none
     * @param chain a chain of {@link FractureChain#evaluate} for the same history, guideline and day
     * @param asOf the day to answer for
     */
    public static Advice of(History history, Guideline guideline, FractureChain chain, LocalDate asOf) {
        // The type of chain changes who answers for a step, not what counts for a fracture.
        return PatientCare.of(history, guideline, asOf).advice(chain);
    }

    static Advice of(PatientEvaluation patient, Guideline guideline, FractureChain chain) {
        if (guideline.advice().isEmpty()) {
            return NONE;
        }
        String fracture = chain.indexFracture();
        boolean current = chain.status() != ChainStatus.ENDED && patient.isNewest(fracture) && !patient.isDead();
        return new AdviceEvaluation(
                        patient.courseOf(fracture), guideline.advice().get(), chain, current)
                .advice();
    }
}
