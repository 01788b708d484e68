package health.kedja.indicator.definition;

/** Where a diagnosis was made. */
public enum Setting {
    /** Contacts of class IMP, ACUTE, NONAC or OBSENC. */
    INPATIENT,
    /** Inpatient care, and outpatient contacts of hospitals and specialists (AMB, EMER, SS, HH, VR). */
    SPECIALISED,
    /** Any contact, or none stated. */
    ANY
}
