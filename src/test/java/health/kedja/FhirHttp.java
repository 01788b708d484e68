package health.kedja;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Resource;

/** Plain HTTP against a FHIR API, so that a test sees the status, headers and body as a client does. */
public final class FhirHttp {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final URI base;
    private final String token;

    /** @param base without slash at the end */
    public FhirHttp(URI base) {
        this(base, null);
    }

    private FhirHttp(URI base, String token) {
        this.base = base;
        this.token = token;
    }

    /** The same with an access token in each request. */
    public FhirHttp bearing(String token) {
        return new FhirHttp(base, token);
    }

    public Answer get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    public Answer post(String path, String json, String... headers) {
        return send("POST", path, json, headers);
    }

    public Answer put(String path, String json, String... headers) {
        return send("PUT", path, json, headers);
    }

    public Answer delete(String path, String... headers) {
        return send("DELETE", path, null, headers);
    }

    public Answer patch(String path, String contentType, String body) {
        return send("PATCH", path, body, "Content-Type", contentType);
    }

    /** @param headers name, value, name, value... */
    public Answer send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(path.startsWith("http") ? URI.create(path) : uri(path));
        request.setHeader("Accept", "application/fhir+json");
        if (token != null) {
            request.setHeader("Authorization", "Bearer " + token);
        }
        if (body == null) {
            request.method(method, HttpRequest.BodyPublishers.noBody());
        } else {
            request.setHeader("Content-Type", "application/fhir+json");
            request.method(method, HttpRequest.BodyPublishers.ofString(body));
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(method + " " + path, response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private URI uri(String path) {
        return URI.create(base + (path.isEmpty() ? "" : "/" + path.replace("|", "%7C")));
    }

    /** What came back. */
    public static final class Answer {

        private final String request;
        private final HttpResponse<String> response;

        private Answer(String request, HttpResponse<String> response) {
            this.request = request;
            this.response = response;
        }

        public int status() {
            return response.statusCode();
        }

        public String body() {
            return response.body();
        }

        /** A header, or null. */
        public String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        /** All headers, their names in lower case. */
        public Map<String, List<String>> headers() {
            return response.headers().map();
        }

        public Answer expect(int... statuses) {
            assertThat(statuses).as("%s answered %s", request, response.body()).contains(status());
            return this;
        }

        public <T extends Resource> T as(Class<T> type) {
            Resource resource =
                    (Resource) FhirContext.forR4Cached().newJsonParser().parseResource(body());
            assertThat(resource).as("%s answered", request).isInstanceOf(type);
            return type.cast(resource);
        }

        /** The text of all issues of the OperationOutcome that came back. */
        public String diagnostics() {
            return as(OperationOutcome.class).getIssue().stream()
                    .map(OperationOutcome.OperationOutcomeIssueComponent::getDiagnostics)
                    .collect(Collectors.joining("\n"));
        }

        /** The logical id that the server gave, from the header that says where the resource is. */
        public String id() {
            String location = header("Location") == null ? header("Content-Location") : header("Location");
            String[] parts = location.split("/_history/")[0].split("/");
            return parts[parts.length - 1];
        }
    }
}
