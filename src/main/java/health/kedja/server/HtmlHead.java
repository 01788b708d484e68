package health.kedja.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.HtmlUtils;

/**
 * Gives HAPI's HTML view of a resource what it has not got: a title, by which one knows the page among others and hears
 * where one is, and the width of the window on a small screen.
 */
@Configuration(proxyBeanMethods = false)
class HtmlHead {

    private static final String FIRST = "<meta charset=\"utf-8\" />";

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> htmlHeadFilter() {
        FilterRegistrationBean<OncePerRequestFilter> registration = new FilterRegistrationBean<>(new Filter());
        registration.addUrlPatterns("/fhir/*");
        return registration;
    }

    private static final class Filter extends OncePerRequestFilter {

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            chain.doFilter(request, HtmlView.isForBrowser(request) ? new WithHead(request, response) : response);
        }
    }

    private static final class WithHead extends HttpServletResponseWrapper {

        private final String head;
        private PrintWriter writer;

        WithHead(HttpServletRequest request, HttpServletResponse response) {
            super(response);
            String path =
                    request.getRequestURI().substring(request.getContextPath().length() + "/fhir".length());
            head = FIRST + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/><title>"
                    + HtmlUtils.htmlEscape(path.isEmpty() ? "FHIR" : path.substring(1)) + " · Kedja</title>";
        }

        @Override
        public PrintWriter getWriter() throws IOException {
            if (writer == null) {
                boolean html = getContentType() != null && getContentType().startsWith("text/html");
                writer = html ? new Inserting(super.getWriter(), head) : super.getWriter();
            }
            return writer;
        }
    }

    /** Writes the head where the page begins, which HAPI sends in one piece. */
    private static final class Inserting extends PrintWriter {

        private final String head;
        private boolean begun;

        Inserting(Writer writer, String head) {
            super(writer);
            this.head = head;
        }

        @Override
        public void write(String text, int from, int length) {
            int first = begun ? -1 : text.indexOf(FIRST, from);
            begun = true;
            if (first < 0 || first + FIRST.length() > from + length) {
                super.write(text, from, length);
                return;
            }
            super.write(text, from, first - from);
            super.write(head, 0, head.length());
            int rest = first + FIRST.length();
            super.write(text, rest, from + length - rest);
        }
    }
}
