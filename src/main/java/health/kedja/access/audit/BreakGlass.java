package health.kedja.access.audit;

import jakarta.servlet.ServletRequest;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/**
 * Protection that was broken in an emergency, noted on the request by whoever lets it through.
 *
 * @param reason why, as the caller gave it
 * @param patients the patients whose protection was broken, as logical ids; empty for all that the request concerns
 */
public record BreakGlass(String reason, Set<String> patients) {

    private static final String ATTRIBUTE = BreakGlass.class.getName();

    public BreakGlass {
        patients = Set.copyOf(patients);
    }

    /** Notes that this request breaks protection. */
    public static void note(ServletRequest request, String reason, Collection<String> patients) {
        request.setAttribute(ATTRIBUTE, new BreakGlass(reason, Set.copyOf(patients)));
    }

    static Optional<BreakGlass> of(ServletRequest request) {
        return Optional.ofNullable((BreakGlass) request.getAttribute(ATTRIBUTE));
    }

    boolean concerns(String patient) {
        return patients.isEmpty() || patient != null && patients.contains(patient);
    }
}
