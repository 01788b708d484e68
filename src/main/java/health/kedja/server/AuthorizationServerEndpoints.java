package health.kedja.server;

import health.kedja.access.authorization.AssertionConverter;
import health.kedja.access.authorization.AuthorizationErrors;
import health.kedja.access.authorization.ClientAssertions;
import health.kedja.access.authorization.ConsentPage;
import health.kedja.access.authorization.GivenConsent;
import health.kedja.access.authorization.GrantedScopes;
import health.kedja.access.authorization.LaunchContexts;
import health.kedja.access.authorization.LaunchEndpoint;
import health.kedja.access.authorization.LoginPage;
import health.kedja.access.authorization.Registrations;
import health.kedja.access.authorization.StoredAuthorizations;
import health.kedja.access.authorization.TokenClaims;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.JwtClientAssertionAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationValidator;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2AccessTokenResponseAuthenticationSuccessHandler;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;

/** The addresses of the embedded authorization server: those of OAuth 2, and the pages for users. */
@Configuration(proxyBeanMethods = false)
@Conditional(GuardedMode.WithAuthorizationServer.class)
class AuthorizationServerEndpoints {

    static final String CONSENT = "/oauth2/consent";
    private static final String LOGIN = "/login";
    private static final String LOGOUT = "/logout";
    private static final String LAUNCH = "/oauth2/launch";

    @Bean
    @Order(1)
    SecurityFilterChain authorizationServer(
            HttpSecurity http,
            GrantedScopes scopes,
            GivenConsent consent,
            ClientAssertions assertions,
            StoredAuthorizations authorizations,
            Origins origins,
            BaseUrl baseUrl)
            throws Exception {
        OAuth2AuthorizationServerConfigurer server = OAuth2AuthorizationServerConfigurer.authorizationServer();
        server.clientAuthentication(client -> client.authenticationConverter(new AssertionConverter())
                        .authenticationProviders(providers -> providers.forEach(provider -> {
                            if (provider instanceof JwtClientAssertionAuthenticationProvider jwt) {
                                jwt.setJwtDecoderFactory(assertions);
                            }
                        })))
                .authorizationEndpoint(endpoint -> endpoint.authorizationRequestConverters(converters -> {
                            converters.clear();
                            converters.add(scopes::authorizationCode);
                            converters.add(consent::read);
                        })
                        .authenticationProviders(providers -> providers.forEach(provider -> {
                            if (provider instanceof OAuth2AuthorizationCodeRequestAuthenticationProvider code) {
                                // The scopes have been narrowed to what is registered, and are not it word for word.
                                code.setAuthenticationValidator(
                                        OAuth2AuthorizationCodeRequestAuthenticationValidator
                                                .DEFAULT_REDIRECT_URI_VALIDATOR
                                                .andThen(scopes::check));
                                code.setAuthorizationConsentRequired(request -> true);
                            }
                        }))
                        .errorResponseHandler(new AuthorizationErrors())
                        .consentPage(baseUrl.base() + CONSENT))
                .tokenEndpoint(endpoint -> endpoint.accessTokenRequestConverters(
                                converters -> converters.add(0, scopes::clientCredentials))
                        .authenticationProviders(providers -> providers.forEach(provider -> {
                            if (provider instanceof OAuth2ClientCredentialsAuthenticationProvider credentials) {
                                credentials.setAuthenticationValidator(request -> {});
                            }
                        }))
                        .accessTokenResponseHandler(withLaunchContext(authorizations)))
                .authorizationServerMetadataEndpoint(endpoint ->
                        endpoint.authorizationServerMetadataCustomizer(document -> document.claims(Discovery::correct)))
                .oidc(connect -> connect.providerConfigurationEndpoint(endpoint ->
                        endpoint.providerConfigurationCustomizer(document -> document.claims(Discovery::correct))));
        return http.securityMatcher(server.getEndpointsMatcher())
                .with(server, Customizer.withDefaults())
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .cors(cors -> cors.configurationSource(origins))
                .oauth2ResourceServer(resources -> resources.jwt(Customizer.withDefaults()))
                .exceptionHandling(handling -> handling.defaultAuthenticationEntryPointFor(
                        new LoginUrlAuthenticationEntryPoint(baseUrl.base() + LOGIN), browser()))
                .build();
    }

    /** Who does not say what they accept is no browser. */
    private static MediaTypeRequestMatcher browser() {
        MediaTypeRequestMatcher matcher = new MediaTypeRequestMatcher(MediaType.TEXT_HTML);
        matcher.setIgnoredMediaTypes(Set.of(MediaType.ALL));
        return matcher;
    }

    /** The answer with tokens says for which patient they are. */
    private static OAuth2AccessTokenResponseAuthenticationSuccessHandler withLaunchContext(
            OAuth2AuthorizationService authorizations) {
        OAuth2AccessTokenResponseAuthenticationSuccessHandler handler =
                new OAuth2AccessTokenResponseAuthenticationSuccessHandler();
        handler.setAccessTokenResponseCustomizer(context -> {
            OAuth2AccessTokenAuthenticationToken granted = context.getAuthentication();
            Map<String, Object> parameters = new HashMap<>(granted.getAdditionalParameters());
            parameters.putAll(TokenClaims.launchContext(authorizations.findByToken(
                    granted.getAccessToken().getTokenValue(), OAuth2TokenType.ACCESS_TOKEN)));
            context.getAccessTokenResponse().additionalParameters(parameters);
        });
        return handler;
    }

    @Bean
    @Order(2)
    SecurityFilterChain login(HttpSecurity http) throws Exception {
        PathPatternRequestMatcher.Builder path = PathPatternRequestMatcher.withDefaults();
        return http.securityMatcher(
                        new OrRequestMatcher(path.matcher(LOGIN), path.matcher(LOGOUT), path.matcher(CONSENT)))
                .authorizeHttpRequests(requests -> requests.requestMatchers(path.matcher(LOGIN))
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .formLogin(form -> form.loginPage(LOGIN)
                        .failureUrl(LOGIN + "?" + LoginPage.WRONG)
                        .defaultSuccessUrl(LOGIN))
                .logout(logout -> logout.logoutUrl(LOGOUT).logoutSuccessUrl(LOGIN + "?" + LoginPage.OUT))
                // A form without the token of its session is one whose session has ended, or not one of ours.
                .exceptionHandling(handling -> handling.accessDeniedHandler((request, response, denied) ->
                        response.sendRedirect(request.getContextPath() + LOGIN + "?" + LoginPage.LATE)))
                .build();
    }

    @Bean
    ServletRegistrationBean<LoginPage> loginPage() {
        ServletRegistrationBean<LoginPage> registration = new ServletRegistrationBean<>(new LoginPage(), LOGIN, LOGOUT);
        registration.setName("login");
        return registration;
    }

    @Bean
    ServletRegistrationBean<ConsentPage> consentPage(
            StoredAuthorizations authorizations,
            RegisteredClientRepository clients,
            Registrations registrations,
            LaunchContexts launches) {
        ServletRegistrationBean<ConsentPage> registration = new ServletRegistrationBean<>(
                new ConsentPage(authorizations, clients, registrations, launches), CONSENT);
        registration.setName("consent");
        return registration;
    }

    @Bean
    ServletRegistrationBean<LaunchEndpoint> launchEndpoint(LaunchContexts launches) {
        ServletRegistrationBean<LaunchEndpoint> registration =
                new ServletRegistrationBean<>(new LaunchEndpoint(launches), LAUNCH);
        registration.setName("launch");
        return registration;
    }
}
