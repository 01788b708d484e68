package health.kedja.pathway;

import java.util.Locale;

/** What FRAMO says. */
public enum FramoRisk {
    HIGH,
    NOT_HIGH,
    /** It depends on answers that are missing. */
    UNDECIDED;

    /** The name in answers: {@code not-high}. */
    public String token() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
