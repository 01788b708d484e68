package health.kedja.pathway;

import java.util.Locale;

/** What a line of advice is about. */
public enum AdviceKind {
    /** Something that should not be done. */
    WARNING,
    /** A referral. */
    REFERRAL,
    /** A bone-specific drug. */
    DRUG,
    /** Calcium and vitamin D. */
    SUPPLEMENT,
    /** A diagnosis to consider. */
    DIAGNOSIS,
    /** A measurement or contact that follows up the treatment. */
    FOLLOW_UP,
    /** A decision on how the treatment goes on. */
    DECISION,
    /** Advice on how to live, and other prevention without drugs. */
    LIFESTYLE;

    /** The code in FHIR answers: lower case with hyphens. */
    public String token() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
