package health.kedja.access.authorization;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import health.kedja.access.token.IssuerKeys;
import health.kedja.access.token.Published;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/**
 * Whether an assertion proves that a client is who it says, after SMART App Launch 2.2, Client Authentication: Asymmetric:
 * signed with RS384 or ES384 by a key of the client, from and about the client, for the token endpoint, valid for five
 * minutes at most, and never seen before.
 */
public final class ClientAssertions implements JwtDecoderFactory<RegisteredClient> {

    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS384, JWSAlgorithm.ES384);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    /** A client whose clock is a little ahead may use the five minutes too. */
    private static final Duration AHEAD = Duration.ofSeconds(5);

    private static final int LONGEST_JTI = 200;
    private static final OAuth2TokenValidatorResult INVALID =
            OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_client"));

    private final String tokenEndpoint;
    private final UsedAssertions used;
    private final Clock clock;
    private final Map<String, JwtDecoder> decoders = new HashMap<>();

    /**
     * @param kept longest time for which keys that a client publishes are used
     * @param pause shortest time between two attempts to fetch them
     */
    public ClientAssertions(
            Registrations registrations,
            String tokenEndpoint,
            JdbcTemplate database,
            Duration kept,
            Duration pause,
            Clock clock) {
        this.tokenEndpoint = tokenEndpoint;
        this.used = new UsedAssertions(database);
        this.clock = clock;
        for (Client client : registrations.clients()) {
            client.keysUrl()
                    .ifPresent(address -> decoders.put(
                            client.id(),
                            decoder(client.id(), new IssuerKeys(() -> Published.text(address), kept, pause))));
            client.keys()
                    .ifPresent(keys -> decoders.put(
                            client.id(), decoder(client.id(), new ImmutableJWKSet<>(Client.publicKeys(keys)))));
        }
    }

    @Override
    public JwtDecoder createDecoder(RegisteredClient client) {
        return decoders.get(client.getClientId());
    }

    private JwtDecoder decoder(String client, JWKSource<SecurityContext> keys) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, null));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
        decoder.setJwtValidator(
                assertion -> isValid(client, assertion) ? OAuth2TokenValidatorResult.success() : INVALID);
        return decoder;
    }

    private boolean isValid(String client, Jwt assertion) {
        Instant now = clock.instant();
        Instant expires = assertion.getExpiresAt();
        String jti = assertion.getId();
        return client.equals(assertion.getClaimAsString("iss"))
                && client.equals(assertion.getSubject())
                && assertion.getAudience() != null
                && assertion.getAudience().contains(tokenEndpoint)
                && expires != null
                && expires.isAfter(now)
                && !expires.isAfter(now.plus(LONGEST).plus(AHEAD))
                && (assertion.getNotBefore() == null
                        || !assertion.getNotBefore().isAfter(now.plus(AHEAD)))
                && jti != null
                && !jti.isBlank()
                && jti.length() <= LONGEST_JTI
                // Last: what is refused for another reason is not used up.
                && used.firstUse(client, jti, expires);
    }
}
