package health.kedja.pathway;

import java.util.Locale;

/** The four questions of FRAMO. */
public enum FramoQuestion {
    AGE,
    WEIGHT,
    PRIOR_FRACTURE,
    RISE_UP;

    /** The name in answers: {@code prior-fracture}. */
    public String token() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
