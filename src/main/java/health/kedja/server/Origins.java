package health.kedja.server;

import health.kedja.access.authorization.Client;
import health.kedja.access.authorization.Registrations;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;

/** Which web pages may call the server from a browser: those of its settings, and of the apps that are registered. */
final class Origins implements CorsConfigurationSource {

    /**
     * No script has business there. And a form of a page without referrer says that it comes from "null", which for
     * Spring would be another origin.
     */
    private static final String FOR_PEOPLE_ONLY = "/oauth2/authorize";

    private final CorsConfiguration configuration;

    private Origins(Set<String> origins) {
        configuration = origins.isEmpty() ? null : new CorsConfiguration();
        if (configuration != null) {
            configuration.setAllowedOrigins(List.copyOf(origins));
            configuration.setAllowedMethods(List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD"));
            configuration.setAllowedHeaders(List.of("*"));
            configuration.setExposedHeaders(List.of(
                    "Location", "Content-Location", "ETag", "Last-Modified", "WWW-Authenticate", "Retry-After"));
            configuration.setMaxAge(3600L);
        }
    }

    /** @param registrations of the authorization server, or null */
    static Origins of(AccessSettings settings, Registrations registrations) {
        Stream<URI> redirects = registrations == null
                ? Stream.empty()
                : registrations.clients().stream()
                        .map(Client::redirectUris)
                        .flatMap(addresses -> addresses.orElse(List.of()).stream());
        Set<String> origins = new TreeSet<>();
        Stream.concat(settings.origins().stream(), redirects)
                .filter(address -> address.getHost() != null)
                .forEach(address -> origins.add(address.getScheme() + "://" + address.getAuthority()));
        return new Origins(origins);
    }

    /** Whether there is any. */
    boolean any() {
        return configuration != null;
    }

    @Override
    public CorsConfiguration getCorsConfiguration(HttpServletRequest request) {
        return request.getRequestURI().equals(request.getContextPath() + FOR_PEOPLE_ONLY) ? null : configuration;
    }
}
