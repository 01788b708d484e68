package health.kedja;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Resource;

/** A bulk export as a client makes it: kicked off, asked for until it is there, and fetched. */
public final class Exported {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String[] ASYNC = {"Prefer", "respond-async"};
    private static final int TRIES = 300;

    private final FhirHttp http;
    private final String status;
    private final JsonNode manifest;

    private Exported(FhirHttp http, String status, JsonNode manifest) {
        this.http = http;
        this.status = status;
        this.manifest = manifest;
    }

    /** @param path such as {@code Patient/$export?_type=Condition} */
    public static Exported get(FhirHttp http, String path) {
        return of(http, kickedOff(http.get(path, ASYNC)));
    }

    /** @param parameters the entries of {@code Parameters.parameter} */
    public static Exported post(FhirHttp http, String path, String... parameters) {
        return of(http, kickedOff(http.post(path, parameters(parameters), ASYNC)));
    }

    public static String parameters(String... parameters) {
        return "{\"resourceType\": \"Parameters\", \"parameter\": [" + String.join(",", parameters) + "]}";
    }

    /** An entry of Parameters that names a patient. */
    public static String patient(String id) {
        return "{\"name\": \"patient\", \"valueReference\": {\"reference\": \"Patient/" + id + "\"}}";
    }

    /** The address at which an export that was begun is asked for. */
    public static String kickedOff(FhirHttp.Answer answer) {
        return answer.expect(202).header("Content-Location");
    }

    /** What comes of an export that was begun. */
    public static Exported of(FhirHttp http, String status) {
        try {
            for (int i = 0; i < TRIES; i++) {
                FhirHttp.Answer answer = http.get(status, "Accept", "application/json");
                if (answer.status() != 202) {
                    assertThat(answer.expect(200).header("Content-Type")).startsWith("application/json");
                    return new Exported(http, status, JSON.readTree(answer.body()));
                }
                assertThat(answer.header("X-Progress")).isNotBlank().hasSizeLessThan(100);
                assertThat(answer.header("Retry-After")).matches("[0-9]+");
                Thread.sleep(100);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new AssertionError("The export does not come to an end");
    }

    public String status() {
        return status;
    }

    public JsonNode manifest() {
        return manifest;
    }

    public Instant transactionTime() {
        return Instant.parse(manifest.get("transactionTime").asText());
    }

    /** The addresses of the files of a type. */
    public List<String> urls(String type) {
        List<String> urls = new ArrayList<>();
        manifest.get("output").forEach(file -> {
            if (file.get("type").asText().equals(type)) {
                urls.add(file.get("url").asText());
            }
        });
        return urls;
    }

    public Set<String> types() {
        Set<String> types = new TreeSet<>();
        manifest.get("output").forEach(file -> types.add(file.get("type").asText()));
        return types;
    }

    /** The lines of all files of a type. */
    public List<String> lines(String type) {
        return urls(type).stream()
                .flatMap(url -> lines(http.get(url, "Accept", "application/fhir+ndjson")))
                .toList();
    }

    private static Stream<String> lines(FhirHttp.Answer file) {
        assertThat(file.expect(200).header("Content-Type")).startsWith("application/fhir+ndjson");
        assertThat(file.body()).endsWith("\n");
        return file.body().lines();
    }

    /** What was deleted, as {@code Type/id}. */
    public Set<String> deleted() {
        Set<String> deleted = new TreeSet<>();
        manifest.get("deleted").forEach(file -> {
            assertThat(file.get("type").asText()).isEqualTo("Bundle");
            lines(http.get(file.get("url").asText())).forEach(line -> {
                JsonNode bundle = read(line);
                assertThat(bundle.get("type").asText()).isEqualTo("transaction");
                bundle.get("entry").forEach(entry -> {
                    assertThat(entry.at("/request/method").asText()).isEqualTo("DELETE");
                    deleted.add(entry.at("/request/url").asText());
                });
            });
        });
        return deleted;
    }

    public List<Resource> resources(String type) {
        return lines(type).stream()
                .map(line ->
                        (Resource) FhirContext.forR4Cached().newJsonParser().parseResource(line))
                .toList();
    }

    public List<String> ids(String type) {
        return resources(type).stream()
                .map(resource -> resource.getIdElement().getIdPart())
                .toList();
    }

    public static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
