package health.kedja.server;

import health.kedja.access.authorization.Registrations;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The file of clients and users of the authorization server; any doubt about it stops the start. */
final class RegistrationFile {

    private static final String ACTION =
            "Correct the file that kedja.access.authorization-server.file names; docs/access.md has an example.";

    private RegistrationFile() {}

    /** @throws SettingException if it cannot be used */
    static Registrations read(Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            return StrictYaml.read(file.getFileName().toString(), content, Registrations.class, (n, f, l) -> List.of());
        } catch (StrictYaml.FileProblem e) {
            throw new SettingException(e.getMessage(), ACTION);
        } catch (IOException e) {
            throw new SettingException(file + " cannot be read", ACTION);
        }
    }
}
