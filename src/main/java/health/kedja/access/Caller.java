package health.kedja.access;

import jakarta.servlet.ServletRequest;
import java.util.Optional;
import java.util.Set;

/**
 * Who asks, as a validated access token says.
 *
 * @param issuer who vouches for the caller
 * @param subject the user, or the client itself, as the issuer names it
 * @param client the application or system that asks
 * @param fhirUser the user as a resource, such as {@code Practitioner/anna}
 * @param patient the patient of the launch, as logical id; scopes {@code patient/} reach no other
 * @param roles what the caller does
 * @param organizations the Organizations for which the roles hold, as logical ids; those below them are included
 * @param scopes what the token grants
 * @param purpose why, as a code of v3 PurposeOfUse, such as {@code TREAT}
 */
public record Caller(
        String issuer,
        String subject,
        String client,
        Optional<String> fhirUser,
        Optional<String> patient,
        Set<Role> roles,
        Set<String> organizations,
        Scopes scopes,
        Optional<String> purpose) {

    private static final String ATTRIBUTE = Caller.class.getName();

    public Caller {
        roles = Set.copyOf(roles);
        organizations = Set.copyOf(organizations);
    }

    /** Who makes a request; empty where no token was asked for. */
    public static Optional<Caller> of(ServletRequest request) {
        return request != null && request.getAttribute(ATTRIBUTE) instanceof Caller caller
                ? Optional.of(caller)
                : Optional.empty();
    }

    /** Leaves on a request that it is this one who makes it. */
    public void makes(ServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** Whether the caller has that role. */
    public boolean is(Role role) {
        return roles.contains(role);
    }
}
