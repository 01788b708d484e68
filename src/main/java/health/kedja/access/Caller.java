package health.kedja.access;

import jakarta.servlet.ServletRequest;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** All of it by name, to be kept where what they asked for outlives the request and the server. */
    public Map<String, String> words() {
        Map<String, String> words = new TreeMap<>(Map.of(
                "issuer",
                issuer,
                "subject",
                subject,
                "client",
                client,
                "roles",
                line(roles.stream().map(Role::token).toList()),
                "organizations",
                line(organizations),
                "scopes",
                line(scopes.words())));
        fhirUser.ifPresent(user -> words.put("fhirUser", user));
        patient.ifPresent(id -> words.put("patient", id));
        purpose.ifPresent(code -> words.put("purpose", code));
        return words;
    }

    /** The caller of whom these are the {@link #words}. A role that there is no more is not theirs. */
    public static Caller of(Map<String, String> words) {
        return new Caller(
                words.get("issuer"),
                words.get("subject"),
                words.get("client"),
                Optional.ofNullable(words.get("fhirUser")),
                Optional.ofNullable(words.get("patient")),
                parts(words.get("roles"))
                        .flatMap(role -> Role.of(role).stream())
                        .collect(Collectors.toSet()),
                parts(words.get("organizations")).collect(Collectors.toSet()),
                Scopes.parse(words.get("scopes")),
                Optional.ofNullable(words.get("purpose")));
    }

    /** None of them has a space in it: they come from lists that spaces separate. */
    private static String line(Collection<String> words) {
        return words.stream().sorted().collect(Collectors.joining(" "));
    }

    private static Stream<String> parts(String line) {
        return Stream.of(line.split(" ")).filter(word -> !word.isEmpty());
    }

    /** Whether the caller has that role. */
    public boolean is(Role role) {
        return roles.contains(role);
    }
}
