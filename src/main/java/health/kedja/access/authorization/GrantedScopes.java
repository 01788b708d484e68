package health.kedja.access.authorization;

import health.kedja.access.Scopes;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationConsentAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2AuthorizationCodeRequestAuthenticationConverter;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2AuthorizationConsentAuthenticationConverter;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2ClientCredentialsAuthenticationConverter;

/**
 * What is granted is what both is asked for and is registered for the client ({@link Scopes#narrowedTo}), be it less than
 * is asked for; and a token for a user with {@code launch/patient} is for the patient that they chose, or are bound to.
 */
public final class GrantedScopes {

    /** Where an authorization keeps the patient of the launch. */
    static final String PATIENT = "kedja.patient";

    private static final String LAUNCH_PATIENT = "launch/patient";
    private static final String SAME_IN_BOTH = "https://datatracker.ietf.org/doc/html/rfc6749#section-3.3";
    private static final OAuth2TokenType STATE = new OAuth2TokenType("state");

    private final RegisteredClientRepository clients;
    private final StoredAuthorizations authorizations;
    private final Registrations registrations;
    private final String fhirBase;

    /** @param fhirBase address of the FHIR API, which an app names in {@code aud} */
    public GrantedScopes(
            RegisteredClientRepository clients,
            StoredAuthorizations authorizations,
            Registrations registrations,
            String fhirBase) {
        this.clients = clients;
        this.authorizations = authorizations;
        this.registrations = registrations;
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

    /** An app asks for a user. */
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
        Set<String> granted = narrowed(token.getScopes(), client);
        if (granted.isEmpty()) {
            throw new OAuth2AuthorizationCodeRequestAuthenticationException(nothingGranted(), null);
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

    /** A user consents; with what they chose, and a patient if one is asked for. */
    public Authentication consent(HttpServletRequest request) {
        Authentication given = new OAuth2AuthorizationConsentAuthenticationConverter().convert(request);
        if (given instanceof OAuth2AuthorizationConsentAuthenticationToken consent
                && consent.getScopes().contains(LAUNCH_PATIENT)) {
            OAuth2Authorization authorization = authorizations.findByToken(consent.getState(), STATE);
            String user = SecurityContextHolder.getContext().getAuthentication().getName();
            if (authorization != null && authorization.getPrincipalName().equals(user)) {
                authorizations.save(OAuth2Authorization.from(authorization)
                        .attribute(PATIENT, patient(user, consent))
                        .build());
            }
        }
        return given;
    }

    private String patient(String user, OAuth2AuthorizationConsentAuthenticationToken consent) {
        return registrations
                .user(user)
                .flatMap(User::patient)
                .or(() -> Optional.ofNullable(
                                (String) consent.getAdditionalParameters().get("patient"))
                        .map(String::trim)
                        .filter(Words::isId))
                .orElseThrow(() -> new OAuth2AuthorizationCodeRequestAuthenticationException(
                        new OAuth2Error(
                                "invalid_request",
                                "launch/patient needs a patient: go back and name one, by the logical id",
                                null),
                        null));
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
