package health.kedja.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses request bodies over {@code kedja.requests.max-body} with status 413 before they are read into memory, also
 * when the client does not say how large they are, and with 408 those that take longer than
 * {@code kedja.requests.body-within} to come.
 */
@Configuration(proxyBeanMethods = false)
class BodyLimit {

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> bodyLimitFilter(KedjaSettings settings) {
        FilterRegistrationBean<OncePerRequestFilter> registration =
                new FilterRegistrationBean<>(new Filter(settings.requests()));
        registration.addUrlPatterns("/fhir/*", CdsHooksEndpoint.PATH + "/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 20);
        return registration;
    }

    private static final class Filter extends OncePerRequestFilter {

        private final DataSize limit;
        private final Duration within;

        Filter(KedjaSettings.Requests limits) {
            this.limit = limits.maxBody();
            this.within = limits.bodyWithin();
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            if (request.getContentLengthLong() > limit.toBytes()) {
                refuse(response);
                return;
            }
            chain.doFilter(new LimitedRequest(request, limit.toBytes(), message(), within), response);
        }

        private void refuse(HttpServletResponse response) throws IOException {
            OutcomeResponse.write(
                    response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, IssueType.TOOLONG, message());
        }

        private String message() {
            return "The request body is larger than " + limit.toMegabytes()
                    + " MB (kedja.requests.max-body). Send it as several smaller Bundles.";
        }
    }
}
