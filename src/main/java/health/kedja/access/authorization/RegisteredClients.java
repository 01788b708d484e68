package health.kedja.access.authorization;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** The clients of the file as Spring Authorization Server has them. */
public final class RegisteredClients {

    /** SMART App Launch asks for at most five minutes in Backend Services, and for an hour elsewhere. */
    private static final Duration ACCESS = Duration.ofMinutes(5);

    private static final Duration REFRESH = Duration.ofDays(30);
    private static final Duration CODE = Duration.ofMinutes(1);

    private RegisteredClients() {}

    /** All of them. */
    public static RegisteredClientRepository of(Registrations registrations) {
        return new InMemoryRegisteredClientRepository(
                registrations.clients().stream().map(RegisteredClients::of).toList());
    }

    private static RegisteredClient of(Client client) {
        RegisteredClient.Builder registered = RegisteredClient.withId(client.id())
                .clientId(client.id())
                .clientName(client.name())
                .scopes(scopes -> scopes.addAll(client.scopes()))
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(true)
                        // ClientAssertions says which are accepted; this, that it is a key and no shared secret.
                        .tokenEndpointAuthenticationSigningAlgorithm(SignatureAlgorithm.RS384)
                        .build())
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(ACCESS)
                        .refreshTokenTimeToLive(REFRESH)
                        .authorizationCodeTimeToLive(CODE)
                        .reuseRefreshTokens(false)
                        .build());
        if (client.hasKeys()) {
            registered.clientAuthenticationMethod(ClientAuthenticationMethod.PRIVATE_KEY_JWT);
            registered.authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS);
        } else if (client.secret().isPresent()) {
            registered.clientSecret(client.secret().get());
            registered.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
            registered.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST);
        } else {
            registered.clientAuthenticationMethod(ClientAuthenticationMethod.NONE);
        }
        List<URI> redirects = client.redirectUris().orElse(List.of());
        if (!redirects.isEmpty()) {
            redirects.forEach(address -> registered.redirectUri(address.toString()));
            registered.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE);
            if (client.scopes().contains("offline_access")) {
                registered.authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN);
            }
        }
        return registered.build();
    }
}
