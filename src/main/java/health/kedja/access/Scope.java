package health.kedja.access;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A SMART App Launch 2 scope for resources, such as {@code system/Observation.rs?category=laboratory}. The words of
 * version 1 ({@code read}, {@code write}, {@code *}) are understood as version 2 says.
 *
 * @param context patient, user or system
 * @param type resource type, or {@code *} for all
 * @param interactions some of c, r, u, d and s
 * @param constraint search parameters that a resource must match, each with its values; empty for none
 */
public record Scope(Context context, String type, Set<Interaction> interactions, Map<String, List<String>> constraint) {

    private static final Pattern SYNTAX =
            Pattern.compile("(patient|user|system)/(\\*|[A-Z][A-Za-z]+)\\.(c?r?u?d?s?|read|write|\\*)(?:\\?(.+))?");

    private static final Set<String> OF_ALL_TYPES =
            Set.of("_id", "_lastUpdated", "_profile", "_security", "_source", "_tag");

    /** Whose data a scope reaches, before roles narrow it further. */
    public enum Context {
        /** The one patient of the launch. */
        PATIENT,
        /** What the user may see. */
        USER,
        /** What the system may see. */
        SYSTEM
    }

    /** What may be done: create, read (with vread and history), update (with patch), delete, search. */
    public enum Interaction {
        CREATE('c'),
        READ('r'),
        UPDATE('u'),
        DELETE('d'),
        SEARCH('s');

        private final char letter;

        Interaction(char letter) {
            this.letter = letter;
        }
    }

    public Scope {
        interactions = Set.copyOf(interactions);
        constraint = Map.copyOf(constraint);
    }

    /** The scope; empty when the text is none for resources (such as {@code openid} or {@code launch/patient}). */
    public static Optional<Scope> parse(String text) {
        Matcher matcher = SYNTAX.matcher(text);
        if (!matcher.matches() || matcher.group(3).isEmpty()) {
            return Optional.empty();
        }
        return constraint(matcher.group(4))
                .map(constraint -> new Scope(
                        Context.valueOf(matcher.group(1).toUpperCase(Locale.ROOT)),
                        matcher.group(2),
                        interactions(matcher.group(3)),
                        constraint));
    }

    private static Set<Interaction> interactions(String letters) {
        String all = switch (letters) {
            case "read" -> "rs";
            case "write" -> "cud";
            case "*" -> "cruds";
            default -> letters;
        };
        return Stream.of(Interaction.values())
                .filter(interaction -> all.indexOf(interaction.letter) >= 0)
                .collect(Collectors.toSet());
    }

    /** Empty when it cannot be read: such a scope grants nothing. */
    private static Optional<Map<String, List<String>>> constraint(String query) {
        Map<String, List<String>> parameters = new TreeMap<>();
        if (query == null) {
            return Optional.of(parameters);
        }
        for (String parameter : query.split("&", -1)) {
            int equals = parameter.indexOf('=');
            if (equals < 1 || equals == parameter.length() - 1 || isLeftAside(parameter.substring(0, equals))) {
                return Optional.empty();
            }
            parameters
                    .computeIfAbsent(parameter.substring(0, equals), name -> new ArrayList<>())
                    .add(parameter.substring(equals + 1));
        }
        return Optional.of(parameters);
    }

    /** Of parameters for all types, what a search may leave aside, and a modifier as well: then all would match. */
    private static boolean isLeftAside(String name) {
        return name.startsWith("_") && !OF_ALL_TYPES.contains(name);
    }

    /** Whether it speaks of resources of that type. */
    public boolean concerns(String resourceType) {
        return type.equals("*") || type.equals(resourceType);
    }

    /** Whether it grants that of resources of that type, if they match the {@link #constraint}. */
    public boolean grants(Interaction interaction, String resourceType) {
        return concerns(resourceType) && interactions.contains(interaction);
    }

    /** What both grant; empty when there is nothing that both do. */
    Optional<Scope> and(Scope other) {
        Set<Interaction> both = new HashSet<>(interactions);
        both.retainAll(other.interactions);
        boolean sameTypes = concerns(other.type) || other.concerns(type);
        if (context != other.context || both.isEmpty() || !sameTypes) {
            return Optional.empty();
        }
        // A resource must match each of the values, as when a parameter of a search is repeated.
        Map<String, List<String>> constraints = new TreeMap<>(constraint);
        other.constraint.forEach((name, values) -> constraints.merge(
                name,
                values,
                (a, b) -> Stream.concat(a.stream(), b.stream()).distinct().toList()));
        return Optional.of(new Scope(context, type.equals("*") ? other.type : type, both, constraints));
    }

    /** Whether it grants all that the other does. */
    private boolean covers(Scope other) {
        return context == other.context
                && concerns(other.type)
                && interactions.containsAll(other.interactions)
                && constraint.entrySet().stream()
                        .allMatch(entry -> other.constraint
                                .getOrDefault(entry.getKey(), List.of())
                                .containsAll(entry.getValue()));
    }

    /** The scopes without those that another of them covers. */
    static List<Scope> withoutCovered(List<Scope> scopes) {
        List<Scope> kept = new ArrayList<>();
        for (Scope scope : scopes) {
            if (kept.stream().noneMatch(other -> other.covers(scope))) {
                kept.removeIf(scope::covers);
                kept.add(scope);
            }
        }
        return kept;
    }

    /** As it is written in a token, its letters in the order that the specification asks for. */
    @Override
    public String toString() {
        String letters = Stream.of(Interaction.values())
                .filter(interactions::contains)
                .map(interaction -> String.valueOf(interaction.letter))
                .collect(Collectors.joining());
        Set<String> query = new TreeSet<>();
        constraint.forEach((name, values) -> values.forEach(value -> query.add(name + "=" + value)));
        return context.name().toLowerCase(Locale.ROOT) + "/" + type + "." + letters
                + (query.isEmpty() ? "" : "?" + String.join("&", query));
    }
}
