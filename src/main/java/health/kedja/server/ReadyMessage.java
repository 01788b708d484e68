package health.kedja.server;

import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.boot.web.server.Ssl;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says that the server is ready, and where to look first. */
@Component
class ReadyMessage {

    private final KedjaSettings settings;
    private final String scheme;

    ReadyMessage(KedjaSettings settings, ServerProperties server) {
        this.settings = settings;
        this.scheme = Ssl.isEnabled(server.getSsl()) ? "https" : "http";
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext web) {
            System.out.println(
                    text(scheme + "://localhost:" + web.getWebServer().getPort()));
        }
    }

    private String text(String server) {
        StringBuilder text = new StringBuilder("\nKedja is ready.\n\n")
                .append("  FHIR API    ")
                .append(server)
                .append("/fhir\n")
                .append("  What it can ")
                .append(server)
                .append("/fhir/metadata?_format=html/json\n")
                .append("  Health      ")
                .append(server)
                .append("/actuator/health\n");
        if (settings.demo()) {
            text.append("  Patients    ")
                    .append(server)
                    .append("/fhir/Patient?_format=html/json\n")
                    .append("\nTry:\n\n  curl '")
                    .append(server)
                    .append("/fhir/Patient/")
                    .append(DemonstrationPatients.FIRST)
                    .append("/$fracture-chain'\n");
        }
        return text.append("\nStop with Ctrl+C.\n").toString();
    }
}
