package health.kedja.access.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Map;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.JwtIssuerAuthenticationManagerResolver;

/** Lets the judge of the issuer that a token names judge it; of a token that was found valid, without reading the name again. */
final class KnownIssuers implements AuthenticationManager {

    private static final int MOST = 10_000;
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Map<String, AuthenticationManager> judges;
    private final AuthenticationManager byName;
    private final Cache<String, AuthenticationManager> known =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(LONGEST).build();

    /** @param judges by issuer */
    KnownIssuers(Map<String, AuthenticationManager> judges) {
        this.judges = Map.copyOf(judges);
        this.byName = new JwtIssuerAuthenticationManagerResolver(this.judges::get).resolve(null);
    }

    @Override
    public Authentication authenticate(Authentication request) {
        String token = ((BearerTokenAuthenticationToken) request).getToken();
        AuthenticationManager judge = known.getIfPresent(token);
        if (judge != null) {
            return judge.authenticate(request);
        }
        Authentication valid = byName.authenticate(request);
        if (valid instanceof CallerAuthentication authentication) {
            known.put(token, judges.get(authentication.caller().issuer()));
        }
        return valid;
    }
}
