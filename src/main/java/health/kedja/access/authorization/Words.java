package health.kedja.access.authorization;

import health.kedja.access.Role;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the file of clients and users may hold in a field. */
final class Words {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9.-]{1,64}");
    private static final Pattern USER =
            Pattern.compile("(Practitioner|PractitionerRole|Patient|RelatedPerson|Person)/[A-Za-z0-9.-]{1,64}");
    private static final Pattern BCRYPT = Pattern.compile("\\$2[aby]\\$(\\d\\d)\\$[./A-Za-z0-9]{53}");
    private static final int LOWEST_COST = 10;

    private Words() {}

    /** Whether it can be the logical id of a resource. */
    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    static Set<Role> roles(Optional<List<String>> words) {
        Set<Role> roles = new LinkedHashSet<>();
        for (String word : words.orElse(List.of())) {
            roles.add(Role.of(word)
                    .orElseThrow(() -> new IllegalArgumentException("'" + word + "' is no role; roles are "
                            + Stream.of(Role.values()).map(Role::token).collect(Collectors.joining(", ")))));
        }
        return roles;
    }

    static void ids(String field, Optional<List<String>> ids) {
        ids.orElse(List.of()).forEach(id -> id(field, Optional.of(id)));
    }

    static void id(String field, Optional<String> id) {
        if (id.isPresent() && !isId(id.get())) {
            throw new IllegalArgumentException(
                    field + " must be the logical id of a resource; given was '" + id.get() + "'");
        }
    }

    /** A user as a resource. */
    static void reference(String field, Optional<String> reference) {
        if (reference.isPresent() && !USER.matcher(reference.get()).matches()) {
            throw new IllegalArgumentException(
                    field + " must be a reference such as Practitioner/anna; given was '" + reference.get() + "'");
        }
    }

    /** The hash itself is not named: a message is no place for it. */
    static void bcrypt(String field, String hash) {
        var matcher = BCRYPT.matcher(hash);
        if (!matcher.matches() || Integer.parseInt(matcher.group(1)) < LOWEST_COST) {
            throw new IllegalArgumentException(field + " must be a bcrypt hash ($2a$, $2b$ or $2y$) of cost "
                    + LOWEST_COST + " or more; 'java -jar kedja.jar hash-password' makes one");
        }
    }
}
