package health.kedja.access.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.access.Caller;
import health.kedja.access.Role;
import health.kedja.access.Scopes;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Whether those who were given tokens before are registered as they were. */
class RegistrationsTest {

    private static final String OWN = "https://kedja.example.org";

    private static Registrations registrations(String scopes, String roles, String organizations) {
        Client loader = new Client(
                "loader",
                "Loader",
                List.of(scopes.split(" ")),
                Optional.empty(),
                Optional.empty(),
                Optional.of(URI.create("https://loader.example.org/keys")),
                Optional.empty(),
                Optional.of(List.of(roles)),
                organizations == null ? Optional.empty() : Optional.of(List.of(organizations.split(" "))));
        Client app = new Client(
                "app",
                "App",
                List.of("openid", "user/*.rs"),
                Optional.of(List.of(URI.create("https://app.example.org/back"))),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        User anna = new User(
                "anna",
                new BCryptPasswordEncoder(10).encode("a"),
                Optional.of(List.of(roles)),
                organizations == null ? Optional.empty() : Optional.of(List.of(organizations.split(" "))),
                Optional.empty(),
                Optional.empty());
        return new Registrations(List.of(loader, app), Optional.of(List.of(anna)));
    }

    private static Caller caller(String subject, String client, String scopes) {
        return new Caller(
                OWN,
                subject,
                client,
                Optional.empty(),
                Optional.empty(),
                Set.of(Role.REGISTER),
                Set.of("north"),
                Scopes.parse(scopes),
                Optional.empty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "system/*.rs | register | north | true",
                "system/*.rs system/Observation.cruds?category=laboratory | register | north | true",
                "system/Patient.rs system/Condition.rs | register | north | true",
                "system/Patient.rs | register | north | false",
                "system/*.r | register | north | false",
                "system/*.rs?category=laboratory | register | north | false",
                "system/*.rs | integration | north | false",
                "system/*.rs | register | south | false",
                "system/*.rs | register | north south | false",
                "system/*.rs | register | - | false"
            })
    void a_client_that_is_registered_with_other_rights_than_it_had_is_told_from_itself(
            String scopes, String roles, String organizations, boolean same) {
        Caller loader = caller("loader", "loader", "system/Patient.rs system/Condition.rs");
        assertThat(registrations(scopes, roles, organizations).stillHas(loader)).isEqualTo(same);
    }

    @Test
    void whoever_is_registered_no_more_has_nothing() {
        Registrations known = registrations("system/*.rs", "register", "north");
        assertThat(known.stillHas(caller("anna", "app", "user/Patient.rs openid")))
                .isTrue();
        assertThat(known.stillHas(caller("bo", "app", "user/Patient.rs"))).isFalse();
        assertThat(known.stillHas(caller("anna", "other", "user/Patient.rs"))).isFalse();
        assertThat(registrations("system/*.rs", "register", "south").stillHas(caller("anna", "app", "user/Patient.rs")))
                .isFalse();
    }
}
