package health.kedja;

import com.nimbusds.jwt.JWTClaimsSet;
import health.kedja.access.Role;
import health.kedja.access.TestClients;
import health.kedja.access.TestIssuer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/**
 * The one server in guarded mode that all tests of access share, on a database of its own, and an issuer whose tokens it
 * accepts. Tests keep apart by their own organizations and patients.
 */
public final class GuardedServerExtension implements BeforeAllCallback {

    /** What tokens for the server name in {@code aud}. */
    public static final String AUDIENCE = "kedja-under-test";

    private Guarded guarded;

    private record Guarded(TestIssuer issuer, TestClients clients, RunningServer server) implements CloseableResource {

        static Guarded start() {
            TestIssuer issuer = new TestIssuer();
            TestClients clients = new TestClients();
            int port = freePort();
            return new Guarded(
                    issuer,
                    clients,
                    RunningServer.start(
                            "--kedja.access.authorization-server.enabled=true",
                            "--kedja.access.authorization-server.file=" + clients.file(),
                            "--server.port=" + port,
                            "--kedja.base-url=http://127.0.0.1:" + port,
                            "--kedja.access.issuers[0].issuer=" + issuer.name(),
                            "--kedja.access.issuers[0].audience=" + AUDIENCE,
                            // Times that a test can wait for.
                            "--kedja.access.keys-kept=3s",
                            "--kedja.access.keys-pause=1s"));
        }

        @Override
        public void close() throws Exception {
            server.close();
            issuer.close();
            clients.close();
        }
    }

    /** The server's name for itself has its port in it, so that it is wanted before the start. */
    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        guarded = context.getRoot()
                .getStore(Namespace.create(GuardedServerExtension.class))
                .getOrComputeIfAbsent(Guarded.class, key -> Guarded.start(), Guarded.class);
    }

    /** Base of the server. */
    public URI base() {
        return URI.create("http://127.0.0.1:" + guarded.server().port());
    }

    /** Base of the FHIR API. */
    public URI fhirBase() {
        return URI.create(base() + "/fhir");
    }

    /** The FHIR API, without a token. */
    public FhirHttp http() {
        return new FhirHttp(fhirBase());
    }

    /** The FHIR API, with that token in each request. */
    public FhirHttp http(String token) {
        return http().bearing(token);
    }

    /**
     * A valid access token, for five minutes.
     *
     * @param role what the caller is, or null for nothing
     * @param organizations logical ids of Organizations; none for the whole server
     * @param scopes separated by spaces, such as {@code user/*.cruds}
     * @param fhirUser such as {@code Practitioner/anna}, or null
     * @param patient logical id of the patient of the launch, or null
     */
    public String token(Role role, Collection<String> organizations, String scopes, String fhirUser, String patient) {
        JWTClaimsSet.Builder claims = claims().claim("roles", role == null ? List.of() : List.of(role.token()))
                .claim("organizations", List.copyOf(organizations))
                .claim("scope", scopes);
        if (fhirUser != null) {
            claims.claim("fhirUser", fhirUser);
        }
        if (patient != null) {
            claims.claim("patient", patient);
        }
        return issuer().sign(claims.build());
    }

    /** A token for a system that may do everything that scopes can grant. */
    public String systemToken() {
        return token(Role.INTEGRATION, List.of(), "system/*.cruds", null, null);
    }

    /** The claims of a valid token that grants nothing, to be added to. */
    public JWTClaimsSet.Builder claims() {
        return issuer().claims(AUDIENCE, Duration.ofMinutes(5));
    }

    /** The issuer whose tokens the server accepts. */
    public TestIssuer issuer() {
        return guarded.issuer();
    }

    /** The clients and users of the server's own authorization server. */
    public TestClients clients() {
        return guarded.clients();
    }

    /** The server's database. */
    public DataSource dataSource() {
        return bean(DataSource.class);
    }

    /** A part of the running server. */
    public <T> T bean(Class<T> type) {
        return guarded.server().bean(type);
    }
}
