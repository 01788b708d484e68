package health.kedja.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Sends an answer when the buffer is full and at its end. HAPI's JSON writer asks for it to be sent after each boolean
 * and each text that it writes as a field: hundreds of packets for one answer, which took a quarter of its time.
 */
@Configuration(proxyBeanMethods = false)
class UnhurriedAnswers {

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> unhurriedAnswersFilter() {
        FilterRegistrationBean<OncePerRequestFilter> registration = new FilterRegistrationBean<>(new Filter());
        registration.addUrlPatterns("/fhir/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 30);
        return registration;
    }

    private static final class Filter extends OncePerRequestFilter {

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            chain.doFilter(request, new Answer(response));
        }
    }

    /** Closing it, or the end of the request, sends what is left. */
    private static final class Answer extends HttpServletResponseWrapper {

        private PrintWriter writer;

        Answer(HttpServletResponse response) {
            super(response);
        }

        @Override
        public PrintWriter getWriter() throws IOException {
            if (writer == null) {
                writer = new PrintWriter(new NoFlush(super.getWriter()));
            }
            return writer;
        }
    }

    private static final class NoFlush extends FilterWriter {

        NoFlush(PrintWriter out) {
            super(out);
        }

        @Override
        public void flush() {
            // The server does when its buffer is full.
        }
    }
}
