package health.kedja;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.api.ServerValidationModeEnum;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/**
 * The one server that all tests over HTTP share, on the real PostgreSQL. It starts with the first test that needs it
 * and ends with the last; tests keep apart by their own patients.
 */
public final class KedjaServerExtension implements BeforeAllCallback {

    private static final String IMPORTED = "/import/";

    private RunningServer server;
    private HttpServer files;

    private record Shared(HttpServer files, RunningServer server) implements CloseableResource {

        static Shared start() {
            try {
                HttpServer files = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
                files.start();
                return new Shared(files, RunningServer.start("--kedja.import.sources=" + address(files) + IMPORTED));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws Exception {
            server.close();
            files.stop(0);
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        Shared shared = context.getRoot()
                .getStore(Namespace.create(KedjaServerExtension.class))
                .getOrComputeIfAbsent(Shared.class, key -> Shared.start(), Shared.class);
        server = shared.server();
        files = shared.files();
    }

    /** A server of files. What it has below {@code /import/}, and nothing else, the server may import. */
    public HttpServer files() {
        return files;
    }

    /** Where {@link #files} is. */
    public URI filesBase() {
        return URI.create(address(files));
    }

    private static String address(HttpServer files) {
        return "http://127.0.0.1:" + files.getAddress().getPort();
    }

    /** Base of the FHIR API. */
    public URI fhirBase() {
        return URI.create("http://127.0.0.1:" + server.port() + "/fhir");
    }

    /** Base of the server. */
    public URI base() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    /** A new client of the FHIR API. */
    public IGenericClient client() {
        FhirContext context = FhirContext.forR4();
        context.getRestfulClientFactory().setServerValidationMode(ServerValidationModeEnum.NEVER);
        context.getRestfulClientFactory().setSocketTimeout(60_000);
        return context.newRestfulGenericClient(fhirBase().toString());
    }

    /** The server's database. */
    public DataSource dataSource() {
        return server.bean(DataSource.class);
    }

    /** A part of the running server. */
    public <T> T bean(Class<T> type) {
        return server.bean(type);
    }
}
