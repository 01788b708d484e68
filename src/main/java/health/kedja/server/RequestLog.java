package health.kedja.server;

import health.kedja.access.Rules;
import health.kedja.operation.cdshooks.CdsService;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * One structured line a request: method, shape of the path, status, duration and a request id. Ids of resources and
 * query strings identify patients, so neither is written.
 */
@Configuration(proxyBeanMethods = false)
class RequestLog {

    /** Attribute of a request: its id. */
    static final String REQUEST_ID = "health.kedja.requestId";

    private static final Logger LOG = LoggerFactory.getLogger("health.kedja.request");
    private static final Pattern SAFE_REQUEST_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> requestLogFilter() {
        FilterRegistrationBean<OncePerRequestFilter> registration = new FilterRegistrationBean<>(new Filter());
        registration.addUrlPatterns("/fhir/*", CdsHooksEndpoint.PATH + "/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return registration;
    }

    /** The path with everything that may identify someone replaced: {@code Patient/[id]/$fracture-chain}. */
    static String shape(String path) {
        return Arrays.stream(path.split("/"))
                .filter(segment -> !segment.isEmpty())
                .map(RequestLog::shapeOfSegment)
                .collect(Collectors.joining("/"));
    }

    private static String shapeOfSegment(String segment) {
        boolean known = StorageRules.RESOURCE_TYPES.contains(segment)
                || segment.equals("fhir")
                || segment.equals("metadata")
                || segment.equals("_history")
                || segment.equals("_search")
                || segment.equals("$fracture-chain")
                || segment.equals("$next-actions")
                || segment.equals("$access-log")
                || segment.equals("AuditEvent")
                || segment.equals("$evaluate-measure")
                || segment.equals("$everything")
                || segment.equals("$export")
                || segment.equals("$export-poll-status")
                || segment.equals("$export-file")
                || segment.equals(Rules.SERVICES)
                || CdsService.of(segment).isPresent();
        return known ? segment : segment.startsWith("$") ? "$[operation]" : "[id]";
    }

    private static final class Filter extends OncePerRequestFilter {

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            long start = System.nanoTime();
            String requestId = requestId(request);
            request.setAttribute(REQUEST_ID, requestId);
            try {
                chain.doFilter(request, response);
            } finally {
                long millis = (System.nanoTime() - start) / 1_000_000;
                String path = shape(request.getRequestURI());
                LOG.atInfo()
                        .addKeyValue("method", request.getMethod())
                        .addKeyValue("path", path)
                        .addKeyValue("status", response.getStatus())
                        .addKeyValue("millis", millis)
                        .addKeyValue("requestId", requestId)
                        .log("{} {} {} {} ms {}", request.getMethod(), path, response.getStatus(), millis, requestId);
            }
        }

        private static String requestId(HttpServletRequest request) {
            String given = request.getHeader("X-Request-ID");
            return given != null && SAFE_REQUEST_ID.matcher(given).matches()
                    ? given
                    : UUID.randomUUID().toString();
        }
    }
}
