package health.kedja.access.token;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;

/** JSON that issuers and clients publish on the web: fetched with patience for seconds, and up to a size. */
public final class Published {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int LARGEST = 1_000_000;
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            // An address in a file of settings is the one that is meant.
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private Published() {}

    /**
     * The text at an address.
     *
     * @throws IOException if there is none to be had: no answer in time, another status than 200, too much
     */
    public static String text(URI address) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Accept", "application/json")
                .build();
        try {
            HttpResponse<InputStream> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                if (answer.statusCode() != 200) {
                    throw new IOException(address + " answered with status " + answer.statusCode());
                }
                byte[] content = body.readNBytes(LARGEST + 1);
                if (content.length > LARGEST) {
                    throw new IOException(address + " answered with more than " + LARGEST + " bytes");
                }
                return new String(content, StandardCharsets.UTF_8);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for " + address, e);
        }
    }

    /**
     * What an OpenID Connect issuer says of itself.
     *
     * @throws IOException if it cannot be had, or is that of another issuer
     */
    public static Map<String, Object> metadata(String issuer) throws IOException {
        String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        try {
            Map<String, Object> metadata =
                    JSONObjectUtils.parse(text(URI.create(base + "/.well-known/openid-configuration")));
            if (!issuer.equals(metadata.get("issuer"))) {
                throw new IOException(issuer + " publishes the configuration of another issuer");
            }
            return metadata;
        } catch (ParseException e) {
            throw new IOException(issuer + " publishes a configuration that is no JSON object", e);
        }
    }

    /** The keys of an issuer that says itself where they are. */
    static String keysOf(String issuer) throws IOException {
        if (metadata(issuer).get("jwks_uri") instanceof String address) {
            return text(URI.create(address));
        }
        throw new IOException(issuer + " does not say where its keys are (jwks_uri)");
    }

    /**
     * Where to find the keys of an issuer.
     *
     * @param jwkSetUri the address, or null to ask the issuer
     */
    public static IssuerKeys.Publication keys(String issuer, URI jwkSetUri) {
        return jwkSetUri == null ? () -> keysOf(issuer) : () -> text(jwkSetUri);
    }
}
