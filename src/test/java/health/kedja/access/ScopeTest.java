package health.kedja.access;

import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.access.Scope.Interaction;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScopeTest {

    @ParameterizedTest
    @CsvSource({
        "user/Observation.rs, user/Observation.rs",
        "system/*.cruds, system/*.cruds",
        "patient/Patient.r, patient/Patient.r",
        "user/Observation.read, user/Observation.rs",
        "user/Observation.write, user/Observation.cud",
        "user/Observation.*, user/Observation.cruds",
        "system/Observation.rs?category=laboratory, system/Observation.rs?category=laboratory",
        "system/Observation.rs?code=b&category=a, system/Observation.rs?category=a&code=b",
        "system/Observation.rs?code=http://loinc.org|1-8, system/Observation.rs?code=http://loinc.org|1-8"
    })
    void a_scope_is_written_as_version_2_says(String given, String written) {
        assertThat(Scope.parse(given)).get().hasToString(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "openid",
                "launch/patient",
                "user/Observation",
                "user/Observation.",
                "user/Observation.sr",
                "user/Observation.rr",
                "user/Observation.rx",
                "user/observation.rs",
                "user/Observation.rs?",
                "user/Observation.rs?category",
                "user/Observation.rs?category=",
                "user/Observation.rs?=a",
                "user/Observation.rs?a=b&",
                "user/Observation.rs?_filter=a",
                "user/Observation.rs?_count=1",
                "user/Observation.rs?_has:Observation:subject:code=a",
                "user/Observation.rs?_id:not=a",
                "user/Observation.rs?code=a&_id:missing=true",
                "group/Observation.rs",
                "user/*Observation.rs",
                "user/Observation.rs ",
                "USER/Observation.rs",
                "user/Observation.READ"
            })
    void what_is_not_a_scope_for_resources_is_none(String text) {
        assertThat(Scope.parse(text)).isEmpty();
        assertThat(Scopes.parse(text).resources().stream()
                        .filter(scope -> !text.strip().equals(scope.toString())))
                .isEmpty();
    }

    @Test
    void a_scope_grants_what_its_letters_say_of_its_type_and_nothing_else() {
        Scopes scopes = Scopes.parse("user/Observation.rs system/*.c openid user/Condition.nonsense");
        assertThat(scopes.granting(Interaction.READ, "Observation")).hasSize(1);
        assertThat(scopes.granting(Interaction.READ, "Condition")).isEmpty();
        assertThat(scopes.granting(Interaction.CREATE, "Condition")).hasSize(1);
        assertThat(scopes.granting(Interaction.UPDATE, "Observation")).isEmpty();
        assertThat(scopes.others()).containsExactlyInAnyOrder("openid", "user/Condition.nonsense");
    }

    @Test
    void a_parameter_given_twice_keeps_both_values() {
        assertThat(Scope.parse("user/Observation.rs?date=ge2020&date=lt2021")
                        .orElseThrow()
                        .constraint())
                .containsEntry("date", List.of("ge2020", "lt2021"));
    }
}
