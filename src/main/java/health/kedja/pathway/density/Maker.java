package health.kedja.pathway.density;

import java.util.Locale;
import java.util.Optional;

/** A maker of scanners for which formulas of standardised bone mineral density are published. */
public enum Maker {
    HOLOGIC,
    GE_LUNAR,
    NORLAND;

    /** The name in files and answers: {@code ge-lunar}. */
    public String token() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The maker of a {@link #token()}; empty when there is none, or the token is null. */
    public static Optional<Maker> ofToken(String token) {
        for (Maker maker : values()) {
            if (maker.token().equals(token)) {
                return Optional.of(maker);
            }
        }
        return Optional.empty();
    }
}
