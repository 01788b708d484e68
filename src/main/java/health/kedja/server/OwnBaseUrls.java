package health.kedja.server;

import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.web.context.WebServerInitializedEvent;
import org.springframework.boot.web.server.Ssl;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The addresses under which this server is reached. A reference that begins with one of them is stored as a relative
 * one, and found as such. They are known only when the port is; nobody can have sent anything before that.
 */
@Component
class OwnBaseUrls {

    private final JpaStorageSettings storage;
    private final KedjaSettings settings;
    private final String address;
    private final boolean tls;

    OwnBaseUrls(
            JpaStorageSettings storage,
            KedjaSettings settings,
            @Value("${server.address:}") String address,
            ServerProperties server) {
        this.storage = storage;
        this.settings = settings;
        this.address = address;
        this.tls = Ssl.isEnabled(server.getSsl());
    }

    @EventListener
    void listening(WebServerInitializedEvent event) {
        int port = event.getWebServer().getPort();
        Set<String> urls = KnownHosts.names(settings, address).stream()
                .map(host -> (tls ? "https://" : "http://") + host + ":" + port + "/fhir")
                .collect(Collectors.toSet());
        if (settings.baseUrl() != null) {
            urls.add(BaseUrl.of(settings.baseUrl()).fhir());
        }
        storage.setTreatBaseUrlsAsLocal(urls);
    }
}
