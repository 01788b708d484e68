package health.kedja.server;

import health.kedja.access.authorization.Registrations;
import health.kedja.access.token.BearerToken;
import health.kedja.access.token.CallerFilter;
import health.kedja.access.token.IssuerKeys;
import health.kedja.access.token.Published;
import health.kedja.access.token.Tokens;
import health.kedja.access.token.TrustedIssuer;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManagerResolver;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.AuthenticationFilter;
import org.springframework.security.web.context.request.async.WebAsyncManagerIntegrationFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.servletapi.SecurityContextHolderAwareRequestFilter;
import org.springframework.security.web.session.DisableEncodeUrlFilter;
import org.springframework.security.web.session.SessionManagementFilter;

/**
 * Guarded mode: every request needs an access token, but for the few that tell a client where to get one and a watcher
 * whether the server lives.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(GuardedMode.class)
@EnableWebSecurity
class GuardedConfiguration {

    /** After the log of requests and the limit of bodies. */
    private static final int FILTER_ORDER = -100;

    private static final String SMART = "/fhir/.well-known/smart-configuration";
    private static final String ACTUATOR = "/actuator";
    private static final String HEALTH = ACTUATOR + "/health";
    private static final Set<String> PUBLIC = Set.of("/fhir/metadata", SMART, CdsHooksEndpoint.PATH);
    /**
     * What Spring Security adds for sessions, pages and calls that are answered later, of which this chain has none, and for
     * tokens of another scheme (DPoP), which is not offered.
     */
    private static final Set<Class<? extends Filter>> IDLE = Set.of(
            DisableEncodeUrlFilter.class,
            WebAsyncManagerIntegrationFilter.class,
            SecurityContextHolderAwareRequestFilter.class,
            AnonymousAuthenticationFilter.class,
            AuthenticationFilter.class,
            SessionManagementFilter.class);

    private static final List<String> FORWARDED = List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "Via");

    @Bean
    BaseUrl baseUrl(KedjaSettings settings, Environment environment) {
        return BaseUrl.of(settings, environment);
    }

    @Bean
    SmartConfiguration smartConfiguration(AccessSettings settings, BaseUrl baseUrl) {
        return new SmartConfiguration(settings, settings.authorizationServer().enabled() ? baseUrl.base() : null);
    }

    @Bean
    ServletRegistrationBean<SmartConfiguration> smartConfigurationServlet(SmartConfiguration document) {
        ServletRegistrationBean<SmartConfiguration> registration = new ServletRegistrationBean<>(document, SMART);
        registration.setName("smart-configuration");
        return registration;
    }

    @Bean
    Origins origins(AccessSettings settings, ObjectProvider<Registrations> registrations) {
        return Origins.of(settings, registrations.getIfAvailable());
    }

    @Bean
    SecurityStatement securityStatement(SmartConfiguration smart, Origins origins) {
        return new SecurityStatement(smart, origins.any());
    }

    @Bean
    @Order(10)
    SecurityFilterChain resourceServer(
            HttpSecurity http,
            AccessSettings settings,
            BaseUrl baseUrl,
            Origins origins,
            ObjectProvider<TrustedIssuer> own)
            throws Exception {
        List<TrustedIssuer> issuers = Stream.concat(
                        own.stream(), settings.issuers().stream().map(issuer -> trusted(issuer, settings)))
                .toList();
        AuthenticationManagerResolver<HttpServletRequest> tokens =
                Tokens.of(issuers, baseUrl.fhir(), settings.clockSkew());
        Unauthorized unauthorized = new Unauthorized();
        return withoutIdle(http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                GuardedConfiguration::isPublic)
                        .permitAll()
                        .requestMatchers(request -> isAt(ACTUATOR, path(request)))
                        .access((who, what) -> new AuthorizationDecision(isLocal(what.getRequest(), settings)
                                || who.get().getAuthorities().stream()
                                        .anyMatch(role -> "administrator".equals(role.getAuthority()))))
                        .anyRequest()
                        .authenticated())
                .oauth2ResourceServer(server -> server.bearerTokenResolver(new BearerToken())
                        .authenticationManagerResolver(tokens)
                        .authenticationEntryPoint(unauthorized)
                        .withObjectPostProcessor(new ObjectPostProcessor<BearerTokenAuthenticationFilter>() {
                            @Override
                            public <F extends BearerTokenAuthenticationFilter> F postProcess(F filter) {
                                filter.setAuthenticationFailureHandler(unauthorized);
                                return filter;
                            }
                        }))
                .addFilterAfter(new CallerFilter(), BearerTokenAuthenticationFilter.class)
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(unauthorized).accessDeniedHandler(unauthorized))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // A token in a header is not sent by a browser on its own.
                .csrf(AbstractHttpConfigurer::disable)
                .cors(cors -> cors.configurationSource(origins))
                .requestCache(AbstractHttpConfigurer::disable)
                // Every answer has them, of this chain or not.
                .headers(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build());
    }

    private static SecurityFilterChain withoutIdle(DefaultSecurityFilterChain chain) {
        return new DefaultSecurityFilterChain(
                chain.getRequestMatcher(),
                chain.getFilters().stream()
                        .filter(filter -> !IDLE.contains(filter.getClass()))
                        .toList());
    }

    /** What tells a client where to get a token, and a watcher whether the server lives. */
    private static boolean isPublic(HttpServletRequest request) {
        String path = path(request);
        return HttpMethod.GET.matches(request.getMethod()) && (PUBLIC.contains(path) || isAt(HEALTH, path));
    }

    private static boolean isAt(String place, String path) {
        return path.startsWith(place) && (path.length() == place.length() || path.charAt(place.length()) == '/');
    }

    /** As the servlet is chosen by it. Patterns would take the address of each request apart, which is a fiftieth of a read. */
    private static String path(HttpServletRequest request) {
        String rest = request.getPathInfo();
        return rest == null ? request.getServletPath() : request.getServletPath() + rest;
    }

    private static TrustedIssuer trusted(AccessSettings.Issuer issuer, AccessSettings settings) {
        return new TrustedIssuer(
                issuer.issuer(),
                issuer.audience(),
                issuer.claims().names(),
                new IssuerKeys(
                        Published.keys(issuer.issuer(), issuer.jwkSetUri()), settings.keysKept(), settings.keysPause()),
                token -> false);
    }

    /** Whether the request comes from this machine, and not from a proxy on it. */
    private static boolean isLocal(HttpServletRequest request, AccessSettings settings) {
        try {
            return !settings.behindTlsProxy()
                    && FORWARDED.stream().allMatch(header -> request.getHeader(header) == null)
                    && InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    @Bean
    HttpFirewall firewall() {
        return PlainText.firewall();
    }

    @Bean
    RequestRejectedHandler requestRejectedHandler() {
        return new Unauthorized();
    }

    /** Each request would be measured a dozen times over. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /**
     * The chains by themselves: around them Spring Security lays a filter that looks up, for each request, what Spring MVC
     * would do with it. Nothing here asks for that.
     */
    @Bean
    FilterRegistrationBean<FilterChainProxy> securityFilters(
            ObjectProvider<SecurityFilterChain> chains, HttpFirewall firewall, RequestRejectedHandler rejected) {
        FilterChainProxy filters = new FilterChainProxy(chains.orderedStream().toList());
        filters.setFirewall(firewall);
        filters.setRequestRejectedHandler(rejected);
        filters.afterPropertiesSet();
        FilterRegistrationBean<FilterChainProxy> registration = new FilterRegistrationBean<>(filters);
        registration.setOrder(FILTER_ORDER);
        registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC);
        return registration;
    }

    @Bean
    DelegatingFilterProxyRegistrationBean securityFilterChainRegistration() {
        DelegatingFilterProxyRegistrationBean registration =
                new DelegatingFilterProxyRegistrationBean("springSecurityFilterChain");
        registration.setEnabled(false);
        return registration;
    }
}
