package health.kedja.access.token;

import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.access.Caller;
import health.kedja.access.Role;
import health.kedja.access.Scope;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.Jwt;

/** Who asks, read from a token. What is not understood grants nothing. */
class CallerClaimsTest {

    private static final String BASE = "https://kedja.example.org/fhir";

    private static Caller caller(ClaimNames names, Map<String, Object> claims) {
        Jwt token = Jwt.withTokenValue("x")
                .header("alg", "RS256")
                .claim("iss", "https://issuer.example.org")
                .subject("anna")
                .claims(all -> all.putAll(claims))
                .build();
        return new CallerClaims(names, BASE).caller(token);
    }

    private static Caller caller(Map<String, Object> claims) {
        return caller(ClaimNames.usual(), claims);
    }

    @Test
    void every_claim_is_read() {
        Caller caller = caller(Map.of(
                "client_id", "app",
                "fhirUser", "Practitioner/anna",
                "patient", "maj",
                "roles", List.of("coordinator", "clinician"),
                "organizations", List.of("unit-dalby", "Organization/unit-lund"),
                "scope", "user/*.rs launch/patient",
                "purpose", "TREAT"));
        assertThat(caller.issuer()).isEqualTo("https://issuer.example.org");
        assertThat(caller.subject()).isEqualTo("anna");
        assertThat(caller.client()).isEqualTo("app");
        assertThat(caller.fhirUser()).contains("Practitioner/anna");
        assertThat(caller.patient()).contains("maj");
        assertThat(caller.roles()).containsExactlyInAnyOrder(Role.COORDINATOR, Role.CLINICIAN);
        assertThat(caller.organizations()).containsExactlyInAnyOrder("unit-dalby", "unit-lund");
        assertThat(caller.scopes().granting(Scope.Interaction.READ, "Patient")).hasSize(1);
        assertThat(caller.scopes().others()).containsExactly("launch/patient");
        assertThat(caller.purpose()).contains("TREAT");
    }

    @Test
    void a_token_that_says_nothing_grants_nothing() {
        Caller caller = caller(Map.of());
        assertThat(caller.roles()).isEmpty();
        assertThat(caller.organizations()).isEmpty();
        assertThat(caller.scopes().words()).isEmpty();
        assertThat(caller.fhirUser()).isEmpty();
        assertThat(caller.patient()).isEmpty();
    }

    @Test
    void an_unknown_role_grants_nothing_and_does_not_take_others_away() {
        assertThat(caller(Map.of("roles", List.of("boss", "analyst", "ADMINISTRATOR")))
                        .roles())
                .containsExactly(Role.ANALYST);
    }

    @Test
    void claims_may_lie_deeper_and_be_words_or_lists() {
        ClaimNames names = new ClaimNames("realm_access.roles", "https://x.example.org/units", "who", "patient", "why");
        Caller caller = caller(
                names,
                Map.of(
                        "realm_access",
                        Map.of("roles", List.of("register")),
                        "https://x.example.org/units",
                        "a b",
                        "scp",
                        List.of("system/*.rs", "openid"),
                        "azp",
                        "client"));
        assertThat(caller.roles()).containsExactly(Role.REGISTER);
        assertThat(caller.organizations()).containsExactlyInAnyOrder("a", "b");
        assertThat(caller.scopes().words()).containsExactly("openid", "system/*.rs");
        assertThat(caller.client()).isEqualTo("client");
        assertThat(caller(names, Map.of("realm_access", "register")).roles()).isEmpty();
    }

    @Test
    void a_user_of_another_server_is_none_of_ours() {
        assertThat(caller(Map.of("fhirUser", BASE + "/Practitioner/anna")).fhirUser())
                .contains("Practitioner/anna");
        assertThat(caller(Map.of("fhirUser", "https://elsewhere.example.org/fhir/Practitioner/anna"))
                        .fhirUser())
                .isEmpty();
        assertThat(caller(Map.of("fhirUser", "Organization/x")).fhirUser()).isEmpty();
    }

    @Test
    void what_cannot_be_an_id_is_none() {
        assertThat(caller(Map.of("patient", "maj' or 1=1")).patient()).isEmpty();
        assertThat(caller(Map.of("patient", "Patient/maj")).patient()).contains("maj");
        assertThat(caller(Map.of("organizations", List.of("a|b", "../x"))).organizations())
                .isEmpty();
    }

    @Test
    void a_role_holds_nowhere_when_none_of_its_organizations_can_be_told() {
        for (Object organizations : List.of(
                "unit_dalby",
                List.of("unit_dalby"),
                List.of(Map.of("id", "unit-dalby")),
                Map.of("id", "unit-dalby"),
                List.of("https://elsewhere.example.org/fhir/Organization/unit-dalby"))) {
            Caller caller = caller(Map.of("roles", List.of("integration"), "organizations", organizations));
            assertThat(caller.roles()).as("%s", organizations).isEmpty();
            assertThat(caller.organizations()).isEmpty();
        }
        for (Object none : List.of("", List.of())) {
            assertThat(caller(Map.of("roles", List.of("integration"), "organizations", none))
                            .roles())
                    .containsExactly(Role.INTEGRATION);
        }
    }
}
