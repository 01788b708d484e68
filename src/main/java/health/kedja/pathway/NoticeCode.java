package health.kedja.pathway;

import java.util.Locale;

/** What a clinician should see of a course of treatment. */
public enum NoticeCode {
    /** A drug whose effect fades fast is overdue, and no other drug has taken over. */
    REBOUND_RISK,
    /** A drug whose effect does not last has ended, and no other drug has taken over. */
    PLAN_FOLLOW_ON,
    /** An injection or infusion is overdue. */
    DOSE_OVERDUE,
    /** What was dispensed should be used up. */
    SUPPLY_OVERDUE,
    /** Prescribed, and neither dispensed nor given in time. */
    NEVER_STARTED,
    /** Too few days are covered. */
    LOW_ADHERENCE,
    /** A new index fracture on treatment, too early or with too few covered days to be a failure. */
    FRACTURE_ON_TREATMENT,
    /** A new index fracture after sufficient treatment. */
    TREATMENT_FAILURE,
    /** Bone density fell on treatment. */
    FALLING_DENSITY,
    /** The planned duration is reached and the drug still taken. */
    DECISION_DUE,
    /** The planned pause is over. */
    HOLIDAY_OVER,
    /** Bone density is to be measured now, to control the treatment. */
    CONTROL_DENSITY_DUE,
    /** Bone density should have been measured, to control the treatment. */
    CONTROL_DENSITY_OVERDUE,
    /** Calcium and vitamin D after a fracture, without a bone-specific drug. */
    SUPPLEMENT_ALONE;

    /** The code in FHIR answers: lower case with hyphens. */
    public String token() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
