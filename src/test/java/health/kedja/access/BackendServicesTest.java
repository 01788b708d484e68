package health.kedja.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import health.kedja.GuardedServerExtension;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Systems get tokens for themselves by proving that they have a key (SMART Backend Services). */
class BackendServicesTest {

    @RegisterExtension
    static final GuardedServerExtension SERVER = new GuardedServerExtension();

    private final OAuthHttp oauth = new OAuthHttp(SERVER.base());

    private static JWTClaimsSet claims(String client, Consumer<JWTClaimsSet.Builder> change) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(client)
                .subject(client)
                .audience(SERVER.base() + "/oauth2/token")
                .jwtID(UUID.randomUUID().toString())
                .expirationTime(Date.from(Instant.now().plusSeconds(240)));
        change.accept(claims);
        return claims.build();
    }

    private static String assertion(Consumer<JWTClaimsSet.Builder> change) {
        return TestIssuer.sign(claims("loader", change), SERVER.clients().loaderRsa(), JWSAlgorithm.RS384);
    }

    private OAuthHttp.Tokens asked(String assertion, String scope) {
        return oauth.token(Map.of(
                "grant_type",
                "client_credentials",
                "scope",
                scope,
                "client_assertion_type",
                "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                "client_assertion",
                assertion));
    }

    private void refused(String assertion) {
        OAuthHttp.Tokens answer = asked(assertion, "system/*.rs");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.text("error")).isEqualTo("invalid_client");
        assertThat(answer.text("access_token")).isNull();
    }

    private void granted(String assertion) throws ParseException {
        OAuthHttp.Tokens answer = asked(assertion, "system/Patient.rs");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.text("refresh_token")).isNull();
        assertThat(answer.text("token_type")).isEqualTo("Bearer");
        assertThat(answer.number("expires_in")).isBetween(290, 300);
        SERVER.http(answer.text("access_token")).get("Patient").expect(200).as(Bundle.class);
        JWTClaimsSet claims = SignedJWT.parse(answer.text("access_token")).getJWTClaimsSet();
        assertThat(claims.getStringClaim("scope")).isEqualTo("system/Patient.rs");
        assertThat(claims.getStringListClaim("roles")).containsExactly("integration");
        assertThat(claims.getAudience()).containsExactly(SERVER.fhirBase().toString());
    }

    @Test
    void a_client_that_signs_with_RS384_gets_a_token_that_works() throws ParseException {
        granted(assertion(claims -> {}));
    }

    @Test
    void a_client_that_signs_with_ES384_gets_a_token_that_works() throws ParseException {
        granted(TestIssuer.sign(claims("loader", claims -> {}), SERVER.clients().loaderEc(), JWSAlgorithm.ES384));
    }

    @Test
    void a_client_may_publish_its_keys_on_the_web() throws ParseException {
        JWK key = SERVER.clients().publisher().key();
        granted(TestIssuer.sign(claims("publisher", claims -> {}), key, JWSAlgorithm.RS384));
    }

    @Test
    void an_assertion_serves_once() throws ParseException {
        String assertion = assertion(claims -> {});
        granted(assertion);
        refused(assertion);
        refused(assertion);
        String jti = SignedJWT.parse(assertion).getJWTClaimsSet().getJWTID();
        refused(assertion(claims -> claims.jwtID(jti)));
    }

    @Test
    void an_assertion_of_more_than_five_minutes_is_refused() throws ParseException {
        refused(assertion(
                claims -> claims.expirationTime(Date.from(Instant.now().plusSeconds(330)))));
        refused(assertion(claims -> claims.expirationTime(null)));
        granted(assertion(
                claims -> claims.expirationTime(Date.from(Instant.now().plusSeconds(295)))));
    }

    @Test
    void an_assertion_that_has_expired_is_refused() {
        refused(assertion(
                claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(1)))));
    }

    @Test
    void an_assertion_without_jti_is_refused() {
        refused(assertion(claims -> claims.jwtID(null)));
        refused(assertion(claims -> claims.jwtID("")));
    }

    @Test
    void an_assertion_for_another_place_is_refused() {
        refused(assertion(claims -> claims.audience(SERVER.fhirBase().toString())));
        refused(assertion(claims -> claims.audience("https://elsewhere.example.org/token")));
        refused(assertion(claims -> claims.audience((String) null)));
    }

    @Test
    void an_assertion_about_another_client_is_refused() {
        refused(assertion(claims -> claims.issuer("publisher")));
        refused(assertion(claims -> claims.subject("publisher")));
        refused(assertion(claims -> claims.issuer("publisher").subject("publisher")));
    }

    @Test
    void an_unknown_client_is_refused() {
        refused(assertion(claims -> claims.issuer("nobody").subject("nobody")));
    }

    @Test
    void a_client_without_keys_has_no_use_for_an_assertion() {
        refused(assertion(claims -> claims.issuer("app").subject("app")));
    }

    @Test
    void another_key_or_algorithm_is_refused() {
        JWTClaimsSet claims = claims("loader", same -> {});
        refused(new PlainJWT(claims).serialize());
        refused(TestIssuer.sign(claims, TestIssuer.rsa("loader-rsa", 2048), JWSAlgorithm.RS384));
        refused(TestIssuer.sign(claims, SERVER.clients().loaderRsa(), JWSAlgorithm.RS256));
        refused("no assertion at all");
    }

    @Test
    void what_is_granted_is_what_is_both_asked_for_and_registered() {
        assertThat(asked(assertion(claims -> {}), "system/*.cruds").scopes())
                .containsExactlyInAnyOrder("system/*.rs", "system/Observation.cruds?category=laboratory");
        assertThat(asked(assertion(claims -> {}), "system/Patient.cruds user/*.rs openid")
                        .scopes())
                .containsExactly("system/Patient.rs");
        OAuthHttp.Tokens none = asked(assertion(claims -> {}), "system/Patient.d");
        assertThat(none.status()).isEqualTo(400);
        assertThat(none.text("error")).isEqualTo("invalid_scope");
    }

    @Test
    void a_client_for_itself_needs_a_key_and_not_a_secret() {
        OAuthHttp.Tokens answer = oauth.token(
                Map.of("grant_type", "client_credentials", "scope", "user/*.rs"), "portal", TestClients.PASSWORD);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("error")).isEqualTo("unauthorized_client");
    }

    @Test
    void a_token_can_be_looked_at_and_withdrawn() {
        String token = asked(assertion(claims -> {}), "system/Patient.rs").text("access_token");
        SERVER.http(token).get("Patient").expect(200);
        assertThat(looked(token).text("active")).isEqualTo("true");
        assertThat(looked("another").text("active")).isEqualTo("false");
        assertThat(oauth.post("/oauth2/revoke", withAssertion(token)).status()).isEqualTo(200);
        assertThat(looked(token).text("active")).isEqualTo("false");
        SERVER.http(token).get("Patient").expect(401);
    }

    private OAuthHttp.Tokens looked(String token) {
        return oauth.post("/oauth2/introspect", withAssertion(token));
    }

    private static Map<String, String> withAssertion(String token) {
        return Map.of(
                "token",
                token,
                "client_assertion_type",
                "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                "client_assertion",
                assertion(claims -> {}));
    }

    @Test
    void nobody_looks_at_tokens_without_being_a_client() {
        assertThat(oauth.post("/oauth2/introspect", Map.of("token", "x")).status())
                .isEqualTo(401);
        assertThat(List.of(200, 302))
                .doesNotContain(
                        oauth.post("/oauth2/revoke", Map.of("token", "x")).status());
    }
}
