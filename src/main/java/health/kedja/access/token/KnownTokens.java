package health.kedja.access.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidationException;

/**
 * Looks at a token once for each fetching of the issuer's keys, and each time whether it still holds: a key that is
 * withdrawn, an end that has come and a revocation count as they do for a token that was never seen before.
 */
final class KnownTokens implements JwtDecoder {

    private static final int MOST = 10_000;
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private record Signed(Jwt token, Object edition) {}

    private final JwtDecoder signatures;
    private final OAuth2TokenValidator<Jwt> stillValid;
    private final IssuerKeys keys;
    private final Cache<String, Signed> known =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(LONGEST).build();

    /**
     * Tokens of an issuer.
     *
     * @param signatures reads a token whose signature is right, and that says what it must
     * @param stillValid what may change between one request and the next
     */
    KnownTokens(JwtDecoder signatures, OAuth2TokenValidator<Jwt> stillValid, IssuerKeys keys) {
        this.signatures = signatures;
        this.stillValid = stillValid;
        this.keys = keys;
    }

    @Override
    public Jwt decode(String token) {
        Jwt signed = signed(token);
        OAuth2TokenValidatorResult result = stillValid.validate(signed);
        if (result.hasErrors()) {
            throw new JwtValidationException("The claims are not those of a valid token", result.getErrors());
        }
        return signed;
    }

    private Jwt signed(String token) {
        Object edition = keys.edition();
        Signed before = known.getIfPresent(token);
        if (before != null && before.edition() == edition) {
            return before.token();
        }
        Jwt signed = signatures.decode(token);
        // Those fetched while it was looked at, if they were.
        Object now = keys.edition();
        if (now != null && now == edition) {
            known.put(token, new Signed(signed, now));
        }
        return signed;
    }
}
