package health.kedja.server;

import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.web.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The addresses under which this server is reached. A reference that begins with one of them is stored as a relative
 * one, and found as such. They are known only when the port is; nobody can have sent anything before that.
 */
@Component
class OwnBaseUrls {

    /** In open mode the server listens on loopback only; see {@link LoopbackOnly}. */
    private static final List<String> HOSTS = List.of("localhost", "127.0.0.1", "[::1]");

    private final JpaStorageSettings storage;
    private final AccessSettings access;

    OwnBaseUrls(JpaStorageSettings storage, AccessSettings access) {
        this.storage = storage;
        this.access = access;
    }

    @EventListener
    void listening(WebServerInitializedEvent event) {
        int port = event.getWebServer().getPort();
        Set<String> urls = HOSTS.stream()
                .map(host -> "http://" + host + ":" + port + "/fhir")
                .collect(Collectors.toSet());
        if (access.baseUrl() != null) {
            urls.add(BaseUrl.of(access.baseUrl()).fhir());
        }
        storage.setTreatBaseUrlsAsLocal(urls);
    }
}
