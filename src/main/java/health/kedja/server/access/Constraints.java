package health.kedja.server.access;

import health.kedja.access.Scope;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;
import java.util.TreeMap;

/** The constraint of a scope as a search. */
final class Constraints {

    private Constraints() {}

    /** Such as {@code Observation?category=laboratory}. */
    static String query(Scope scope, String type) {
        StringJoiner query = new StringJoiner("&", type + "?", "");
        new TreeMap<>(scope.constraint())
                .forEach((name, values) -> values.forEach(
                        value -> query.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8))));
        return query.toString();
    }
}
