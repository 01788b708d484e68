package health.kedja.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes only requests that are meant for this server, by the name in their Host header. Any other name would get into
 * the addresses of answers and paging links; and a page in a browser could ask a server on the same machine, if its own
 * name were made to point there.
 */
@Configuration(proxyBeanMethods = false)
class KnownHosts {

    private static final int MISDIRECTED = 421;
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "[0:0:0:0:0:0:0:1]");

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> knownHostsFilter(
            KedjaSettings settings, @Value("${server.address:}") String address) {
        FilterRegistrationBean<OncePerRequestFilter> registration =
                new FilterRegistrationBean<>(new Filter(names(settings, address)));
        registration.addUrlPatterns("/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 12);
        return registration;
    }

    static Set<String> names(KedjaSettings settings, String address) {
        Set<String> names = new TreeSet<>(LOOPBACK);
        if (!address.isBlank()) {
            names.add(address.contains(":") ? "[" + address + "]" : address.toLowerCase(Locale.ROOT));
        }
        if (settings.baseUrl() != null) {
            names.add(settings.baseUrl().getHost().toLowerCase(Locale.ROOT));
        }
        settings.hosts().forEach(host -> names.add(host.toLowerCase(Locale.ROOT)));
        return names;
    }

    private static final class Filter extends OncePerRequestFilter {

        private final Set<String> names;

        Filter(Set<String> names) {
            this.names = names;
        }

        @Override
        protected boolean shouldNotFilter(HttpServletRequest request) {
            // Probes ask by whatever address they have.
            return request.getRequestURI().startsWith("/actuator/");
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            String host = request.getServerName();
            if (host == null || !names.contains(host.toLowerCase(Locale.ROOT))) {
                OutcomeResponse.write(
                        response,
                        MISDIRECTED,
                        IssueType.PROCESSING,
                        "The Host header names a server that this one is not. If others reach it by that name, set"
                                + " kedja.base-url to its address, or add the name to kedja.hosts.");
                return;
            }
            chain.doFilter(request, response);
        }
    }
}
