package health.kedja.pathway;

import java.util.Locale;

/** What is known of a preventive measure. */
public enum MeasureStatus {
    DONE,
    /** Offered, and the patient did not want it. */
    DECLINED,
    /** Decided against for another reason. */
    NOT_DONE,
    OFFERED,
    /** Something of the sort is recorded without saying which. */
    UNSPECIFIED,
    NOT_RECORDED;

    /** The code in FHIR answers: lower case with hyphens. */
    public String token() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
