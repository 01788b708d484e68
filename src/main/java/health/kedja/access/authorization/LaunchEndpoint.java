package health.kedja.access.authorization;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.kedja.access.Caller;
import health.kedja.access.Role;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * {@code POST /oauth2/launch}: a record system says which patient is open, and gets a value of {@code launch} to open an app
 * with (SMART App Launch 2.2, EHR launch). SMART leaves to the record system how that value comes to be. It needs the role
 * integration and the scope {@value #SCOPE}. Of the patient nothing is told, not even whether there is one: what the app
 * sees is for the rights of its user to say.
 */
public final class LaunchEndpoint extends HttpServlet {

    /** What the token of the record system must grant. */
    public static final String SCOPE = "kedja/launch";

    private static final long serialVersionUID = 1L;
    private static final Set<String> FIELDS = Set.of("patient", "encounter", "user", "client_id");
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final transient LaunchContexts contexts;

    public LaunchEndpoint(LaunchContexts contexts) {
        this.contexts = contexts;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Caller caller = (Caller) request.getAttribute(Caller.class.getName());
        if (caller == null
                || !caller.is(Role.INTEGRATION)
                || !caller.scopes().others().contains(SCOPE)) {
            refuse(
                    response,
                    HttpServletResponse.SC_FORBIDDEN,
                    "insufficient_scope",
                    "This needs the role integration and the scope " + SCOPE + ".");
            return;
        }
        byte[] body = request.getInputStream().readAllBytes();
        try {
            String launch = contexts.keep(context(parsed(body)));
            write(
                    response,
                    HttpServletResponse.SC_CREATED,
                    Map.of("launch", launch, "expires_in", LaunchContexts.LIFE.toSeconds()));
        } catch (IllegalArgumentException e) {
            refuse(response, HttpServletResponse.SC_BAD_REQUEST, "invalid_request", e.getMessage());
        }
    }

    private static JsonNode parsed(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new IllegalArgumentException("the body must be JSON", e);
        }
    }

    private static LaunchContext context(JsonNode body) {
        if (!body.isObject() || !body.hasNonNull("patient")) {
            throw new IllegalArgumentException("patient is missing: the logical id of the patient that is open");
        }
        body.fieldNames().forEachRemaining(name -> {
            if (!FIELDS.contains(name)) {
                throw new IllegalArgumentException(
                        "a field is not known; fields are " + String.join(", ", new TreeSet<>(FIELDS)));
            }
        });
        return new LaunchContext(
                text(body, "patient").orElseThrow(),
                text(body, "encounter"),
                text(body, "user"),
                text(body, "client_id"));
    }

    private static Optional<String> text(JsonNode body, String field) {
        JsonNode value = body.path(field);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw new IllegalArgumentException(field + " must be a text");
        }
        return Optional.of(value.textValue());
    }

    private static void refuse(HttpServletResponse response, int status, String error, String description)
            throws IOException {
        write(response, status, Map.of("error", error, "error_description", description));
    }

    private static void write(HttpServletResponse response, int status, Map<String, Object> content)
            throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write(JSON.writeValueAsString(content));
    }
}
