package health.kedja.pathway;

import java.util.Locale;

/** The ten steps of the fracture chain, in the order in which they are reported. */
public enum StepCode {
    IDENTIFICATION,
    RISK_ASSESSMENT,
    BONE_DENSITY,
    LABORATORY,
    TREATMENT,
    PREVENTION,
    HANDOVER,
    FOLLOW_UP_PLAN,
    MONITORING,
    ADHERENCE;

    /** The code in FHIR answers and guideline files: {@code bone-density} for {@link #BONE_DENSITY}. */
    public String token() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
