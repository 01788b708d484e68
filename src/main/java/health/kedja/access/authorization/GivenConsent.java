package health.kedja.access.authorization;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationConsentAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2AuthorizationConsentAuthenticationConverter;

/**
 * What a user answers on the {@link ConsentPage}; and for which patient: the one that the record system opened, the one that
 * the user is bound to, or the one that they chose.
 */
public final class GivenConsent {

    private static final OAuth2TokenType STATE = new OAuth2TokenType("state");

    private final StoredAuthorizations authorizations;
    private final Registrations registrations;
    private final LaunchContexts launches;

    public GivenConsent(StoredAuthorizations authorizations, Registrations registrations, LaunchContexts launches) {
        this.authorizations = authorizations;
        this.registrations = registrations;
        this.launches = launches;
    }

    /** Reads the answer. */
    public Authentication read(HttpServletRequest request) {
        Authentication given = new OAuth2AuthorizationConsentAuthenticationConverter().convert(request);
        if (given instanceof OAuth2AuthorizationConsentAuthenticationToken consent) {
            OAuth2Authorization authorization = authorizations.findByToken(consent.getState(), STATE);
            String user = SecurityContextHolder.getContext().getAuthentication().getName();
            if (authorization != null && authorization.getPrincipalName().equals(user)) {
                keepPatient(authorization, user, consent);
            }
        }
        return given;
    }

    private void keepPatient(
            OAuth2Authorization authorization, String user, OAuth2AuthorizationConsentAuthenticationToken consent) {
        OAuth2AuthorizationRequest asked = authorization.getAttribute(OAuth2AuthorizationRequest.class.getName());
        boolean allowed = asked.getScopes().containsAll(consent.getScopes());
        if (allowed && consent.getScopes().contains(Launch.FROM_RECORD_SYSTEM)) {
            LaunchContext context = Launch.value(asked.getAdditionalParameters())
                    .flatMap(launches::take)
                    .orElseThrow(() -> new OAuth2AuthorizationCodeRequestAuthenticationException(Launch.gone(), null));
            authorizations.save(Launch.with(authorization, context.patient(), context.encounter()));
        } else if (allowed && consent.getScopes().contains(Launch.CHOSEN_BY_USER)) {
            authorizations.save(Launch.with(authorization, chosen(user, consent), Optional.empty()));
        }
    }

    private String chosen(String user, OAuth2AuthorizationConsentAuthenticationToken consent) {
        return registrations
                .user(user)
                .flatMap(User::patient)
                .or(() -> Optional.ofNullable(consent.getAdditionalParameters().get("patient"))
                        .map(name -> name.toString().trim())
                        .filter(Words::isId))
                .orElseThrow(() -> new OAuth2AuthorizationCodeRequestAuthenticationException(
                        new OAuth2Error(
                                Launch.NO_PATIENT,
                                "launch/patient needs a patient: go back and name one, by the logical id",
                                null),
                        null));
    }
}
