package health.kedja.access.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import health.kedja.access.TestIssuer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Keys are fetched when needed, not too often, and forgotten in time. */
class IssuerKeysTest {

    private static final JWK FIRST = TestIssuer.rsa("first", 2048);
    private static final JWK SECOND = TestIssuer.rsa("second", 2048);

    private final List<JWK> published = new ArrayList<>(List.of(FIRST));
    private boolean broken;
    private int fetches;
    private long now;

    private final IssuerKeys keys =
            new IssuerKeys(this::fetch, Duration.ofMinutes(5), Duration.ofSeconds(30), () -> now);

    private String fetch() throws IOException {
        fetches++;
        if (broken) {
            throw new IOException("no answer");
        }
        return new JWKSet(published).toString(false);
    }

    private List<JWK> asked(String id) throws KeySourceException {
        return keys.get(new JWKSelector(new JWKMatcher.Builder().keyID(id).build()), null);
    }

    private void pass(int seconds) {
        now += Duration.ofSeconds(seconds).toNanos();
    }

    @Test
    void known_keys_are_fetched_once_in_five_minutes() throws KeySourceException {
        for (int i = 0; i < 299; i++) {
            assertThat(asked("first")).hasSize(1);
            pass(1);
        }
        assertThat(fetches).isEqualTo(1);
        pass(1);
        asked("first");
        assertThat(fetches).isEqualTo(2);
    }

    @Test
    void no_private_part_is_kept() throws KeySourceException {
        assertThat(asked("first").get(0).isPrivate()).isFalse();
    }

    @Test
    void a_new_key_is_found_but_unknown_ones_are_looked_for_only_now_and_then() throws KeySourceException {
        asked("first");
        pass(30);
        assertThat(asked("second")).isEmpty();
        published.add(SECOND);
        for (int i = 0; i < 29; i++) {
            pass(1);
            assertThat(asked("second")).isEmpty();
        }
        assertThat(fetches).isEqualTo(2);
        pass(1);
        assertThat(asked("second")).hasSize(1);
        assertThat(fetches).isEqualTo(3);
    }

    @Test
    void a_withdrawn_key_is_refused_after_five_minutes() throws KeySourceException {
        asked("first");
        published.set(0, SECOND);
        pass(299);
        assertThat(asked("first")).hasSize(1);
        pass(1);
        assertThat(asked("first")).isEmpty();
    }

    @Test
    void an_issuer_that_does_not_answer_is_waited_for_as_long_as_the_keys_are_young() throws KeySourceException {
        asked("first");
        broken = true;
        pass(60);
        assertThat(asked("second")).isEmpty();
        assertThat(asked("first")).hasSize(1);
        pass(240);
        assertThatThrownBy(() -> asked("first")).isInstanceOf(KeySourceException.class);
        int before = fetches;
        assertThatThrownBy(() -> asked("first")).isInstanceOf(KeySourceException.class);
        assertThat(fetches).isEqualTo(before);
        broken = false;
        pass(30);
        assertThat(asked("first")).hasSize(1);
    }

    @Test
    void keys_that_are_too_short_are_not_used() throws KeySourceException {
        published.add(TestIssuer.rsa("short", 1024));
        assertThat(asked("short")).isEmpty();
    }
}
