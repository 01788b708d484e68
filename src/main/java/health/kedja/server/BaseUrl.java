package health.kedja.server;

import java.net.URI;
import org.springframework.core.env.Environment;

/**
 * The address under which clients reach this server, in guarded mode: tokens and metadata name it.
 *
 * @param base without slash at the end
 */
record BaseUrl(String base) {

    static BaseUrl of(AccessSettings settings, Environment environment) {
        return settings.baseUrl() == null
                ? new BaseUrl("http://localhost:" + environment.getProperty("server.port", "8080"))
                : of(settings.baseUrl());
    }

    static BaseUrl of(URI set) {
        if (!set.isAbsolute() || set.getHost() == null || set.getQuery() != null || set.getFragment() != null) {
            throw new SettingException(
                    "kedja.access.base-url is '" + set + "', which is no address of a server",
                    "Set it to the address that clients use, such as https://kedja.example.org.");
        }
        return new BaseUrl(set.toString().replaceAll("/+$", ""));
    }

    /** Address of the FHIR API. */
    String fhir() {
        return base + "/fhir";
    }
}
