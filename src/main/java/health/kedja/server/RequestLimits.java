package health.kedja.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Locale;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses an address, headers or a form with more than the settings allow, and bodies that are not UTF-8, as which FHIR
 * writes everything: another character set would let a body look otherwise to what checks it than to what reads it.
 */
@Configuration(proxyBeanMethods = false)
class RequestLimits {

    private static final int HEADERS_TOO_LARGE = 431;

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> requestLimitsFilter(KedjaSettings settings) {
        FilterRegistrationBean<OncePerRequestFilter> registration =
                new FilterRegistrationBean<>(new Filter(settings.requests()));
        registration.addUrlPatterns("/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 14);
        return registration;
    }

    private static final class Filter extends OncePerRequestFilter {

        private final KedjaSettings.Requests limits;

        Filter(KedjaSettings.Requests limits) {
            this.limits = limits;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            String query = request.getQueryString() == null ? "" : request.getQueryString();
            long parameters =
                    query.chars().filter(character -> character == '&').count() + 1;
            if (request.getRequestURI().length() + query.length()
                    > limits.maxUrl().toBytes()) {
                refuse(
                        response,
                        HttpServletResponse.SC_REQUEST_URI_TOO_LONG,
                        "The address is longer than " + limits.maxUrl().toBytes()
                                + " characters (kedja.requests.max-url). Search with POST [type]/_search instead.");
            } else if (parameters > limits.maxParameters()) {
                refuse(
                        response,
                        HttpServletResponse.SC_BAD_REQUEST,
                        "The address has " + parameters + " parameters; this server takes " + limits.maxParameters()
                                + " (kedja.requests.max-parameters).");
            } else if (request.getRequestURI().contains("//")) {
                refuse(response, HttpServletResponse.SC_BAD_REQUEST, "The path of the address has an empty part (//).");
            } else if (request.getRequestURI().indexOf(';') >= 0) {
                // What follows is no part of the path for some who read it, and is for others.
                refuse(response, HttpServletResponse.SC_BAD_REQUEST, "The path of the address has a semicolon.");
            } else if (lengthOfHeaders(request) > limits.maxHeaders().toBytes()) {
                refuse(
                        response,
                        HEADERS_TOO_LARGE,
                        "The headers are longer than " + limits.maxHeaders().toBytes()
                                + " characters (kedja.requests.max-headers).");
            } else if (!isUtf8(request.getContentType())) {
                refuse(
                        response,
                        HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE,
                        "The Content-Type cannot be read, or names another character set than UTF-8, which FHIR"
                                + " requires.");
            } else {
                chain.doFilter(request, response);
            }
        }

        private static void refuse(HttpServletResponse response, int status, String message) throws IOException {
            OutcomeResponse.write(response, status, IssueType.TOOLONG, message);
        }

        private static long lengthOfHeaders(HttpServletRequest request) {
            long length = 0;
            for (String name : Collections.list(request.getHeaderNames())) {
                for (String value : Collections.list(request.getHeaders(name))) {
                    length += name.length() + value.length();
                }
            }
            return length;
        }

        private static boolean isUtf8(String contentType) {
            if (contentType == null || !contentType.toLowerCase(Locale.ROOT).contains("charset")) {
                return true;
            }
            try {
                return "utf-8"
                        .equalsIgnoreCase(MediaType.parseMediaType(contentType).getParameter("charset"));
            } catch (InvalidMediaTypeException e) {
                return false;
            }
        }
    }
}
