package health.kedja.access.authorization;

import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsent;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsentService;

/** Remembers no consent: a user is asked each time an app starts, and for which patient. */
public final class ConsentEachTime implements OAuth2AuthorizationConsentService {

    @Override
    public void save(OAuth2AuthorizationConsent consent) {
        // It holds for the authorization that it was given to, and that one is stored.
    }

    @Override
    public void remove(OAuth2AuthorizationConsent consent) {
        // None is kept.
    }

    @Override
    public OAuth2AuthorizationConsent findById(String client, String user) {
        return null;
    }
}
