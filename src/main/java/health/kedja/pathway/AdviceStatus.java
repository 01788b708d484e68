package health.kedja.pathway;

import java.util.Locale;

/** Where a line of advice stands. */
public enum AdviceStatus {
    /** Advised. */
    ADVISED,
    /** Would be advised; something must be known first. */
    WAITS,
    /** Already recorded. */
    IN_PLACE,
    /** The programme would offer it, were it not for what is recorded. */
    RULED_OUT;

    /** The code in FHIR answers: lower case with hyphens. */
    public String token() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
