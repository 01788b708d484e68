package health.kedja;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.springframework.jdbc.core.JdbcTemplate;

/** Sends requests that the server must refuse, and makes sure that they changed nothing. */
public final class Refusals {

    public static final String JSON = "application/fhir+json";
    public static final String XML = "application/fhir+xml";

    private static final FhirContext CONTEXT = FhirContext.forR4Cached();

    private final KedjaServerExtension server;
    private final HttpClient http = HttpClient.newHttpClient();

    public Refusals(KedjaServerExtension server) {
        this.server = server;
    }

    public void refused(int status, String method, String path, String type, String body, String... words)
            throws Exception {
        refused(status, request(method, path, type, body == null ? null : BodyPublishers.ofString(body)), words);
    }

    public void refused(int status, HttpRequest request, String... words) throws Exception {
        Map<String, Object> before = everythingStored();
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        OperationOutcome outcome = response.body().startsWith("<")
                ? CONTEXT.newXmlParser().parseResource(OperationOutcome.class, response.body())
                : CONTEXT.newJsonParser().parseResource(OperationOutcome.class, response.body());
        assertThat(outcome.getIssue())
                .isNotEmpty()
                .allSatisfy(issue -> assertThat(issue.getSeverity())
                        .isIn(OperationOutcome.IssueSeverity.ERROR, OperationOutcome.IssueSeverity.FATAL));
        assertThat(outcome.getIssue().stream()
                        .map(issue -> issue.getDiagnostics() + issue.getExpression())
                        .collect(Collectors.joining("\n")))
                .contains(words);
        assertThat(everythingStored()).isEqualTo(before);
    }

    private Map<String, Object> everythingStored() {
        return new JdbcTemplate(server.dataSource()).queryForMap("""
                        select (select count(*) from public.hfj_resource) as resources,
                            (select count(*) from public.hfj_res_ver) as versions,
                            (select count(*) from kedja.event) as events
                        """);
    }

    public HttpResponse<String> send(String method, String path, String type, String body) throws Exception {
        return http.send(
                request(method, path, type, body == null ? null : BodyPublishers.ofString(body)),
                BodyHandlers.ofString());
    }

    public HttpRequest request(String method, String path, String type, BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.fhirBase() + path.replace("$", "%24")));
        if (type != null) {
            request.header("Content-Type", type);
        }
        return request.method(method, body == null ? BodyPublishers.noBody() : body)
                .build();
    }
}
