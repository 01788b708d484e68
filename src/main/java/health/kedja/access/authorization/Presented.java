package health.kedja.access.authorization;

import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;

/** The token that a client presents, put back in the place of its hash: the library looks for it there. */
final class Presented {

    private Presented() {}

    static OAuth2Authorization in(OAuth2Authorization stored, String token, String hash) {
        OAuth2Authorization.Token<OAuth2Token> found = stored.getToken(hash);
        if (found == null) {
            return stored;
        }
        return OAuth2Authorization.from(stored)
                .token(withValue(found.getToken(), token), metadata -> metadata.putAll(found.getMetadata()))
                .build();
    }

    private static OAuth2Token withValue(OAuth2Token stored, String value) {
        if (stored instanceof OAuth2AccessToken access) {
            return new OAuth2AccessToken(
                    access.getTokenType(), value, access.getIssuedAt(), access.getExpiresAt(), access.getScopes());
        }
        if (stored instanceof OAuth2RefreshToken refresh) {
            return new OAuth2RefreshToken(value, refresh.getIssuedAt(), refresh.getExpiresAt());
        }
        if (stored instanceof OidcIdToken id) {
            return new OidcIdToken(value, id.getIssuedAt(), id.getExpiresAt(), id.getClaims());
        }
        return new OAuth2AuthorizationCode(value, stored.getIssuedAt(), stored.getExpiresAt());
    }
}
