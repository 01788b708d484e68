package health.kedja.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.access.Caller;
import health.kedja.access.Role;
import health.kedja.access.Scopes;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The setting by which clients choose any id; what it is without, {@code ChosenIdsTest} asks over HTTP. */
class AnyIdTest {

    private static final Asker NORTH = new Asker(
            new Caller(
                    "https://issuer.example.org",
                    "loader",
                    "loader",
                    Optional.empty(),
                    Optional.empty(),
                    Set.of(Role.INTEGRATION),
                    Set.of("north"),
                    Scopes.parse("system/*.cruds"),
                    Optional.empty()),
            Optional.of("north"),
            false,
            Set.of("north"));

    @Test
    void any_id_may_be_chosen_and_a_taken_one_is_unknown() {
        ChosenIds any = new ChosenIds(true);
        assertThat(any.mayChoose(NORTH, "Patient", "maj")).isTrue();
        assertThat(any.refusal(NORTH, "Patient", "maj").getMessage())
                .isEqualTo("HAPI-2001: Resource Patient/maj is not known");
        ChosenIds ofRegion = new ChosenIds(false);
        assertThat(ofRegion.mayChoose(NORTH, "Patient", "maj")).isFalse();
        assertThat(ofRegion.mayChoose(NORTH, "Patient", "north.maj")).isTrue();
    }
}
