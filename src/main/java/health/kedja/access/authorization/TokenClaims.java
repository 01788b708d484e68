package health.kedja.access.authorization;

import health.kedja.access.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/**
 * What the authorization server's tokens say: of an access token, what {@link health.kedja.access.token.ClaimNames#usual}
 * names, as the file of clients and users has it at that moment; of an ID token, {@code fhirUser}.
 */
public final class TokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

    private final Registrations registrations;
    private final String fhirBase;

    /** @param fhirBase address of the FHIR API, which the tokens are for */
    public TokenClaims(Registrations registrations, String fhirBase) {
        this.registrations = registrations;
        this.fhirBase = fhirBase;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        context.getJwsHeader().algorithm(SignatureAlgorithm.RS256);
        boolean forItself = AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType());
        if (forItself) {
            Client client = registrations
                    .client(context.getRegisteredClient().getClientId())
                    .orElseThrow(TokenClaims::gone);
            access(context, Words.roles(client.roles()), client.organizations());
            return;
        }
        // A user who is in the file no longer gets no more tokens, by whatever was granted before.
        User user = registrations.user(context.getPrincipal().getName()).orElseThrow(TokenClaims::gone);
        if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
            access(context, user.roleSet(), user.organizations());
            user.fhirUser().ifPresent(who -> context.getClaims().claim("fhirUser", who));
            Launch.patient(context.getAuthorization(), context.getAuthorizedScopes())
                    .ifPresent(patient -> context.getClaims().claim("patient", patient));
        } else if (context.getAuthorizedScopes().contains("fhirUser")) {
            user.fhirUser().ifPresent(who -> context.getClaims().claim("fhirUser", fhirBase + "/" + who));
        }
    }

    private static OAuth2AuthenticationException gone() {
        return new OAuth2AuthenticationException("invalid_grant");
    }

    private void access(JwtEncodingContext context, Set<Role> roles, Optional<List<String>> organizations) {
        // Lists that the store of authorizations can read again: it takes none of the unmodifiable ones.
        context.getClaims()
                .audience(new ArrayList<>(List.of(fhirBase)))
                .claim("client_id", context.getRegisteredClient().getClientId())
                // RFC 9068: words in one string
                .claim("scope", String.join(" ", new TreeSet<>(context.getAuthorizedScopes())))
                .claim("roles", new ArrayList<>(roles.stream().map(Role::token).toList()))
                .claim("organizations", new ArrayList<>(organizations.orElse(List.of())));
    }

    /** What a token response says beside the tokens (SMART App Launch 2.2, Response). */
    public static Map<String, Object> launchContext(OAuth2Authorization authorization) {
        return Launch.told(authorization);
    }
}
