package health.kedja.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Callers who are kept by their words. */
class CallerTest {

    private static final Caller NOBODY = new Caller(
            "https://issuer.example.org",
            "loader",
            "loader",
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            Set.of(),
            Scopes.parse(""),
            Optional.empty());

    @Test
    void the_words_of_a_caller_say_all_of_it() {
        Caller anna = new Caller(
                "https://issuer.example.org",
                "anna",
                "app",
                Optional.of("Practitioner/anna"),
                Optional.of("maj"),
                Set.of(Role.COORDINATOR, Role.CLINICIAN),
                Set.of("unit-dalby", "unit-lund"),
                Scopes.parse("openid patient/Observation.cruds?category=laboratory&code=a,b user/*.rs"),
                Optional.of("TREAT"));
        assertThat(Caller.of(anna.words())).usingRecursiveComparison().isEqualTo(anna);
        assertThat(Caller.of(NOBODY.words())).isEqualTo(NOBODY);
    }

    @Test
    void a_role_that_there_is_no_more_grants_nothing() {
        var words = NOBODY.words();
        words.put("roles", "register overseer");
        assertThat(Caller.of(words).roles()).containsExactly(Role.REGISTER);
    }
}
