package health.kedja.access.authorization;

import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.server.authorization.token.OAuth2RefreshTokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;

/** Refresh tokens only for those who were granted {@code offline_access}; a new one at each use. */
public final class RefreshTokens implements OAuth2TokenGenerator<OAuth2RefreshToken> {

    private final OAuth2RefreshTokenGenerator tokens = new OAuth2RefreshTokenGenerator();

    @Override
    public OAuth2RefreshToken generate(OAuth2TokenContext context) {
        boolean granted = context.getAuthorization() != null
                && context.getAuthorization().getAuthorizedScopes().contains("offline_access");
        return granted ? tokens.generate(context) : null;
    }
}
