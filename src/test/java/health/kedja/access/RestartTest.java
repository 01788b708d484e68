package health.kedja.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import health.kedja.GuardedServerExtension;
import health.kedja.access.authorization.ClientAssertions;
import health.kedja.access.authorization.Registrations;
import health.kedja.access.authorization.SigningKeys;
import health.kedja.access.authorization.StoredAuthorizations;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

/** What a server that starts again finds in the database, by parts made anew beside those of the one that runs. */
class RestartTest {

    @RegisterExtension
    static final GuardedServerExtension SERVER = new GuardedServerExtension();

    private static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private final OAuthHttp oauth = new OAuthHttp(SERVER.base());
    private final JdbcTemplate database = new JdbcTemplate(SERVER.dataSource());

    private static String assertion() {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer("loader")
                .subject("loader")
                .audience(SERVER.base() + "/oauth2/token")
                .jwtID(UUID.randomUUID().toString())
                .expirationTime(Date.from(Instant.now().plusSeconds(240)))
                .build();
        return TestIssuer.sign(claims, SERVER.clients().loaderRsa(), JWSAlgorithm.RS384);
    }

    private String token(String assertion) {
        return oauth.token(Map.of(
                        "grant_type",
                        "client_credentials",
                        "scope",
                        "system/Patient.rs",
                        "client_assertion_type",
                        TYPE,
                        "client_assertion",
                        assertion))
                .text("access_token");
    }

    @Test
    void an_assertion_that_was_used_is_refused_after_a_restart() {
        ClientAssertions anew = new ClientAssertions(
                SERVER.bean(Registrations.class),
                SERVER.base() + "/oauth2/token",
                database,
                Duration.ofMinutes(5),
                Duration.ofSeconds(30),
                Clock.systemUTC());
        RegisteredClient loader = SERVER.bean(RegisteredClientRepository.class).findByClientId("loader");
        assertThat(anew.createDecoder(loader).decode(assertion()).getSubject()).isEqualTo("loader");
        String used = assertion();
        assertThat(token(used)).isNotNull();
        assertThatThrownBy(() -> anew.createDecoder(loader).decode(used)).isInstanceOf(JwtException.class);
    }

    @Test
    void a_token_lives_on_and_a_revoked_one_does_not() throws ParseException {
        String kept = token(assertion());
        String revoked = token(assertion());
        oauth.post(
                "/oauth2/revoke",
                Map.of("token", revoked, "client_assertion_type", TYPE, "client_assertion", assertion()));
        StoredAuthorizations anew =
                new StoredAuthorizations(SERVER.dataSource(), SERVER.bean(RegisteredClientRepository.class));
        assertThat(anew.isActive(kept)).isTrue();
        assertThat(anew.isActive(revoked)).isFalse();
        assertThat(anew.isActive("never-granted")).isFalse();
        assertThat(new SigningKeys(database).newest().getKeyID())
                .isEqualTo(SignedJWT.parse(kept).getHeader().getKeyID());
    }
}
