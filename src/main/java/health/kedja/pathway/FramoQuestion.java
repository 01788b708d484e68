package health.kedja.pathway;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The four questions of FRAMO. */
public enum FramoQuestion {
    AGE,
    WEIGHT,
    PRIOR_FRACTURE,
    RISE_UP;

    /** The question of a {@link #token()}; empty when there is none. */
    public static Optional<FramoQuestion> find(String token) {
        return Arrays.stream(values())
                .filter(question -> question.token().equals(token))
                .findFirst();
    }

    /** The name in answers: {@code prior-fracture}. */
    public String token() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
