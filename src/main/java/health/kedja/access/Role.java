package health.kedja.access;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What someone does in a region. A caller may have several roles; what any of them allows is allowed. */
public enum Role {
    /** Follows the patients of their own unit, and of units below it, through the chain. */
    COORDINATOR,
    /** Treats patients, and sees those with whom there is a care relation. */
    CLINICIAN,
    /** A quality register: aggregates; single patients of its own region who have not opted out. */
    REGISTER,
    /** Aggregates of their own region, small numbers withheld; no patient. */
    ANALYST,
    /** A system that writes for its region, and reads what it wrote. */
    INTEGRATION,
    /** Keeps the server and its definitions; sees no patient data. */
    ADMINISTRATOR;

    /** As it is written in tokens and files, such as {@code coordinator}. */
    public String token() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role of that name; empty when there is none. */
    public static Optional<Role> of(String token) {
        return Stream.of(values()).filter(role -> role.token().equals(token)).findFirst();
    }
}
