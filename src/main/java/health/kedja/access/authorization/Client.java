package health.kedja.access.authorization;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;

/**
 * An application or system. With a {@code secret} or keys it is a confidential client; with neither a public one, such as
 * an app in a browser. With keys it can get tokens for itself (SMART Backend Services), with redirect addresses for users
 * who log in.
 *
 * @param id what it calls itself
 * @param name what users are shown
 * @param scopes the most that it is granted
 * @param redirectUris where users are sent back to, character by character
 * @param secret as bcrypt hash
 * @param keysUrl where its public keys are, as JWK Set
 * @param keys its public keys themselves, as JWK Set
 * @param roles what it is when it acts for itself; words of {@link health.kedja.access.Role}
 * @param organizations logical ids of the Organizations for which the roles hold; none for the whole server
 */
public record Client(
        String id,
        String name,
        List<String> scopes,
        Optional<List<URI>> redirectUris,
        Optional<String> secret,
        Optional<URI> keysUrl,
        Optional<JsonNode> keys,
        Optional<List<String>> roles,
        Optional<List<String>> organizations) {

    public Client {
        secret.ifPresent(hash -> Words.bcrypt("secret", hash));
        Words.roles(roles);
        Words.ids("organizations", organizations);
        if (scopes.isEmpty()) {
            throw new IllegalArgumentException("scopes of the client '" + id + "' are none: it could do nothing");
        }
        if (secret.isPresent() && (keysUrl.isPresent() || keys.isPresent())
                || keysUrl.isPresent() && keys.isPresent()) {
            throw new IllegalArgumentException("the client '" + id
                    + "' has more than one of secret, keys-url and keys; one is how it proves itself");
        }
        if (redirectUris.isEmpty() && keysUrl.isEmpty() && keys.isEmpty()) {
            throw new IllegalArgumentException("the client '" + id
                    + "' has no redirect-uris, and no keys-url or keys to get tokens for itself: it could do nothing");
        }
        keysUrl.ifPresent(Client::checkSafe);
        redirectUris.orElse(List.of()).forEach(Client::checkRedirect);
        keys.ifPresent(Client::publicKeys);
    }

    /** Whether it has keys. */
    boolean hasKeys() {
        return keysUrl.isPresent() || keys.isPresent();
    }

    private static void checkSafe(URI address) {
        boolean local = "http".equals(address.getScheme())
                && address.getHost() != null
                && List.of("localhost", "127.0.0.1", "[::1]").contains(address.getHost());
        if (!local && !"https".equals(address.getScheme())) {
            throw new IllegalArgumentException(
                    "'" + address + "' must begin with https, or be an address of this machine");
        }
    }

    private static void checkRedirect(URI address) {
        if (!address.isAbsolute()
                || address.getRawFragment() != null
                || address.toString().contains("*")) {
            throw new IllegalArgumentException(
                    "redirect-uris must be whole addresses, without # and without *; given was '" + address + "'");
        }
        if (List.of("http", "https").contains(address.getScheme())) {
            checkSafe(address);
        }
    }

    static JWKSet publicKeys(JsonNode keys) {
        try {
            JWKSet set = JWKSet.parse(keys.toString());
            if (set.getKeys().isEmpty() || set.getKeys().stream().anyMatch(key -> key.isPrivate())) {
                throw new IllegalArgumentException("keys must be public keys, and at least one");
            }
            return set;
        } catch (ParseException e) {
            throw new IllegalArgumentException("keys are no JWK Set: " + e.getMessage(), e);
        }
    }
}
