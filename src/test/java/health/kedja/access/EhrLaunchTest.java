package health.kedja.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import health.kedja.FhirHttp;
import health.kedja.GuardedServerExtension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** A record system opens an app for the patient that is open there (SMART App Launch, EHR launch). */
class EhrLaunchTest {

    @RegisterExtension
    static final GuardedServerExtension SERVER = new GuardedServerExtension();

    private static final String ASKED = "launch patient/*.rs";

    private final OAuthHttp oauth = new OAuthHttp(SERVER.base());
    private final AppUser anna = new AppUser(SERVER.base(), "anna");

    private static FhirHttp.Answer told(String token, String body) {
        return new FhirHttp(SERVER.base()).bearing(token).post("oauth2/launch", body);
    }

    private static String journal() {
        return SERVER.token(Role.INTEGRATION, List.of("region-dalby"), "kedja/launch", null, null);
    }

    private static String launch(String body) {
        try {
            return new ObjectMapper()
                    .readTree(told(journal(), body).expect(201).body())
                    .path("launch")
                    .asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private OAuthHttp.Tokens redeemed(HttpResponse<String> sent) {
        return oauth.token(Map.of(
                "grant_type",
                "authorization_code",
                "client_id",
                "app",
                "code",
                AppUser.sentWith(sent, "code"),
                "redirect_uri",
                TestClients.REDIRECT,
                "code_verifier",
                AppUser.VERIFIER));
    }

    private void refused(AppUser user, String client, String launch, String error) {
        HttpResponse<String> answer = user.comesTo(AppUser.asking(client, ASKED, "launch", launch));
        assertThat(AppUser.location(answer)).startsWith(TestClients.REDIRECT);
        assertThat(AppUser.sentWith(answer, "error")).isEqualTo(error);
        assertThat(AppUser.sentWith(answer, "state")).isEqualTo("state-of-the-app");
    }

    @Test
    void an_app_gets_the_patient_and_encounter_that_are_open_in_the_record_system() {
        String launch = launch("{\"patient\":\"maj-britt\",\"encounter\":\"visit-1\"}");
        String page = anna.get(AppUser.location(
                        anna.comesTo(AppUser.asking("app", ASKED + " launch/patient", "launch", launch))))
                .body();
        assertThat(page).contains("maj-britt").doesNotContain("name=\"patient\"");
        // The record system has said which patient: there is nothing for the user to choose.
        assertThat(AppUser.scopes(page)).containsExactly("launch", "patient/*.rs");
        OAuthHttp.Tokens tokens = redeemed(anna.decides(page, AppUser.scopes(page), "someone-else"));
        assertThat(tokens.text("patient")).isEqualTo("maj-britt");
        assertThat(tokens.text("encounter")).isEqualTo("visit-1");
    }

    @Test
    void a_launch_serves_once() {
        String launch = launch("{\"patient\":\"maj-britt\"}");
        Map<String, String> asking = AppUser.asking("app", ASKED, "launch", launch);
        String first = anna.get(AppUser.location(anna.comesTo(asking))).body();
        String second = anna.get(AppUser.location(anna.comesTo(asking))).body();
        assertThat(redeemed(anna.decides(first, AppUser.scopes(first), null)).text("patient"))
                .isEqualTo("maj-britt");
        assertThat(anna.decides(second, AppUser.scopes(second), null).statusCode())
                .isEqualTo(400);
        refused(anna, "app", launch, "invalid_request");
    }

    @Test
    void a_launch_is_for_the_user_and_the_app_that_it_was_given_for() {
        refused(anna, "app", launch("{\"patient\":\"maj\",\"user\":\"Practitioner/other\"}"), "access_denied");
        refused(anna, "app", launch("{\"patient\":\"maj\",\"client_id\":\"portal\"}"), "invalid_request");
        String own = launch("{\"patient\":\"maj\",\"user\":\"Practitioner/anna\",\"client_id\":\"app\"}");
        assertThat(AppUser.location(anna.comesTo(AppUser.asking("app", ASKED, "launch", own))))
                .contains("/oauth2/consent");
    }

    @Test
    void a_user_who_is_bound_to_a_patient_is_not_given_another() {
        AppUser maj = new AppUser(SERVER.base(), "maj");
        refused(maj, "app", launch("{\"patient\":\"someone-else\"}"), "access_denied");
    }

    @Test
    void an_invented_launch_opens_nothing() {
        refused(anna, "app", "invented", "invalid_request");
    }

    @Test
    void without_a_record_system_the_scope_is_not_granted() {
        String page = anna.get(AppUser.location(anna.comesTo(AppUser.asking("app", ASKED))))
                .body();
        assertThat(AppUser.scopes(page)).containsExactly("patient/*.rs");
    }

    @Test
    void an_app_that_is_not_allowed_to_know_the_patient_gets_none() {
        String launch = launch("{\"patient\":\"maj-britt\",\"encounter\":\"visit-1\"}");
        String page = anna.get(AppUser.location(anna.comesTo(AppUser.asking("app", ASKED, "launch", launch))))
                .body();
        OAuthHttp.Tokens tokens = redeemed(anna.decides(page, List.of("patient/*.rs"), null));
        assertThat(tokens.text("access_token")).isNotNull();
        assertThat(tokens.text("patient")).isNull();
        assertThat(tokens.text("encounter")).isNull();
    }

    @Test
    void only_a_system_with_the_scope_for_it_opens_apps() {
        String body = "{\"patient\":\"maj\"}";
        told(SERVER.systemToken(), body).expect(403);
        told(SERVER.token(Role.COORDINATOR, List.of(), "kedja/launch", null, null), body)
                .expect(403);
        new FhirHttp(SERVER.base()).post("oauth2/launch", body).expect(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no JSON",
                "[]",
                "{}",
                "{\"patient\":null}",
                "{\"patient\":1}",
                "{\"patient\":\"no id/at all\"}",
                "{\"patient\":\"maj\",\"encounter\":\"../x\"}",
                "{\"patient\":\"maj\",\"user\":\"anna\"}",
                "{\"patient\":\"maj\",\"more\":\"x\"}",
                "{\"patient\":\"maj\"} {}"
            })
    void a_context_that_is_not_understood_is_refused(String body) {
        assertThat(told(journal(), body).expect(400).body()).contains("invalid_request");
    }

    @Test
    void the_database_holds_no_launch_that_could_be_used() {
        String launch = launch("{\"patient\":\"maj\"}");
        assertThat(new JdbcTemplate(SERVER.dataSource())
                        .queryForList("select row_to_json(l)::text from kedja.launch_context l", String.class))
                .isNotEmpty()
                .noneMatch(row -> row.contains(launch));
    }

    @Test
    void that_apps_can_be_opened_is_said_to_everyone() {
        assertThat(SERVER.http()
                        .get(".well-known/smart-configuration", "Accept", "application/json")
                        .expect(200)
                        .body())
                .contains("\"launch-ehr\"", "\"context-ehr-patient\"", "\"context-ehr-encounter\"", "\"launch\"");
    }
}
