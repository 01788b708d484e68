package health.kedja.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who may do what: the table {@code access/who-may-do-what.md}. What has no row there is refused. */
public final class Rules {

    /** Where the services of CDS Hooks are, beside the FHIR API; rows about them begin with it. */
    public static final String SERVICES = "cds-services";

    private static final String FILE = "/access/who-may-do-what.md";
    private static final int FIRST_ROLE = 3;

    private final Map<String, Rule> byName;

    private Rules(Map<String, Rule> byName) {
        this.byName = byName;
    }

    /** The table that is shipped. */
    public static Rules load() {
        try (InputStream in = Rules.class.getResourceAsStream(FILE)) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a table.
     *
     * @throws IllegalArgumentException if it is not understood: every cell must be, since a misread one would open a door
     */
    static Rules parse(String table) {
        List<String> lines = table.lines().filter(line -> line.startsWith("|")).toList();
        List<String> head = cells(lines.get(0));
        List<Role> roles = head.subList(FIRST_ROLE, head.size()).stream()
                .map(name -> Role.of(name).orElseThrow(() -> new IllegalArgumentException("No role: " + name)))
                .toList();
        if (roles.size() != Role.values().length || !EnumSet.copyOf(roles).equals(EnumSet.allOf(Role.class))) {
            throw new IllegalArgumentException("Every role needs one column: " + head);
        }
        Map<String, Rule> rules = new LinkedHashMap<>();
        for (String line : lines.subList(2, lines.size())) {
            Rule rule = rule(cells(line), roles);
            if (rules.put(name(rule.what(), rule.interaction()), rule) != null) {
                throw new IllegalArgumentException("Two rows for " + line);
            }
        }
        return new Rules(rules);
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.substring(1).split("\\|")).map(String::strip).toList();
    }

    private static Rule rule(List<String> cells, List<Role> roles) {
        if (cells.size() != FIRST_ROLE + roles.size()) {
            throw new IllegalArgumentException("A cell too many or too few: " + cells);
        }
        Map<Role, Extent> extents = new EnumMap<>(Role.class);
        for (int i = 0; i < roles.size(); i++) {
            String word = cells.get(FIRST_ROLE + i);
            extents.put(
                    roles.get(i),
                    Extent.of(word).orElseThrow(() -> new IllegalArgumentException("No extent: " + word)));
        }
        return new Rule(cells.get(0), cells.get(1), scopes(cells.get(2)), extents);
    }

    private static Set<Scope.Interaction> scopes(String letters) {
        return letters.equals("-")
                ? Set.of()
                : Scope.parse("system/*." + letters)
                        .orElseThrow(() -> new IllegalArgumentException("No letters of a scope: " + letters))
                        .interactions();
    }

    /**
     * The row for an interaction or operation: that of the type, else that of what the type holds.
     *
     * @param resourceType empty for what names no type
     */
    public Optional<Rule> find(Optional<String> resourceType, String interaction) {
        if (resourceType.isEmpty()) {
            return Optional.ofNullable(byName.get(name("system", interaction)));
        }
        String type = resourceType.get();
        return Optional.ofNullable(byName.get(name(type, interaction)))
                .or(() -> Optional.ofNullable(byName.get(name(DataKind.of(type).word(), interaction))));
    }

    /** Every row, in the order of the table. */
    public List<Rule> all() {
        return new ArrayList<>(byName.values());
    }

    private static String name(String what, String interaction) {
        return what + " " + interaction;
    }
}
