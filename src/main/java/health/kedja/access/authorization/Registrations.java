package health.kedja.access.authorization;

import health.kedja.access.Caller;
import health.kedja.access.Scopes;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The clients and users that the authorization server knows, as its file has them.
 *
 * @param clients applications and systems
 * @param users people who can log in
 */
public record Registrations(List<Client> clients, Optional<List<User>> users) {

    public Registrations {
        Set<String> names = new HashSet<>();
        for (Client client : clients) {
            if (!names.add(client.id())) {
                throw new IllegalArgumentException("the client '" + client.id() + "' is there twice");
            }
        }
        Set<String> people = new HashSet<>();
        for (User user : users.orElse(List.of())) {
            if (!people.add(user.name())) {
                throw new IllegalArgumentException("the user '" + user.name() + "' is there twice");
            }
        }
    }

    /** The client of that id. */
    public Optional<Client> client(String id) {
        return clients.stream().filter(client -> client.id().equals(id)).findFirst();
    }

    /** The user of that name. */
    public Optional<User> user(String name) {
        return users.orElse(List.of()).stream()
                .filter(user -> user.name().equals(name))
                .findFirst();
    }

    /**
     * Whether someone who was given a token here before is registered as they were then: with the same roles and organizations,
     * and no fewer scopes.
     */
    public boolean stillHas(Caller caller) {
        return client(caller.client())
                .filter(client -> Scopes.parse(String.join(" ", client.scopes()))
                        .narrowedTo(caller.scopes())
                        .words()
                        .containsAll(caller.scopes().words()))
                .map(client -> caller.subject().equals(client.id())
                        ? isSame(caller, client.roles(), client.organizations())
                        : user(caller.subject())
                                .filter(user -> isSame(caller, user.roles(), user.organizations()))
                                .isPresent())
                .orElse(false);
    }

    private static boolean isSame(Caller caller, Optional<List<String>> roles, Optional<List<String>> organizations) {
        return caller.roles().equals(Words.roles(roles))
                && caller.organizations().equals(Set.copyOf(organizations.orElse(List.of())));
    }
}
