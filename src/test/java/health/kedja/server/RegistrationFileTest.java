package health.kedja.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.kedja.access.authorization.Registrations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of clients and users is read to the letter, or not at all. */
class RegistrationFileTest {

    @TempDir
    private Path directory;

    private Registrations read(String yaml) throws IOException {
        Path file = directory.resolve("clients.yaml");
        Files.writeString(file, yaml);
        return RegistrationFile.read(file);
    }

    private static String documented() throws IOException {
        Matcher block =
                Pattern.compile("(?s)```yaml\n(clients:.*?)```").matcher(Files.readString(Path.of("docs/access.md")));
        assertThat(block.find()).isTrue();
        return block.group(1);
    }

    @Test
    void the_documented_example_can_be_used() throws IOException {
        Registrations registrations = read(documented());
        assertThat(registrations.clients()).hasSize(3);
        assertThat(registrations.user("anna")).isPresent();
        assertThat(registrations.user("nobody")).isEmpty();
    }

    private void refused(String from, String to, String reason) throws IOException {
        String yaml = documented();
        assertThat(yaml).contains(from);
        assertThatThrownBy(() -> read(yaml.replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to))))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("clients.yaml, line")
                .hasMessageContaining(reason);
    }

    @Test
    void what_is_wrong_is_named_by_line_and_field() throws IOException {
        refused("name: Worklist", "name: Worklist\n    nam: W", "no such field");
        refused("name: Worklist", "nam: Worklist", "the field is missing");
        refused("roles: [integration]", "roles: [boss]", "'boss' is no role; roles are coordinator, clinician");
        refused("id: portal", "id: worklist", "'worklist' is there twice");
        refused("name: maj", "name: anna", "'anna' is there twice");
        refused("fhir-user: Practitioner/anna", "fhir-user: anna", "must be a reference");
        refused("patient: maj", "patient: Patient/maj", "logical id");
        refused("https://portal.example.org/callback", "http://portal.example.org/callback", "must begin with https");
        refused("https://portal.example.org/callback", "https://portal.example.org/#x", "without #");
        refused("https://loader.example.org/jwks.json", "http://loader.example.org/jwks.json", "must begin with https");
        refused("    keys-url:", "    secret:", "bcrypt");
        refused("scopes: [system/*.cruds]", "scopes: []", "it could do nothing");
    }

    @Test
    void a_password_is_a_hash_that_takes_long_to_guess() throws IOException {
        String hash = "password: $2b$12$0123456789012345678901uJ8Qd0oX0Zk5m3bqv0oYxv0m2cQyqYe";
        refused(hash, "password: in-clear-text", "must be a bcrypt hash");
        refused(hash, hash.replace("$12$", "$04$"), "must be a bcrypt hash");
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        Path missing = directory.resolve("none.yaml");
        assertThatThrownBy(() -> RegistrationFile.read(missing)).hasMessageContaining("none.yaml cannot be read");
    }
}
