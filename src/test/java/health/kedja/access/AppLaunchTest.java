package health.kedja.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import health.kedja.GuardedServerExtension;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestSecurityComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.JdbcTemplate;

/** An app gets what its user allows it, and nothing without (SMART App Launch, standalone). */
class AppLaunchTest {

    @RegisterExtension
    static final GuardedServerExtension SERVER = new GuardedServerExtension();

    private static final String ALL = "openid fhirUser launch/patient offline_access patient/*.rs";

    private final OAuthHttp oauth = new OAuthHttp(SERVER.base());
    private final AppUser anna = new AppUser(SERVER.base(), "anna");

    private static Map<String, String> redeeming(String client, String code) {
        Map<String, String> parameters = new HashMap<>(Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                TestClients.REDIRECT,
                "code_verifier",
                AppUser.VERIFIER));
        if (client != null) {
            parameters.put("client_id", client);
        }
        return parameters;
    }

    private OAuthHttp.Tokens portal(String scope, String patient) {
        String code = AppUser.sentWith(anna.allows(AppUser.asking("portal", scope), patient), "code");
        return oauth.token(redeeming(null, code), "portal", TestClients.PASSWORD);
    }

    private OAuthHttp.Tokens refreshed(String token) {
        return oauth.token(
                Map.of("grant_type", "refresh_token", "refresh_token", token), "portal", TestClients.PASSWORD);
    }

    private static void refusedWith(HttpResponse<String> answer, String error) {
        assertThat(AppUser.location(answer)).startsWith(TestClients.REDIRECT);
        assertThat(AppUser.sentWith(answer, "error")).isEqualTo(error);
        assertThat(AppUser.sentWith(answer, "code")).isNull();
    }

    @Test
    void a_public_app_gets_a_token_for_the_patient_that_the_user_chose() throws ParseException {
        HttpResponse<String> sent = anna.allows(AppUser.asking("app", ALL + " user/Observation.rs"), "maj-britt");
        assertThat(AppUser.location(sent)).startsWith(TestClients.REDIRECT);
        assertThat(AppUser.sentWith(sent, "state")).isEqualTo("state-of-the-app");
        OAuthHttp.Tokens tokens = oauth.token(redeeming("app", AppUser.sentWith(sent, "code")));
        assertThat(tokens.status()).as(tokens.body()).isEqualTo(200);
        assertThat(tokens.text("patient")).isEqualTo("maj-britt");
        assertThat(tokens.scopes()).contains("launch/patient", "patient/*.rs", "user/Observation.rs");
        JWTClaimsSet access = SignedJWT.parse(tokens.text("access_token")).getJWTClaimsSet();
        assertThat(access.getStringClaim("patient")).isEqualTo("maj-britt");
        assertThat(access.getStringClaim("fhirUser")).isEqualTo("Practitioner/anna");
        assertThat(access.getStringListClaim("roles")).containsExactly("coordinator");
        assertThat(access.getStringListClaim("organizations")).containsExactly("unit-dalby");
        assertThat(SignedJWT.parse(tokens.text("id_token")).getJWTClaimsSet().getStringClaim("fhirUser"))
                .isEqualTo(SERVER.fhirBase() + "/Practitioner/anna");
        SERVER.http(tokens.text("access_token")).get("metadata").expect(200);
        // A public client could not keep a refresh token safe.
        assertThat(tokens.text("refresh_token")).isNull();
    }

    @Test
    void a_browser_may_send_the_forms_of_login_and_consent_and_nothing_else() {
        String login = SERVER.base() + "/login";
        String consent = AppUser.location(anna.comesTo(AppUser.asking("app", ALL)));
        for (String address : List.of(login, consent)) {
            // Browsers hold each redirect after a form against form-action, also the last one to the app.
            assertThat(anna.get(address)
                            .headers()
                            .firstValue("Content-Security-Policy")
                            .orElseThrow())
                    .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
                    .doesNotContain("form-action", "unsafe");
        }
    }

    @Test
    void the_pages_speak_the_language_of_the_browser() {
        for (Map.Entry<String, String> language : Map.of(
                        "sv-SE", "Logga in i Kedja", "da", "Log ind i Kedja", "en", "Log in to Kedja")
                .entrySet()) {
            HttpResponse<String> page = anna.get(SERVER.base() + "/login", "Accept-Language", language.getKey());
            assertThat(page.body())
                    .contains(
                            "<title>" + language.getValue(),
                            "<html lang=\"" + language.getKey().substring(0, 2) + "\">",
                            "<label for=\"username\">",
                            "<label for=\"password\">");
        }
    }

    @Test
    void a_wrong_password_is_said_on_the_page_and_a_form_that_came_too_late_too() {
        String form = anna.get(SERVER.base() + "/login").body();
        HttpResponse<String> wrong = anna.post(
                "/login",
                Map.of("username", "anna", "password", "wrong", "_csrf", AppUser.hidden(form, "_csrf")),
                List.of());
        assertThat(AppUser.location(wrong)).endsWith("/login?wrong");
        assertThat(anna.get(SERVER.base() + "/login?wrong").body()).contains("role=\"alert\"");
        HttpResponse<String> late =
                anna.post("/login", Map.of("username", "anna", "password", TestClients.PASSWORD), List.of());
        assertThat(AppUser.location(late)).endsWith("/login?late");
    }

    @Test
    void who_is_logged_in_can_log_out() {
        anna.comesTo(AppUser.asking("app", ALL));
        String inside = anna.get(SERVER.base() + "/login").body();
        assertThat(inside).contains("anna", "action=\"logout\"");
        HttpResponse<String> out = anna.post("/logout", Map.of("_csrf", AppUser.hidden(inside, "_csrf")), List.of());
        assertThat(AppUser.location(out)).endsWith("/login?out");
        assertThat(anna.get(SERVER.base() + "/login").body()).contains("name=\"password\"");
    }

    @Test
    void a_person_is_told_in_words_what_an_app_cannot_be_told() {
        HttpResponse<String> answer = anna.comesTo(AppUser.asking("nobody", ALL));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(answer.body()).contains("<h1>This did not work</h1>");
        HttpResponse<String> consent = anna.get(SERVER.base() + "/oauth2/consent?state=invented");
        assertThat(consent.statusCode()).isEqualTo(302);
        anna.comesTo(AppUser.asking("app", ALL));
        HttpResponse<String> inside = anna.get(SERVER.base() + "/oauth2/consent?state=invented");
        assertThat(inside.statusCode()).isEqualTo(400);
        assertThat(inside.body()).contains("<h1>This did not work</h1>");
    }

    @Test
    void an_app_that_is_registered_for_nothing_of_what_it_asks_is_told() {
        refusedWith(anna.comesTo(AppUser.asking("app", "system/*.rs")), "invalid_scope");
    }

    @Test
    void a_user_who_is_bound_to_a_patient_chooses_no_other() {
        AppUser maj = new AppUser(SERVER.base(), "maj");
        String code = AppUser.sentWith(maj.allows(AppUser.asking("app", ALL), "someone-else"), "code");
        assertThat(oauth.token(redeeming("app", code)).text("patient")).isEqualTo("maj");
    }

    @Test
    void a_launch_for_a_patient_needs_one() {
        HttpResponse<String> answer = anna.allows(AppUser.asking("app", ALL), "no id/at all");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("href=\"consent?state=");
    }

    @Test
    void the_user_may_allow_less_or_nothing_but_the_app_not_take_more() {
        String page = anna.get(AppUser.location(anna.comesTo(AppUser.asking("app", ALL))))
                .body();
        HttpResponse<String> sent = anna.decides(page, List.of("openid"), null);
        OAuthHttp.Tokens tokens = oauth.token(redeeming("app", AppUser.sentWith(sent, "code")));
        assertThat(tokens.scopes()).containsExactly("openid");
        assertThat(tokens.text("patient")).isNull();

        String again = anna.get(AppUser.location(anna.comesTo(AppUser.asking("app", ALL))))
                .body();
        refusedWith(anna.decides(again, List.of(), null), "access_denied");

        String third = anna.get(AppUser.location(anna.comesTo(AppUser.asking("app", ALL))))
                .body();
        refusedWith(anna.decides(third, List.of("user/*.cruds"), null), "invalid_scope");
    }

    @Test
    void an_app_is_asked_for_no_more_than_is_registered() {
        String page = anna.get(AppUser.location(anna.comesTo(AppUser.asking("portal", "user/*.cruds system/*.rs"))))
                .body();
        assertThat(AppUser.scopes(page)).containsExactly("user/*.rs");
    }

    @Test
    void without_proof_of_the_code_or_with_a_plain_one_there_is_no_code() {
        refusedWith(
                anna.comesTo(AppUser.asking("app", ALL, "code_challenge", null, "code_challenge_method", null)),
                "invalid_request");
        refusedWith(
                anna.comesTo(AppUser.asking(
                        "app", ALL, "code_challenge", AppUser.VERIFIER, "code_challenge_method", "plain")),
                "invalid_request");
        refusedWith(anna.comesTo(AppUser.asking("app", ALL, "code_challenge_method", null)), "invalid_request");
        refusedWith(
                anna.comesTo(AppUser.asking("portal", ALL, "code_challenge", null, "code_challenge_method", null)),
                "invalid_request");
    }

    @Test
    void a_code_is_worth_nothing_without_the_verifier() {
        String code = AppUser.sentWith(anna.allows(AppUser.asking("portal", ALL), "maj"), "code");
        Map<String, String> other = redeeming(null, code);
        other.put("code_verifier", AppUser.VERIFIER + "x");
        assertThat(oauth.token(other, "portal", TestClients.PASSWORD).text("error"))
                .isEqualTo("invalid_grant");
        other.remove("code_verifier");
        assertThat(oauth.token(other, "portal", TestClients.PASSWORD).text("error"))
                .isEqualTo("invalid_grant");
    }

    @Test
    void nobody_is_sent_to_an_address_that_is_not_registered() {
        for (String address : List.of(
                "https://elsewhere.example.org/callback", TestClients.REDIRECT + "/more", "http://127.0.0.1:9/")) {
            HttpResponse<String> answer = anna.comesTo(AppUser.asking("app", ALL, "redirect_uri", address));
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(AppUser.location(answer)).isEmpty();
        }
        assertThat(anna.comesTo(AppUser.asking("nobody", ALL)).statusCode()).isEqualTo(400);
    }

    @Test
    void an_app_that_means_another_server_is_refused() {
        assertThat(anna.comesTo(AppUser.asking("app", ALL, "aud", "https://elsewhere.example.org/fhir"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(AppUser.location(anna.comesTo(
                        AppUser.asking("app", ALL, "aud", SERVER.fhirBase().toString()))))
                .contains("/oauth2/consent");
    }

    @Test
    void a_code_serves_once_and_its_tokens_die_with_the_second_use() {
        String code = AppUser.sentWith(anna.allows(AppUser.asking("portal", "offline_access user/*.rs"), null), "code");
        OAuthHttp.Tokens first = oauth.token(redeeming(null, code), "portal", TestClients.PASSWORD);
        assertThat(first.status()).as(first.body()).isEqualTo(200);
        SERVER.http(first.text("access_token")).get("Patient").expect(200);
        OAuthHttp.Tokens second = oauth.token(redeeming(null, code), "portal", TestClients.PASSWORD);
        assertThat(second.text("error")).isEqualTo("invalid_grant");
        SERVER.http(first.text("access_token")).get("Patient").expect(401);
    }

    @Test
    void a_refresh_token_is_renewed_at_each_use_and_ends_with_its_revocation() {
        OAuthHttp.Tokens first = portal(ALL, "maj-britt");
        OAuthHttp.Tokens second = refreshed(first.text("refresh_token"));
        assertThat(second.status()).as(second.body()).isEqualTo(200);
        assertThat(second.text("patient")).isEqualTo("maj-britt");
        assertThat(second.text("refresh_token")).isNotEqualTo(first.text("refresh_token"));
        assertThat(refreshed(first.text("refresh_token")).text("error")).isEqualTo("invalid_grant");
        oauth.post(
                "/oauth2/revoke",
                Map.of(
                        "token",
                        second.text("refresh_token"),
                        "client_id",
                        "portal",
                        "client_secret",
                        TestClients.PASSWORD));
        assertThat(refreshed(second.text("refresh_token")).text("error")).isEqualTo("invalid_grant");
    }

    @Test
    void without_offline_access_there_is_no_refresh_token() {
        assertThat(portal("openid user/*.rs", null).text("refresh_token")).isNull();
    }

    @Test
    void a_wrong_secret_or_password_gets_nothing() {
        assertThat(oauth.token(redeeming(null, "x"), "portal", "wrong").status())
                .isEqualTo(401);
        assertThat(oauth.token(redeeming(null, "x"), "nobody", TestClients.PASSWORD)
                        .status())
                .isEqualTo(401);
        AppUser nobody = new AppUser(SERVER.base(), "nobody");
        assertThat(nobody.comesTo(AppUser.asking("app", ALL)).body()).contains("name=\"password\"");
    }

    @Test
    void the_database_holds_no_token_that_could_be_used() {
        OAuthHttp.Tokens tokens = portal(ALL, "maj-britt");
        List<String> rows = new JdbcTemplate(SERVER.dataSource())
                .queryForList("select row_to_json(a)::text from kedja.oauth2_authorization a", String.class);
        assertThat(rows).isNotEmpty();
        for (String field : List.of("access_token", "refresh_token", "id_token")) {
            assertThat(rows).noneMatch(row -> row.contains(tokens.text(field)));
        }
    }

    @Test
    void where_tokens_are_to_be_had_is_said_to_everyone() {
        CapabilityStatementRestSecurityComponent security = SERVER.http()
                .get("metadata")
                .expect(200)
                .as(CapabilityStatement.class)
                .getRestFirstRep()
                .getSecurity();
        assertThat(security.getServiceFirstRep().getCodingFirstRep().getCode()).isEqualTo("SMART-on-FHIR");
        assertThat(security.getExtensionFirstRep().getExtensionString("token"))
                .isEqualTo(SERVER.base() + "/oauth2/token");
        String smart = SERVER.http()
                .get(".well-known/smart-configuration", "Accept", "application/json")
                .expect(200)
                .body();
        for (String endpoint : List.of("authorize", "token", "introspect", "revoke", "jwks")) {
            assertThat(smart).contains("\"" + SERVER.base() + "/oauth2/" + endpoint + "\"");
        }
        for (String document : List.of("openid-configuration", "oauth-authorization-server")) {
            assertThat(anna.get(SERVER.base() + "/.well-known/" + document).body())
                    .contains("\"issuer\":\"" + SERVER.base() + "\"", "\"client_credentials\"", "\"private_key_jwt\"")
                    .doesNotContain(
                            "device",
                            "pushed",
                            "registration",
                            "tls_client",
                            "dpop",
                            "token-exchange",
                            "client_secret_jwt");
        }
        assertThat(anna.get(SERVER.base() + "/oauth2/jwks").body())
                .contains("\"kty\"")
                .doesNotContain("\"d\"");
    }
}
