package health.kedja.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Plain HTTP against an authorization server, as a client does it. */
final class OAuthHttp {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final URI base;

    OAuthHttp(URI base) {
        this.base = base;
    }

    /** @param parameters name and value, before they are encoded */
    static String form(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    Tokens token(Map<String, String> parameters) {
        return post("/oauth2/token", parameters);
    }

    Tokens token(Map<String, String> parameters, String client, String secret) {
        String words = URLEncoder.encode(client, StandardCharsets.UTF_8) + ":"
                + URLEncoder.encode(secret, StandardCharsets.UTF_8);
        return post(
                "/oauth2/token",
                parameters,
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString(words.getBytes(StandardCharsets.UTF_8)));
    }

    Tokens post(String path, Map<String, String> parameters, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(parameters)));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Tokens(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What the server answered, as JSON. */
    record Tokens(int status, String body) {

        /** The value of a field, or null. */
        String text(String field) {
            JsonNode value = json().path(field);
            return value.isMissingNode() ? null : value.asText();
        }

        int number(String field) {
            return json().path(field).asInt();
        }

        List<String> scopes() {
            return List.of(text("scope").split(" "));
        }

        private JsonNode json() {
            try {
                return new ObjectMapper().readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(body, e);
            }
        }
    }
}
