package health.kedja.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** An OpenID Connect issuer, as far as a server that accepts its tokens sees it: its configuration and its keys. */
public final class TestIssuer implements AutoCloseable {

    private final HttpServer server;
    private final List<JWK> published = new CopyOnWriteArrayList<>();
    private final AtomicInteger fetches = new AtomicInteger();
    private volatile boolean broken;

    /** One with one key, RSA of 2048 bits. */
    public TestIssuer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext(
                "/.well-known/openid-configuration",
                exchange -> answer(
                        exchange,
                        "{\"issuer\": \"%s\", \"jwks_uri\": \"%s/keys\", \"authorization_endpoint\": \"%s/auth\", \"token_endpoint\": \"%s/token\"}"
                                .formatted(name(), name(), name(), name())));
        server.createContext("/keys", exchange -> {
            fetches.incrementAndGet();
            answer(exchange, new JWKSet(List.copyOf(published)).toPublicJWKSet().toString());
        });
        server.start();
        published.add(rsa("first", 2048));
    }

    private void answer(HttpExchange exchange, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(broken ? 500 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** As its tokens name it. */
    public String name() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** How often its keys have been fetched. */
    public int fetches() {
        return fetches.get();
    }

    /** Whether it answers with errors. */
    public void setBroken(boolean broken) {
        this.broken = broken;
    }

    /** The key that it published first of those that it publishes now. */
    public JWK key() {
        return published.get(0);
    }

    /** Publishes a further key. */
    public void publish(JWK key) {
        published.add(key);
    }

    /** Publishes a key no more. */
    public void withdraw(JWK key) {
        published.remove(key);
    }

    /** A new RSA key. */
    public static JWK rsa(String id, int bits) {
        try {
            return new RSAKeyGenerator(bits, bits < 2048)
                    .keyUse(KeyUse.SIGNATURE)
                    .keyID(id)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A new key on an elliptic curve. */
    public static JWK ec(String id, Curve curve) {
        try {
            return new ECKeyGenerator(curve).keyUse(KeyUse.SIGNATURE).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A token signed with that key. */
    public static String sign(JWTClaimsSet claims, JWK key, JWSAlgorithm algorithm) {
        try {
            JWSHeader header = new JWSHeader.Builder(algorithm)
                    .keyID(key.getKeyID())
                    .type(JOSEObjectType.JWT)
                    .build();
            SignedJWT token = new SignedJWT(header, claims);
            token.sign(new DefaultJWSSignerFactory().createJWSSigner(key, algorithm));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The claims of a valid token that grants nothing, to be added to.
     *
     * @param audience the server that is to accept it
     * @param life for how long it is valid from now on
     */
    public JWTClaimsSet.Builder claims(String audience, Duration life) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(name())
                .subject("test-subject")
                .audience(audience)
                .claim("client_id", "test-client")
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(life)));
    }

    /**
     * A valid token.
     *
     * @param role what the caller is
     * @param organizations logical ids of Organizations; none for the whole server
     * @param scopes separated by spaces, such as {@code user/*.cruds}
     */
    public String token(String audience, Duration life, Role role, Collection<String> organizations, String scopes) {
        return sign(claims(audience, life)
                .claim("roles", List.of(role.token()))
                .claim("organizations", List.copyOf(organizations))
                .claim("scope", scopes)
                .build());
    }

    /** A token as this issuer makes them. */
    public String sign(JWTClaimsSet claims) {
        return sign(claims, key(), JWSAlgorithm.RS256);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
