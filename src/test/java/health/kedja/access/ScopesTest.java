package health.kedja.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What both grant, and never more. */
class ScopesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "system/Patient.cruds | system/*.rs | system/Patient.rs",
                "system/*.cruds | system/Patient.r system/Observation.s | system/Observation.s system/Patient.r",
                "user/Patient.rs | system/Patient.rs | ''",
                "user/Patient.r | user/Patient.s | ''",
                "user/Patient.rs | user/Observation.rs | ''",
                "user/*.read | user/*.rs | user/*.rs",
                "user/Observation.rs | user/Observation.rs?category=laboratory | user/Observation.rs?category=laboratory",
                "user/Observation.rs?code=b | user/*.rs?category=a | user/Observation.rs?category=a&code=b",
                "user/Observation.rs?category=b | user/*.rs?category=a | user/Observation.rs?category=a&category=b",
                "user/*.rs user/Patient.r | user/*.cruds | user/*.rs",
                "openid launch/patient offline_access | openid launch/patient fhirUser | launch/patient openid"
            })
    void scopes_are_narrowed_to_what_is_registered(String asked, String registered, String granted) {
        Scopes both = Scopes.parse(asked).narrowedTo(Scopes.parse(registered));
        assertThat(String.join(" ", both.words())).isEqualTo(granted);
        Scopes other = Scopes.parse(registered).narrowedTo(Scopes.parse(asked));
        assertThat(String.join(" ", other.words())).isEqualTo(granted);
    }

    @Test
    void narrowing_twice_changes_nothing() {
        Scopes registered = Scopes.parse("system/*.rs system/Observation.cruds?category=laboratory");
        Scopes once = Scopes.parse("system/*.cruds").narrowedTo(registered);
        assertThat(once.narrowedTo(registered).words()).isEqualTo(once.words());
    }
}
