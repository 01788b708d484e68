package health.kedja.pathway;

import java.util.Locale;

/** Why a step does not apply, was declined, or what it waits for. */
public enum StepReason {
    /** The guideline sets the risk by fracture site; no calculation is needed. */
    RISK_SET_BY_SITE,
    /** The risk is low under the guideline. */
    LOW_RISK,
    /** The guideline does not ask for it given the results so far. */
    NOT_INDICATED,
    /** The patient declined. */
    DECLINED,
    /** Contraindicated. */
    CONTRAINDICATED,
    /** Life expectancy is too short for benefit. */
    LIMITED_LIFE_EXPECTANCY,
    /** It could not be carried out. */
    UNABLE,
    /** Decided against for another recorded reason. */
    OTHER_REASON,
    /** The patient died before it was due. */
    DEATH,
    /** A newer fracture opened a chain of its own before it was due. */
    NEW_FRACTURE,
    /** No treatment is given, so there is nothing to monitor or adhere to. */
    NO_TREATMENT,
    /** The patient was on a bone-specific drug when the bone broke: the treatment needs review. */
    REVIEW_ONGOING_TREATMENT,
    /** Waits for the risk assessment. */
    WAITS_FOR_RISK_ASSESSMENT,
    /** Waits for bone density. */
    WAITS_FOR_BONE_DENSITY,
    /** Waits for treatment to start. */
    WAITS_FOR_TREATMENT,
    /** Some of what the step asks for is recorded, the rest is missing. */
    INCOMPLETE,
    /** The unit has handed the step over, as chains of its type do. */
    HANDED_OVER;

    /** The code in FHIR answers: lower case with hyphens. */
    public String token() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
