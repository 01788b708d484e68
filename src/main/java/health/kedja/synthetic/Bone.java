package health.kedja.synthetic;

/**
 * Which bone broke: one ICD-10-SE code for each, all of them plainly inside or outside the lists of the indicators
 * (clinical code list: hip S72.0–S72.2, vertebra S22.0, S22.1, S32.0, pelvis S32.1, S32.3–S32.5, proximal humerus S42.2,
 * wrist S52.5, S52.6; knee S72.4, S82.1 only in the list before 2021).
 */
public enum Bone {
    HIP("S7200", true, true),
    HIP_PERTROCHANTERIC("S7210", true, true),
    THORACIC_SPINE("S2200", true, true),
    LUMBAR_SPINE("S3200", true, true),
    PELVIS("S3250", true, true),
    PROXIMAL_HUMERUS("S4220", true, true),
    WRIST("S5250", true, true),
    KNEE("S8210", false, true),
    ANKLE("S8260", false, false),
    HAND("S6230", false, false);

    private final String icd;
    private final boolean fragility;
    private final boolean before2021;

    Bone(String icd, boolean fragility, boolean before2021) {
        this.icd = icd;
        this.fragility = fragility;
        this.before2021 = before2021;
    }

    /** ICD-10 without dot. */
    String icd() {
        return icd;
    }

    /** Whether it counts as a fragility fracture (benskörhetsfraktur). */
    boolean fragility() {
        return fragility;
    }

    /** Whether it was on the list of the indicator that was used before 2021. */
    boolean before2021() {
        return before2021;
    }

    boolean hip() {
        return this == HIP || this == HIP_PERTROCHANTERIC;
    }

    /** Whether it has a side. */
    boolean sided() {
        return this != THORACIC_SPINE && this != LUMBAR_SPINE && this != PELVIS;
    }
}
