package health.kedja.server;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import health.kedja.access.Caller;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * So many requests a second for each client. Who has shown a token is counted as the client of the token, whatever the
 * address; anyone else, and who fails to show a valid one, by address. Requests without a token from the machine itself
 * are not counted unless {@code kedja.requests.rate.loopback} says so.
 */
@Configuration(proxyBeanMethods = false)
class RateLimit {

    private static final int MOST_CLIENTS = 100_000;

    /** Before tokens are looked at, so that guessing them is limited too. */
    @Bean
    FilterRegistrationBean<OncePerRequestFilter> addressRateFilter(KedjaSettings settings) {
        return registered(new ByAddress(settings.requests().rate()), Ordered.HIGHEST_PRECEDENCE + 16, settings);
    }

    /** After that. */
    @Bean
    FilterRegistrationBean<OncePerRequestFilter> clientRateFilter(KedjaSettings settings) {
        return registered(new ByClient(settings.requests().rate()), Ordered.LOWEST_PRECEDENCE - 10, settings);
    }

    private static FilterRegistrationBean<OncePerRequestFilter> registered(
            Counting filter, int order, KedjaSettings settings) {
        FilterRegistrationBean<OncePerRequestFilter> registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns("/*");
        registration.setOrder(order);
        registration.setEnabled(settings.requests().rate().perSecond() > 0);
        return registration;
    }

    private abstract static class Counting extends OncePerRequestFilter {

        private final LoadingCache<String, TokenBucket> buckets;

        Counting(KedjaSettings.Rate rate) {
            buckets = Caffeine.newBuilder()
                    .maximumSize(MOST_CLIENTS)
                    // A bucket that is full again need not be kept.
                    .expireAfterAccess(Duration.ofSeconds(1 + rate.burst() / Math.max(1, rate.perSecond())))
                    .build(client -> new TokenBucket(rate.perSecond(), rate.burst(), System.nanoTime()));
        }

        @Override
        protected boolean shouldNotFilter(HttpServletRequest request) {
            return request.getRequestURI().startsWith("/actuator/");
        }

        TokenBucket bucket(String client) {
            return buckets.get(client);
        }

        void refuse(TokenBucket bucket, HttpServletResponse response) throws IOException {
            long seconds = bucket.secondsUntilNext();
            response.setHeader("Retry-After", String.valueOf(seconds));
            OutcomeResponse.write(
                    response,
                    HttpStatus.TOO_MANY_REQUESTS.value(),
                    IssueType.THROTTLED,
                    "More requests than kedja.requests.rate allows. Try again in " + seconds + " s.");
        }
    }

    private static final class ByAddress extends Counting {

        private final boolean loopback;

        ByAddress(KedjaSettings.Rate rate) {
            super(rate);
            this.loopback = rate.loopback();
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            String address = request.getRemoteAddr();
            if (!loopback && isLoopback(address)) {
                chain.doFilter(request, response);
                return;
            }
            TokenBucket bucket = bucket(address);
            if (!bucket.take(System.nanoTime())) {
                refuse(bucket, response);
                return;
            }
            try {
                chain.doFilter(request, response);
            } finally {
                if (Caller.of(request).isPresent()) {
                    bucket.giveBack();
                }
            }
        }

        /** The address is written in digits, so no name is looked up. */
        private static boolean isLoopback(String address) throws UnknownHostException {
            return InetAddress.getByName(address).isLoopbackAddress();
        }
    }

    private static final class ByClient extends Counting {

        ByClient(KedjaSettings.Rate rate) {
            super(rate);
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            Optional<Caller> caller = Caller.of(request);
            if (caller.isPresent()) {
                TokenBucket bucket =
                        bucket(caller.get().issuer() + " " + caller.get().client());
                if (!bucket.take(System.nanoTime())) {
                    refuse(bucket, response);
                    return;
                }
            }
            chain.doFilter(request, response);
        }
    }
}
