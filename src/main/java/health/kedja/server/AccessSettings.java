package health.kedja.server;

import health.kedja.access.token.ClaimNames;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may come in, {@code kedja.access.*}. With an issuer or the authorization server, every request needs a token
 * ({@link GuardedMode}).
 *
 * @param issuers whose access tokens are accepted
 * @param clockSkew by how much the clocks of issuers and of this server may differ
 * @param keysKept longest time for which the fetched keys of an issuer or client are used: a revoked key is refused by
 *     then
 * @param keysPause shortest time between two attempts to fetch keys
 * @param behindTlsProxy that a proxy in front of this server does TLS, and that nobody else reaches its port
 * @param origins of web pages that may call the server, such as {@code https://app.example.org}; those of the redirect
 *     addresses of the authorization server's clients are added
 * @param clientIds which ids clients of a region may choose for what they store
 * @param authorizationServer an authorization server within this one
 */
@ConfigurationProperties("kedja.access")
record AccessSettings(
        @DefaultValue List<Issuer> issuers,
        @DefaultValue("60s") Duration clockSkew,
        @DefaultValue("5m") Duration keysKept,
        @DefaultValue("30s") Duration keysPause,
        @DefaultValue("false") boolean behindTlsProxy,
        @DefaultValue List<URI> origins,
        @DefaultValue("of-region") ClientIds clientIds,
        @DefaultValue AuthorizationServer authorizationServer) {

    /** For what is new; what is stored is updated under the id that it has. */
    enum ClientIds {
        /** Those that begin with the id of the region and a dot. */
        OF_REGION,
        /** All. Who tries one that another region uses is refused, and knows it by that. */
        ANY
    }

    /**
     * @param issuer as its tokens name it in {@code iss}
     * @param jwkSetUri where its keys are; null to ask it ({@code /.well-known/openid-configuration})
     * @param audience what its tokens for this server name in {@code aud}
     * @param claims what it calls the claims that Kedja reads
     */
    record Issuer(
            String issuer,
            URI jwkSetUri,
            String audience,
            @DefaultValue Claims claims) {}

    /** @see ClaimNames */
    record Claims(
            @DefaultValue("roles") String roles,
            @DefaultValue("organizations") String organizations,
            @DefaultValue("fhirUser") String fhirUser,
            @DefaultValue("patient") String patient,
            @DefaultValue("purpose") String purpose) {

        ClaimNames names() {
            return new ClaimNames(roles, organizations, fhirUser, patient, purpose);
        }
    }

    /**
     * @param enabled whether it is on
     * @param file its clients and users, as YAML
     */
    record AuthorizationServer(@DefaultValue("false") boolean enabled, Path file) {}

    AccessSettings {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < issuers.size(); i++) {
            String setting = "kedja.access.issuers[" + i + "].";
            Issuer issuer = issuers.get(i);
            require(issuer.issuer(), setting + "issuer", "the issuer as its tokens name it in iss");
            require(issuer.audience(), setting + "audience", "what its tokens for this server name in aud");
            if (!names.add(issuer.issuer())) {
                throw new SettingException(
                        setting + "issuer names " + issuer.issuer() + " a second time", "Name it once.");
            }
        }
        if (authorizationServer.enabled() && authorizationServer.file() == null) {
            throw new SettingException(
                    "kedja.access.authorization-server is on, and there is no file of its clients and users",
                    "Set kedja.access.authorization-server.file; docs/access.md has an example.");
        }
    }

    private static void require(String value, String setting, String meaning) {
        if (value == null || value.isBlank()) {
            throw new SettingException(setting + " is missing", "Set it: " + meaning + ".");
        }
    }
}
