package health.kedja.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UriComponentsBuilder;

/** Someone with a browser, who lets an app have access. */
final class AppUser {

    static final String VERIFIER = "a-verifier-that-is-long-enough-for-the-specification";

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final URI base;
    private final String name;

    AppUser(URI base, String name) {
        this.base = base;
        this.name = name;
    }

    /** SHA-256 of the verifier, as PKCE has it. */
    static String challenge() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What an app asks for; a null takes a parameter away. */
    static Map<String, String> asking(String client, String scope, String... changes) {
        Map<String, String> parameters = new LinkedHashMap<>(Map.of(
                "response_type",
                "code",
                "client_id",
                client,
                "redirect_uri",
                TestClients.REDIRECT,
                "scope",
                scope,
                "state",
                "state-of-the-app",
                "code_challenge",
                challenge(),
                "code_challenge_method",
                "S256"));
        for (int i = 0; i < changes.length; i += 2) {
            if (changes[i + 1] == null) {
                parameters.remove(changes[i]);
            } else {
                parameters.put(changes[i], changes[i + 1]);
            }
        }
        return parameters;
    }

    /** Logs in, and comes to what the app asks for. */
    HttpResponse<String> comesTo(Map<String, String> parameters) {
        HttpResponse<String> answer = get(base + "/oauth2/authorize?" + OAuthHttp.form(parameters));
        if (answer.statusCode() == 302 && location(answer).endsWith("/login")) {
            String page = get(location(answer)).body();
            answer = post(
                    "/login",
                    Map.of("username", name, "password", TestClients.PASSWORD, "_csrf", hidden(page, "_csrf")),
                    List.of());
            answer = get(location(answer));
        }
        return answer;
    }

    /** Logs in and allows everything that the page asks for. */
    HttpResponse<String> allows(Map<String, String> parameters, String patient) {
        String page = get(location(comesTo(parameters))).body();
        return decides(page, scopes(page), patient);
    }

    /** Answers the consent page. */
    HttpResponse<String> decides(String page, List<String> scopes, String patient) {
        Map<String, String> form =
                new LinkedHashMap<>(Map.of("client_id", hidden(page, "client_id"), "state", hidden(page, "state")));
        if (patient != null) {
            form.put("patient", patient);
        }
        return post("/oauth2/authorize", form, scopes);
    }

    /** What the consent page asks for. */
    static List<String> scopes(String page) {
        List<String> scopes = new ArrayList<>();
        Matcher box =
                Pattern.compile("name=\"scope\" checked value=\"([^\"]*)\"").matcher(page);
        while (box.find()) {
            scopes.add(HtmlUtils.htmlUnescape(box.group(1)));
        }
        return scopes;
    }

    /** A parameter of the address that a user is sent to. */
    static String sentWith(HttpResponse<String> answer, String parameter) {
        String value = UriComponentsBuilder.fromUriString(location(answer))
                .build()
                .getQueryParams()
                .getFirst(parameter);
        return value == null ? null : URLDecoder.decode(value, StandardCharsets.UTF_8);
    }

    static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    static String hidden(String page, String field) {
        Matcher value =
                Pattern.compile("name=\"" + field + "\"[^>]*value=\"([^\"]*)\"").matcher(page);
        if (!value.find()) {
            throw new IllegalStateException("No " + field + " in " + page);
        }
        return HtmlUtils.htmlUnescape(value.group(1));
    }

    HttpResponse<String> get(String address, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address)).header("Accept", "text/html");
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return send(request);
    }

    HttpResponse<String> post(String path, Map<String, String> form, List<String> scopes) {
        StringBuilder body = new StringBuilder(OAuthHttp.form(form));
        scopes.forEach(scope -> body.append('&').append(OAuthHttp.form(Map.of("scope", scope))));
        return send(HttpRequest.newBuilder(base.resolve(path))
                .header("Accept", "text/html")
                // What browsers say where pages have the policy no-referrer.
                .header("Origin", "null")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
