package health.kedja.access.authorization;

import health.kedja.access.Role;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Someone who can log in.
 *
 * @param name what they log in with
 * @param password as bcrypt hash
 * @param roles words of {@link Role}
 * @param organizations logical ids of the Organizations for which the roles hold; none for the whole server
 * @param fhirUser who they are as a resource, such as {@code Practitioner/anna}
 * @param patient logical id of the one patient that apps of theirs are launched with, such as themselves; who has none
 *     chooses
 */
public record User(
        String name,
        String password,
        Optional<List<String>> roles,
        Optional<List<String>> organizations,
        Optional<String> fhirUser,
        Optional<String> patient) {

    public User {
        Words.bcrypt("password", password);
        Words.roles(roles);
        Words.ids("organizations", organizations);
        Words.id("patient", patient);
        Words.reference("fhir-user", fhirUser);
    }

    Set<Role> roleSet() {
        return Words.roles(roles);
    }
}
