package health.kedja.access.token;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import health.kedja.access.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationManagerResolver;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;

/**
 * Whether an access token is valid: signed by a key of a trusted issuer with an asymmetric algorithm, meant for this
 * server, and neither expired nor from the future (RFC 7519, RFC 8725, RFC 9068).
 */
public final class Tokens {

    /** A name in the header of a token, never its choice: {@code none} and shared secrets are not among them. */
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private static final OAuth2Error INVALID = new OAuth2Error("invalid_token");

    private Tokens() {}

    /**
     * The one that judges tokens, by the issuer that each names.
     *
     * @param fhirBase address of this server's FHIR API, without slash at the end
     * @param clockSkew by how much clocks may differ
     */
    public static AuthenticationManagerResolver<HttpServletRequest> of(
            List<TrustedIssuer> issuers, String fhirBase, Duration clockSkew) {
        Map<String, AuthenticationManager> judges = new HashMap<>();
        issuers.forEach(issuer -> judges.put(issuer.issuer(), judge(issuer, fhirBase, clockSkew)));
        AuthenticationManager all = new KnownIssuers(judges);
        return request -> all;
    }

    private static AuthenticationManager judge(TrustedIssuer issuer, String fhirBase, Duration clockSkew) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, issuer.keys()));
        // Spring Security's validators judge the claims.
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        NimbusJwtDecoder signatures = new NimbusJwtDecoder(processor);
        // What a signed token says of itself stays as it is.
        signatures.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtIssuerValidator(issuer.issuer()),
                must(token -> token.getExpiresAt() != null && token.getSubject() != null),
                must(token -> token.getAudience() != null && token.getAudience().contains(issuer.audience()))));
        OAuth2TokenValidator<Jwt> stillValid = new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(clockSkew),
                must(token -> !issuer.revoked().test(token)));
        JwtAuthenticationProvider provider =
                new JwtAuthenticationProvider(new KnownTokens(signatures, stillValid, issuer.keys()));
        CallerClaims claims = new CallerClaims(issuer.claims(), fhirBase);
        // By identity: a token that is known is the same object each time.
        LoadingCache<Jwt, Caller> callers = Caffeine.newBuilder().weakKeys().build(claims::caller);
        provider.setJwtAuthenticationConverter(token -> new CallerAuthentication(callers.get(token)));
        return new ProviderManager(provider);
    }

    private static OAuth2TokenValidator<Jwt> must(Predicate<Jwt> rule) {
        return token ->
                rule.test(token) ? OAuth2TokenValidatorResult.success() : OAuth2TokenValidatorResult.failure(INVALID);
    }
}
