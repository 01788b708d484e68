package health.kedja.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table as it is read, and promises that hold for it whatever its cells say. */
class RulesTest {

    private static final String HEAD = """
            | what | interaction | scope | coordinator | clinician | register | analyst | integration | administrator |
            |---|---|---|---|---|---|---|---|---|
            """;

    private final Rules rules = Rules.load();

    @Test
    void the_row_of_a_type_goes_before_that_of_what_it_holds() {
        assertThat(rules.find(Optional.of("Patient"), "create").orElseThrow().extent(Role.COORDINATOR))
                .isEqualTo(Extent.NO);
        assertThat(rules.find(Optional.of("Task"), "create").orElseThrow().extent(Role.COORDINATOR))
                .isEqualTo(Extent.UNIT);
        assertThat(rules.find(Optional.of("Patient"), "read").orElseThrow().what())
                .isEqualTo("patient");
    }

    @Test
    void the_table_that_is_read_is_the_one_that_is_shown() throws IOException {
        assertThat(Files.readString(Path.of("docs/authorisation.md")))
                .contains(Files.readString(Path.of("src/main/resources/access/who-may-do-what.md")));
    }

    @Test
    void what_has_no_row_is_not_found() {
        assertThat(rules.find(Optional.of("Patient"), "$merge")).isEmpty();
        assertThat(rules.find(Optional.of("Patient"), "history-type")).isEmpty();
        assertThat(rules.find(Optional.empty(), "history-system")).isEmpty();
    }

    @Test
    void an_analyst_sees_no_patient_and_an_administrator_neither() {
        for (Rule rule : rules.all()) {
            boolean ofPatients =
                    !Set.of("directory", "conformance", "audit", "system").contains(rule.what())
                            && (rule.what().equals("patient") || DataKind.of(rule.what()) == DataKind.PATIENT);
            if (ofPatients && !rule.interaction().equals("$expunge")) {
                assertThat(rule.extent(Role.ANALYST)).as("%s", rule).isEqualTo(Extent.NO);
                assertThat(rule.extent(Role.ADMINISTRATOR)).as("%s", rule).isEqualTo(Extent.NO);
            }
            assertThat(rule.extent(Role.ANALYST)).as("%s", rule).isNotIn(Extent.UNIT, Extent.CARE, Extent.REGISTERED);
        }
    }

    @Test
    void only_an_administrator_of_the_whole_server_writes_definitions() {
        rules.all().stream()
                .filter(rule -> rule.what().equals("conformance"))
                .filter(rule -> !rule.scopes().stream()
                        .allMatch(scope -> scope == Scope.Interaction.READ || scope == Scope.Interaction.SEARCH))
                .filter(rule -> !rule.interaction().equals("$validate"))
                .forEach(rule -> rule.extents()
                        .forEach((role, extent) -> assertThat(extent)
                                .as("%s %s", rule, role)
                                .isEqualTo(role == Role.ADMINISTRATOR ? Extent.SERVER : Extent.NO)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "| patient | read | r | unit | care | no | no | everything | no |! No extent: everything",
                "| patient | read | q | unit | care | no | no | no | no |! No letters of a scope: q",
                "| patient | read | r | unit | care | no | no | no |! A cell too many or too few"
            })
    void a_row_that_is_not_understood_is_refused(String row, String message) {
        assertThatThrownBy(() -> Rules.parse(HEAD + row)).hasMessageContaining(message.strip());
    }

    @Test
    void a_table_without_a_column_for_each_role_or_with_two_rows_of_a_kind_is_refused() {
        assertThatThrownBy(() -> Rules.parse("| what | interaction | scope | coordinator |\n|---|---|---|---|\n"))
                .hasMessageContaining("Every role");
        String row = "| patient | read | r | unit | care | no | no | no | no |\n";
        assertThatThrownBy(() -> Rules.parse(HEAD + row + row)).hasMessageContaining("Two rows");
    }
}
