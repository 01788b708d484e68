package health.kedja.server;

import java.net.URI;
import org.springframework.core.env.Environment;

/**
 * The address under which clients reach this server: tokens, metadata and links name it.
 *
 * @param base without slash at the end
 */
record BaseUrl(String base) {

    static BaseUrl of(KedjaSettings settings, Environment environment) {
        return settings.baseUrl() == null
                ? new BaseUrl("http://localhost:" + environment.getProperty("server.port", "8080"))
                : of(settings.baseUrl());
    }

    static BaseUrl of(URI set) {
        return new BaseUrl(set.toString());
    }

    /** Address of the FHIR API. */
    String fhir() {
        return base + "/fhir";
    }
}
