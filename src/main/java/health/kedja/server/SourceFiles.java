package health.kedja.server;

import ca.uhn.fhir.batch2.api.JobExecutionFailedException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Fetches files from where that is allowed, and follows a redirect only if it leads there too. */
final class SourceFiles {

    private static final int MOST_REDIRECTS = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();
    private final ImportSources sources;
    private final Optional<String> credentials;

    /** @param credentials name and password with a colon between; null for none */
    SourceFiles(ImportSources sources, String credentials) {
        this.sources = sources;
        this.credentials = Optional.ofNullable(credentials).filter(given -> !given.isBlank());
        if (this.credentials.filter(given -> !given.contains(":")).isPresent()) {
            throw new JobExecutionFailedException("storageDetail.credentialHttpBasic is not written as name:password");
        }
    }

    /**
     * The content of a file.
     *
     * @throws JobExecutionFailedException if it may not be fetched, or is not there
     */
    InputStream open(String address) throws IOException, InterruptedException {
        URI first = require(address, address);
        URI at = first;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            HttpResponse<InputStream> answer =
                    client.send(request(at, sameServer(first, at)), BodyHandlers.ofInputStream());
            if (!REDIRECTS.contains(answer.statusCode())) {
                return content(answer, at);
            }
            answer.body().close();
            at = require(next(answer, at), withoutQuery(at) + ", which leads on to another address");
        }
        throw new JobExecutionFailedException(
                withoutQuery(first) + " leads on to other addresses more than " + MOST_REDIRECTS + " times");
    }

    private URI require(String address, String named) {
        return sources.allowed(address)
                .orElseThrow(() -> new JobExecutionFailedException(
                        named.replaceFirst("[?#].*", "") + ": not within what " + ImportSources.SETTING + " lists"));
    }

    private static String next(HttpResponse<InputStream> answer, URI at) {
        try {
            return answer.headers()
                    .firstValue("Location")
                    .filter(location -> !location.isBlank())
                    .map(location -> at.resolve(location).toString())
                    .orElse("");
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private HttpRequest request(URI at, boolean withCredentials) {
        HttpRequest.Builder request = HttpRequest.newBuilder(at)
                .timeout(PATIENCE)
                .setHeader("Accept", "application/fhir+ndjson, application/ndjson;q=0.9, */*;q=0.1");
        if (withCredentials) {
            credentials.ifPresent(given -> request.setHeader(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(given.getBytes(StandardCharsets.UTF_8))));
        }
        return request.build();
    }

    /** A password is for the server that the client named. */
    private static boolean sameServer(URI one, URI other) {
        return one.getScheme().equalsIgnoreCase(other.getScheme())
                && one.getRawAuthority().equalsIgnoreCase(other.getRawAuthority());
    }

    private static InputStream content(HttpResponse<InputStream> answer, URI at) throws IOException {
        String type = answer.headers().firstValue("Content-Type").orElse("none");
        boolean readable = Stream.of("ndjson", "json", "text/plain").anyMatch(type::contains);
        if (answer.statusCode() != 200 || !readable) {
            answer.body().close();
            throw new JobExecutionFailedException(withoutQuery(at) + " answers with status " + answer.statusCode()
                    + " and content type " + type + ", where 200 and application/fhir+ndjson are needed");
        }
        return answer.body();
    }

    /** In what follows a question mark, passwords are sent too. */
    private static String withoutQuery(URI at) {
        return at.toString().replaceFirst("[?#].*", "");
    }
}
