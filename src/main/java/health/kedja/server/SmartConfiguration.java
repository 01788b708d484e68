package health.kedja.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import health.kedja.access.token.Published;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/**
 * {@code /fhir/.well-known/smart-configuration}: where a client gets a token, and what it may expect (SMART App Launch
 * 2.2, Conformance). Of the authorization server within this one, if it is on; else what the first issuer says of itself.
 */
final class SmartConfiguration extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final long KEPT = Duration.ofMinutes(5).toNanos();
    private static final List<String> FROM_ISSUER = List.of(
            "issuer",
            "jwks_uri",
            "authorization_endpoint",
            "token_endpoint",
            "introspection_endpoint",
            "revocation_endpoint",
            "grant_types_supported",
            "response_types_supported",
            "scopes_supported",
            "code_challenge_methods_supported",
            "token_endpoint_auth_methods_supported",
            "token_endpoint_auth_signing_alg_values_supported");

    private final String issuer;
    private final String own;
    private transient Map<String, Object> told;
    private long since;

    /** @param own base of this server when the authorization server within it is on, else null */
    SmartConfiguration(AccessSettings settings, String own) {
        this.own = own;
        this.issuer = own == null ? settings.issuers().get(0).issuer() : own;
    }

    /**
     * The document.
     *
     * @throws IOException if the issuer says nothing of itself
     */
    synchronized Map<String, Object> document() throws IOException {
        if (told == null || System.nanoTime() - since > KEPT) {
            told = own == null ? ofIssuer(Published.metadata(issuer)) : ofThisServer();
            since = System.nanoTime();
        }
        return told;
    }

    private static Map<String, Object> ofIssuer(Map<String, Object> metadata) {
        Map<String, Object> document = new LinkedHashMap<>();
        FROM_ISSUER.stream().filter(metadata::containsKey).forEach(name -> document.put(name, metadata.get(name)));
        List<String> capabilities = new ArrayList<>(List.of("permission-patient", "permission-user", "permission-v2"));
        if (metadata.get("scopes_supported") instanceof List<?> scopes && scopes.contains("openid")) {
            capabilities.add("sso-openid-connect");
        }
        document.put("capabilities", capabilities);
        return document;
    }

    private Map<String, Object> ofThisServer() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("issuer", own);
        document.put("jwks_uri", own + "/oauth2/jwks");
        document.put("authorization_endpoint", own + "/oauth2/authorize");
        document.put("token_endpoint", own + "/oauth2/token");
        document.put("introspection_endpoint", own + "/oauth2/introspect");
        document.put("revocation_endpoint", own + "/oauth2/revoke");
        document.put("grant_types_supported", Discovery.GRANTS);
        document.put("response_types_supported", List.of("code"));
        document.put(
                "scopes_supported",
                List.of(
                        "openid",
                        "fhirUser",
                        "launch",
                        "launch/patient",
                        "offline_access",
                        "patient/*.cruds",
                        "user/*.cruds",
                        "system/*.cruds"));
        document.put("code_challenge_methods_supported", List.of("S256"));
        document.put("token_endpoint_auth_methods_supported", Discovery.CLIENT_AUTHENTICATION);
        document.put("token_endpoint_auth_signing_alg_values_supported", List.of("RS384", "ES384"));
        document.put(
                "capabilities",
                List.of(
                        "launch-standalone",
                        "launch-ehr",
                        "client-public",
                        "client-confidential-symmetric",
                        "client-confidential-asymmetric",
                        "sso-openid-connect",
                        "context-standalone-patient",
                        "context-ehr-patient",
                        "context-ehr-encounter",
                        "permission-offline",
                        "permission-patient",
                        "permission-user",
                        "permission-v1",
                        "permission-v2"));
        return document;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            String json = new ObjectMapper().writeValueAsString(document());
            response.setContentType("application/json");
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.getWriter().write(json);
        } catch (IOException e) {
            OutcomeResponse.write(
                    response,
                    HttpServletResponse.SC_SERVICE_UNAVAILABLE,
                    IssueType.TRANSIENT,
                    "The issuer of access tokens does not say just now where to get one. Try again later.");
        }
    }
}
