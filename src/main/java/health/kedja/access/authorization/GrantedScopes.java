package health.kedja.access.authorization;

import health.kedja.access.Scopes;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2AuthorizationCodeRequestAuthenticationConverter;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2ClientCredentialsAuthenticationConverter;

/**
 * What is granted is what both is asked for and is registered for the client ({@link Scopes#narrowedTo}), be it less than
 * is asked for.
 */
public final class GrantedScopes {

    private static final String SAME_IN_BOTH = "https://datatracker.ietf.org/doc/html/rfc6749#section-3.3";

    private final RegisteredClientRepository clients;
    private final Registrations registrations;
    private final LaunchContexts launches;
    private final String fhirBase;

    /** @param fhirBase address of the FHIR API, which an app names in {@code aud} */
    public GrantedScopes(
            RegisteredClientRepository clients, Registrations registrations, LaunchContexts launches, String fhirBase) {
        this.clients = clients;
        this.registrations = registrations;
        this.launches = launches;
        this.fhirBase = fhirBase;
    }

    /** A client asks for itself. */
    public Authentication clientCredentials(HttpServletRequest request) {
        Authentication asked = new OAuth2ClientCredentialsAuthenticationConverter().convert(request);
        if (!(asked instanceof OAuth2ClientCredentialsAuthenticationToken token)
                || !(token.getPrincipal() instanceof OAuth2ClientAuthenticationToken client)
                || client.getRegisteredClient() == null) {
            return asked;
        }
        Set<String> granted = narrowed(token.getScopes(), client.getRegisteredClient());
        if (granted.isEmpty()) {
            throw new OAuth2AuthenticationException(nothingGranted());
        }
        return new OAuth2ClientCredentialsAuthenticationToken(client, granted, token.getAdditionalParameters());
    }

    /** An app asks for a user. What cannot be granted is for {@link #check} to say. */
    public Authentication authorizationCode(HttpServletRequest request) {
        Authentication asked = new OAuth2AuthorizationCodeRequestAuthenticationConverter().convert(request);
        if (!(asked instanceof OAuth2AuthorizationCodeRequestAuthenticationToken token)) {
            return asked;
        }
        RegisteredClient client = clients.findByClientId(token.getClientId());
        if (client == null) {
            return asked;
        }
        checkAudience(token);
        Set<String> granted = new TreeSet<>(narrowed(token.getScopes(), client));
        if (token.getAdditionalParameters().get(Launch.PARAMETER) == null) {
            granted.remove(Launch.FROM_RECORD_SYSTEM);
        } else if (granted.contains(Launch.FROM_RECORD_SYSTEM)) {
            // The record system has said which patient.
            granted.remove(Launch.CHOSEN_BY_USER);
        }
        return new OAuth2AuthorizationCodeRequestAuthenticationToken(
                token.getAuthorizationUri(),
                token.getClientId(),
                (Authentication) token.getPrincipal(),
                token.getRedirectUri(),
                token.getState(),
                granted,
                token.getAdditionalParameters());
    }

    /** An app that was led to believe that this is the authorization server of somewhere else must not go on. */
    private void checkAudience(OAuth2AuthorizationCodeRequestAuthenticationToken token) {
        Map<String, Object> parameters = token.getAdditionalParameters();
        if (parameters.containsKey("aud")
                && !fhirBase.equals(String.valueOf(parameters.get("aud")).replaceAll("/$", ""))) {
            throw new OAuth2AuthorizationCodeRequestAuthenticationException(
                    new OAuth2Error("invalid_request", "aud must be " + fhirBase, null), null);
        }
    }

    /**
     * Whether an app may go on with what it is granted. The address that it is sent back to has been checked, so that it
     * can be told why not.
     */
    public void check(OAuth2AuthorizationCodeRequestAuthenticationContext context) {
        OAuth2AuthorizationCodeRequestAuthenticationToken token = context.getAuthentication();
        if (token.getScopes().isEmpty()) {
            throw refused(nothingGranted(), token, context.getRegisteredClient());
        }
        if (token.getScopes().contains(Launch.FROM_RECORD_SYSTEM)) {
            LaunchContext launch = Launch.value(token.getAdditionalParameters())
                    .flatMap(launches::find)
                    .filter(found -> found.isForClient(token.getClientId()))
                    .orElseThrow(() -> refused(Launch.gone(), token, context.getRegisteredClient()));
            if (token.getPrincipal() instanceof Authentication user
                    && user.isAuthenticated()
                    && !(user instanceof AnonymousAuthenticationToken)
                    && !registrations.user(user.getName()).map(launch::isFor).orElse(false)) {
                throw refused(Launch.forSomebodyElse(), token, context.getRegisteredClient());
            }
        }
    }

    private static OAuth2AuthorizationCodeRequestAuthenticationException refused(
            OAuth2Error error, OAuth2AuthorizationCodeRequestAuthenticationToken token, RegisteredClient client) {
        String back = token.getRedirectUri() == null
                ? client.getRedirectUris().iterator().next()
                : token.getRedirectUri();
        return new OAuth2AuthorizationCodeRequestAuthenticationException(
                error,
                new OAuth2AuthorizationCodeRequestAuthenticationToken(
                        token.getAuthorizationUri(),
                        token.getClientId(),
                        (Authentication) token.getPrincipal(),
                        back,
                        token.getState(),
                        token.getScopes(),
                        token.getAdditionalParameters()));
    }

    private static Set<String> narrowed(Set<String> asked, RegisteredClient client) {
        return Scopes.parse(String.join(" ", asked))
                .narrowedTo(Scopes.parse(String.join(" ", client.getScopes())))
                .words();
    }

    private static OAuth2Error nothingGranted() {
        return new OAuth2Error(
                "invalid_scope", "Of the scopes asked for, none is registered for this client", SAME_IN_BOTH);
    }
}
