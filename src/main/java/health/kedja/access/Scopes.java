package health.kedja.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a token grants.
 *
 * @param resources the scopes for resources
 * @param others every other scope, as written: {@code openid}, {@code fhirUser}, {@code launch/patient}
 */
public record Scopes(List<Scope> resources, Set<String> others) {

    public Scopes {
        resources = List.copyOf(resources);
        others = Set.copyOf(others);
    }

    /** Reads the scopes of a token, which are separated by spaces. What is not understood grants nothing. */
    public static Scopes parse(String text) {
        List<String> words =
                Stream.of(text.split(" ")).filter(word -> !word.isBlank()).toList();
        Set<String> others = new TreeSet<>();
        List<Scope> resources = words.stream()
                .flatMap(word -> {
                    Optional<Scope> scope = Scope.parse(word);
                    if (scope.isEmpty()) {
                        others.add(word);
                    }
                    return scope.stream();
                })
                .toList();
        return new Scopes(resources, others);
    }

    /** The scopes that grant an interaction with resources of a type; a resource need match the constraint of one. */
    public List<Scope> granting(Scope.Interaction interaction, String resourceType) {
        return resources.stream()
                .filter(scope -> scope.grants(interaction, resourceType))
                .toList();
    }

    /** What of this is also in the other: never more than either grants. */
    public Scopes narrowedTo(Scopes other) {
        List<Scope> both = resources.stream()
                .flatMap(scope -> other.resources.stream().flatMap(limit -> scope.and(limit).stream()))
                .toList();
        Set<String> words = new TreeSet<>(others);
        words.retainAll(other.others);
        return new Scopes(Scope.withoutCovered(both), words);
    }

    /** Each as it is written in a token. */
    public Set<String> words() {
        Set<String> words = new TreeSet<>(others);
        resources.forEach(scope -> words.add(scope.toString()));
        return words;
    }
}
