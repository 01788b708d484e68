package health.kedja.server.access;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.AuthenticationException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import health.kedja.access.Caller;
import health.kedja.access.Role;
import health.kedja.access.Scope;
import health.kedja.history.Reach;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A caller, and where in the tree of organizations they stand.
 *
 * @param region the Organization at the top of the caller's; empty for callers of the whole server, and for those whose
 *     organizations are in none or in several
 * @param wholeServer whether the caller belongs to no organization, and is a system that may
 * @param below the caller's organizations, and those below them
 */
record Asker(Caller caller, Optional<String> region, boolean wholeServer, Set<String> below) {

    private static final String PRACTITIONER = "Practitioner/";
    private static final Set<Role> OF_THE_SERVER = EnumSet.of(Role.INTEGRATION, Role.ADMINISTRATOR);

    /**
     * Who asks; empty when it is the server itself.
     *
     * @throws AuthenticationException if it came over HTTP, and nobody looked at its token
     */
    static Optional<Asker> of(RequestDetails request, Reach reach) {
        if (request == null || request instanceof SystemRequestDetails) {
            return Optional.empty();
        }
        Object known = request.getUserData().get(Asker.class);
        if (known instanceof Asker asker) {
            return Optional.of(asker);
        }
        Caller caller = (request instanceof ServletRequestDetails servlet
                        ? Caller.of(servlet.getServletRequest())
                        : Optional.<Caller>empty())
                .orElseThrow(() -> new AuthenticationException("This needs an access token."));
        Asker asker = of(caller, reach);
        request.getUserData().put(Asker.class, asker);
        return Optional.of(asker);
    }

    /** A caller, as the organizations are now. */
    static Asker of(Caller caller, Reach reach) {
        Set<Optional<String>> regions =
                caller.organizations().stream().map(reach::region).collect(Collectors.toSet());
        boolean wholeServer = caller.organizations().isEmpty()
                && !caller.roles().isEmpty()
                && OF_THE_SERVER.containsAll(caller.roles())
                && (!caller.is(Role.INTEGRATION)
                        || caller.scopes().resources().stream()
                                .allMatch(scope -> scope.context() == Scope.Context.SYSTEM));
        return new Asker(
                caller,
                regions.size() == 1 ? regions.iterator().next() : Optional.empty(),
                wholeServer,
                caller.organizations().isEmpty() ? Set.of() : reach.below(caller.organizations()));
    }

    /** The user as logical id of a Practitioner. */
    Optional<String> practitioner() {
        return caller.fhirUser()
                .filter(user -> user.startsWith(PRACTITIONER))
                .map(user -> user.substring(PRACTITIONER.length()));
    }

    /** Whether something with that owner is the caller's to deal with. */
    boolean owns(Optional<String> owner) {
        return wholeServer || region.isPresent() && region.equals(owner);
    }

    /** Whether nothing but the region decides what the caller sees of any type. */
    boolean seesAllAlike() {
        return OF_THE_SERVER.containsAll(caller.roles())
                && caller.scopes().resources().stream()
                        .allMatch(scope -> scope.constraint().isEmpty() && scope.context() != Scope.Context.PATIENT);
    }
}
