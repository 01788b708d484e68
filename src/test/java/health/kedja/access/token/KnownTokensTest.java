package health.kedja.access.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import health.kedja.access.TestIssuer;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtValidationException;

/** A signature is looked at once; everything that may change is looked at each time. */
class KnownTokensTest {

    private static final JWK KEY = TestIssuer.rsa("first", 2048);

    private final IssuerKeys keys = new IssuerKeys(
            () -> new JWKSet(KEY).toString(false), Duration.ofMinutes(5), Duration.ofSeconds(30), () -> this.now);
    private final Set<String> withdrawn = new HashSet<>();
    private long now;
    private int signatures;
    private boolean keyIsGone;

    private final KnownTokens tokens = new KnownTokens(
            this::signed,
            token -> withdrawn.contains(token.getTokenValue())
                    ? OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token"))
                    : OAuth2TokenValidatorResult.success(),
            keys);

    private Jwt signed(String token) {
        signatures++;
        if (keyIsGone) {
            throw new BadJwtException("no such key");
        }
        return Jwt.withTokenValue(token).header("alg", "RS256").subject("anna").build();
    }

    @BeforeEach
    void the_keys_are_fetched() throws KeySourceException {
        fetch();
    }

    private void fetch() throws KeySourceException {
        keys.get(new JWKSelector(new JWKMatcher.Builder().build()), null);
    }

    @Test
    void the_signature_of_a_token_is_looked_at_once() {
        for (int i = 0; i < 10; i++) {
            assertThat(tokens.decode("one").getTokenValue()).isEqualTo("one");
        }
        tokens.decode("two");
        assertThat(signatures).isEqualTo(2);
    }

    @Test
    void a_token_that_was_withdrawn_is_refused_at_once() {
        tokens.decode("one");
        withdrawn.add("one");
        assertThatThrownBy(() -> tokens.decode("one")).isInstanceOf(JwtValidationException.class);
    }

    @Test
    void a_token_is_refused_when_its_key_is_gone_from_the_next_fetching() throws KeySourceException {
        tokens.decode("one");
        keyIsGone = true;
        now += Duration.ofMinutes(6).toNanos();
        fetch();
        assertThatThrownBy(() -> tokens.decode("one")).isInstanceOf(BadJwtException.class);
    }

    @Test
    void a_token_is_looked_at_again_when_the_keys_are_too_old_and_cannot_be_fetched() {
        tokens.decode("one");
        now += Duration.ofMinutes(6).toNanos();
        keyIsGone = true;
        assertThatThrownBy(() -> tokens.decode("one")).isInstanceOf(BadJwtException.class);
    }

    @Test
    void a_refused_token_is_not_remembered() {
        keyIsGone = true;
        assertThatThrownBy(() -> tokens.decode("one")).isInstanceOf(BadJwtException.class);
        keyIsGone = false;
        tokens.decode("one");
        assertThat(signatures).isEqualTo(2);
    }
}
