package health.kedja.access.token;

import health.kedja.access.Caller;
import health.kedja.access.Role;
import health.kedja.access.Scopes;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.jwt.Jwt;

/** Reads the caller from the claims of a valid token. What is not understood grants nothing. */
final class CallerClaims {

    private static final Logger LOG = LoggerFactory.getLogger(CallerClaims.class);
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9.-]{1,64}");
    private static final Pattern USER =
            Pattern.compile("(?:Practitioner|PractitionerRole|Patient|RelatedPerson|Person)/[A-Za-z0-9.-]{1,64}");
    private static final Pattern SHOWABLE = Pattern.compile("[A-Za-z0-9_-]{1,40}");
    private static final int MOST_REPORTED = 100;

    private final ClaimNames names;
    private final String fhirBase;
    private final Set<String> reported = ConcurrentHashMap.newKeySet();

    /** @param fhirBase address of this server's FHIR API, without slash at the end */
    CallerClaims(ClaimNames names, String fhirBase) {
        this.names = names;
        this.fhirBase = fhirBase + "/";
    }

    Caller caller(Jwt token) {
        String issuer = token.getClaimAsString("iss");
        Set<String> organizations = organizations(token);
        // Without organizations a role may hold for the whole server: not where those that are meant cannot be told.
        boolean untold = organizations.isEmpty() && isGiven(claim(token, names.organizations()));
        if (untold) {
            reportOrganizations(issuer);
        }
        return new Caller(
                issuer,
                token.getSubject(),
                word(token, "client_id").or(() -> word(token, "azp")).orElse(""),
                word(token, names.fhirUser())
                        .map(this::relative)
                        .filter(user -> USER.matcher(user).matches()),
                word(token, names.patient())
                        .map(patient -> withoutPrefix(relative(patient), "Patient/"))
                        .filter(id -> ID.matcher(id).matches()),
                untold ? Set.of() : roles(token, issuer),
                organizations,
                scopes(token),
                word(token, names.purpose()));
    }

    private Set<String> organizations(Jwt token) {
        return words(token, names.organizations())
                .map(organization -> withoutPrefix(relative(organization), "Organization/"))
                .filter(id -> ID.matcher(id).matches())
                .collect(Collectors.toSet());
    }

    private static boolean isGiven(Object claim) {
        return claim instanceof Collection<?> list
                ? !list.isEmpty()
                : claim != null && !claim.toString().isBlank();
    }

    private static Scopes scopes(Jwt token) {
        String name = token.hasClaim("scope") ? "scope" : "scp";
        return Scopes.parse(words(token, name).collect(Collectors.joining(" ")));
    }

    private Set<Role> roles(Jwt token, String issuer) {
        Set<Role> roles = new LinkedHashSet<>();
        words(token, names.roles())
                .forEach(word -> Role.of(word).ifPresentOrElse(roles::add, () -> report(issuer, word)));
        return roles;
    }

    /** Once for each word. Issuers have roles of their own, and this is no error. */
    private void report(String issuer, String word) {
        if (reported.size() < MOST_REPORTED && reported.add(word)) {
            LOG.warn(
                    "A token of {} names the role '{}', which Kedja does not know; it grants nothing",
                    issuer,
                    SHOWABLE.matcher(word).matches() ? word : "[not a word]");
        }
    }

    /** Once for each issuer. */
    private void reportOrganizations(String issuer) {
        if (reported.size() < MOST_REPORTED && reported.add("organizations of " + issuer)) {
            LOG.warn(
                    "A token of {} names its organizations in the claim {}, and none by a logical id; its roles hold nowhere",
                    issuer,
                    names.organizations());
        }
    }

    private String relative(String reference) {
        return withoutPrefix(reference, fhirBase);
    }

    private static String withoutPrefix(String text, String prefix) {
        return text.startsWith(prefix) ? text.substring(prefix.length()) : text;
    }

    private static Optional<String> word(Jwt token, String name) {
        return claim(token, name) instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }

    private static Stream<String> words(Jwt token, String name) {
        Object value = claim(token, name);
        Collection<?> parts = value instanceof Collection<?> list ? list : value == null ? List.of() : List.of(value);
        return parts.stream()
                .filter(Objects::nonNull)
                .flatMap(part -> Stream.of(part.toString().split(" ")))
                .filter(part -> !part.isBlank());
    }

    private static Object claim(Jwt token, String name) {
        if (token.hasClaim(name)) {
            return token.getClaim(name);
        }
        Object value = token.getClaims();
        for (String step : name.split("\\.")) {
            value = value instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return value;
    }
}
