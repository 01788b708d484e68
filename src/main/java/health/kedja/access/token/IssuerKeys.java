package health.kedja.access.token;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * The public keys of someone who signs, as they publish them. A key that is unknown lets them be fetched again, so that a
 * new key is accepted; but not more often than the pause, whoever sends what. Keys are forgotten when they are as old as
 * they may be, so that one that is published no more is refused by then.
 */
public final class IssuerKeys implements JWKSource<SecurityContext> {

    private static final int SHORTEST_RSA = 2048;

    /** Where the keys come from. */
    @FunctionalInterface
    public interface Publication {

        /** The JWK Set as text, as it is now. */
        String fetch() throws IOException;
    }

    private record Held(JWKSet keys, long fetched) {}

    private final Publication publication;
    private final long kept;
    private final long pause;
    private final LongSupplier nanoTime;
    private volatile Held held;
    private Long tried;

    /**
     * @param kept longest time for which fetched keys are used
     * @param pause shortest time between two attempts to fetch them
     */
    public IssuerKeys(Publication publication, Duration kept, Duration pause) {
        this(publication, kept, pause, System::nanoTime);
    }

    IssuerKeys(Publication publication, Duration kept, Duration pause, LongSupplier nanoTime) {
        this.publication = publication;
        this.kept = kept.toNanos();
        this.pause = pause.toNanos();
        this.nanoTime = nanoTime;
    }

    @Override
    public List<JWK> get(JWKSelector selector, SecurityContext context) throws KeySourceException {
        Held now = held;
        if (!isFresh(now)) {
            now = fetchedAfter(now);
            if (!isFresh(now)) {
                throw new KeySourceException("The keys cannot be fetched");
            }
        }
        List<JWK> found = selector.select(now.keys());
        return found.isEmpty() ? selector.select(fetchedAfter(now).keys()) : found;
    }

    /** What stands for the keys that are used now: another one when they are fetched again; null when they are too old. */
    Object edition() {
        Held now = held;
        return isFresh(now) ? now : null;
    }

    private boolean isFresh(Held keys) {
        return keys != null && nanoTime.getAsLong() - keys.fetched() < kept;
    }

    /** Newer keys than those, or the same when it is too early to ask again or nobody answers. */
    private synchronized Held fetchedAfter(Held known) throws KeySourceException {
        long now = nanoTime.getAsLong();
        if (held != known || (tried != null && now - tried < pause)) {
            return held;
        }
        tried = now;
        try {
            held = new Held(usable(JWKSet.parse(publication.fetch())), now);
        } catch (IOException | ParseException e) {
            // Keys that are not too old serve on.
            if (!isFresh(held)) {
                throw new KeySourceException("The keys cannot be fetched", e);
            }
        }
        return held;
    }

    /** Without those that anyone could reckon out, or that are shared secrets. */
    private static JWKSet usable(JWKSet published) {
        return new JWKSet(published.toPublicJWKSet().getKeys().stream()
                .filter(key -> !(key instanceof RSAKey rsa) || rsa.size() >= SHORTEST_RSA)
                .toList());
    }
}
