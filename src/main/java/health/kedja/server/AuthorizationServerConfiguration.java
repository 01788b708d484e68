package health.kedja.server;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import health.kedja.access.authorization.ClientAssertions;
import health.kedja.access.authorization.ConsentEachTime;
import health.kedja.access.authorization.GivenConsent;
import health.kedja.access.authorization.GrantedScopes;
import health.kedja.access.authorization.LaunchContexts;
import health.kedja.access.authorization.RefreshTokens;
import health.kedja.access.authorization.RegisteredClients;
import health.kedja.access.authorization.Registrations;
import health.kedja.access.authorization.SigningKeys;
import health.kedja.access.authorization.StoredAuthorizations;
import health.kedja.access.authorization.TokenClaims;
import health.kedja.access.authorization.User;
import health.kedja.access.token.ClaimNames;
import health.kedja.access.token.IssuerKeys;
import health.kedja.access.token.TrustedIssuer;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.boot.web.servlet.server.CookieSameSiteSupplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsentService;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.DelegatingOAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;

/** The parts of the embedded authorization server; its addresses are in {@link AuthorizationServerEndpoints}. */
@Configuration(proxyBeanMethods = false)
@Conditional(GuardedMode.WithAuthorizationServer.class)
class AuthorizationServerConfiguration {

    @Bean
    Registrations registrations(AccessSettings settings) {
        return RegistrationFile.read(settings.authorizationServer().file());
    }

    @Bean
    RegisteredClientRepository registeredClients(Registrations registrations) {
        return RegisteredClients.of(registrations);
    }

    @Bean
    AuthorizationServerSettings authorizationServerSettings(BaseUrl baseUrl) {
        return AuthorizationServerSettings.builder().issuer(baseUrl.base()).build();
    }

    @Bean
    StoredAuthorizations authorizations(
            DataSource dataSource, RegisteredClientRepository clients, DatabaseSchema schema) {
        return new StoredAuthorizations(dataSource, clients);
    }

    @Bean
    OAuth2AuthorizationConsentService consents() {
        return new ConsentEachTime();
    }

    @Bean
    SigningKeys signingKeys(DataSource dataSource, DatabaseSchema schema) {
        return new SigningKeys(new JdbcTemplate(dataSource));
    }

    @Bean
    IssuerKeys publishedKeys(SigningKeys keys, AccessSettings settings) {
        return keys.published(settings.keysKept(), settings.keysPause());
    }

    @Bean
    JwtDecoder jwtDecoder(JWKSource<SecurityContext> keys) {
        return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
    }

    /** The server accepts its own tokens, and asks no one else for the keys. */
    @Bean
    TrustedIssuer ownIssuer(BaseUrl baseUrl, IssuerKeys keys, StoredAuthorizations authorizations) {
        return new TrustedIssuer(
                baseUrl.base(),
                baseUrl.fhir(),
                ClaimNames.usual(),
                keys,
                token -> !authorizations.isActive(token.getTokenValue()));
    }

    @Bean
    OAuth2TokenGenerator<?> tokenGenerator(SigningKeys keys, Registrations registrations, BaseUrl baseUrl) {
        JwtGenerator tokens = new JwtGenerator(new NimbusJwtEncoder(new ImmutableJWKSet<>(new JWKSet(keys.newest()))));
        tokens.setJwtCustomizer(new TokenClaims(registrations, baseUrl.fhir()));
        return new DelegatingOAuth2TokenGenerator(tokens, new RefreshTokens());
    }

    @Bean
    LaunchContexts launchContexts(DataSource dataSource, DatabaseSchema schema) {
        return new LaunchContexts(new JdbcTemplate(dataSource), Clock.systemUTC());
    }

    @Bean
    GrantedScopes grantedScopes(
            RegisteredClientRepository clients, Registrations registrations, LaunchContexts launches, BaseUrl baseUrl) {
        return new GrantedScopes(clients, registrations, launches, baseUrl.fhir());
    }

    @Bean
    GivenConsent givenConsent(
            StoredAuthorizations authorizations, Registrations registrations, LaunchContexts launches) {
        return new GivenConsent(authorizations, registrations, launches);
    }

    @Bean
    ClientAssertions clientAssertions(
            Registrations registrations,
            BaseUrl baseUrl,
            DataSource dataSource,
            AccessSettings settings,
            DatabaseSchema schema) {
        return new ClientAssertions(
                registrations,
                baseUrl.base() + "/oauth2/token",
                new JdbcTemplate(dataSource),
                settings.keysKept(),
                settings.keysPause(),
                Clock.systemUTC());
    }

    @Bean
    UserDetailsService users(Registrations registrations) {
        return name -> {
            User user = registrations.user(name).orElseThrow(() -> new UsernameNotFoundException("unknown"));
            return org.springframework.security.core.userdetails.User.withUsername(user.name())
                    .password(user.password())
                    .build();
        };
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        BCryptPasswordEncoder bcrypt = new BCryptPasswordEncoder(BCryptPasswordEncoder.BCryptVersion.$2B, 12);
        return new PasswordEncoder() {
            @Override
            public String encode(CharSequence password) {
                return bcrypt.encode(password);
            }

            /** Hashes are in a file, and stay as they are there: {@code upgradeEncoding} is false. */
            @Override
            public boolean matches(CharSequence password, String hash) {
                return bcrypt.matches(password, hash);
            }
        };
    }

    /** The session of a login is for this site, and where there is TLS for nothing else. */
    @Bean
    CookieSameSiteSupplier sessionCookieSameSite() {
        return CookieSameSiteSupplier.ofLax();
    }

    @Bean
    ServletContextInitializer sessionCookie(BaseUrl baseUrl) {
        return context -> {
            context.getSessionCookieConfig().setHttpOnly(true);
            context.getSessionCookieConfig().setSecure(baseUrl.base().startsWith("https:"));
        };
    }
}
