package health.kedja;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.api.ServerValidationModeEnum;
import java.net.URI;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * The one server that all tests over HTTP share, on the real PostgreSQL. It starts with the first test that needs it
 * and ends with the last; tests keep apart by their own patients.
 */
public final class KedjaServerExtension implements BeforeAllCallback {

    private RunningServer server;

    @Override
    public void beforeAll(ExtensionContext context) {
        server = context.getRoot()
                .getStore(Namespace.create(KedjaServerExtension.class))
                .getOrComputeIfAbsent(RunningServer.class, key -> RunningServer.start(), RunningServer.class);
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
