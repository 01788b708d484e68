package health.kedja.history;

import health.kedja.pathway.ChainType;
import health.kedja.pathway.Event;
import health.kedja.pathway.Kind;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table {@code kedja.unit}: the units that state a type of chain. Joins the transaction of the caller. */
final class Units {

    private final JdbcTemplate jdbc;

    Units(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The types of the units that these events name; asks the database only where they name one. */
    Map<String, ChainType> of(Collection<Event> events) {
        String[] named = events.stream()
                .filter(event -> event.kind() == Kind.EPISODE_OPENED || event.kind() == Kind.COORDINATOR_ASSESSMENT)
                .map(Event::qualifier)
                .filter(Objects::nonNull)
                .distinct()
                .toArray(String[]::new);
        Map<String, ChainType> types = new HashMap<>();
        if (named.length > 0) {
            jdbc.query(
                    "select organization, chain_type from kedja.unit where organization = any (?)",
                    row -> {
                        types.put(row.getString(1), ChainType.valueOf(row.getString(2)));
                    },
                    (Object) named);
        }
        return types;
    }

    /** Forgets what these units said. */
    void delete(Collection<String> organizations) {
        if (!organizations.isEmpty()) {
            jdbc.update("delete from kedja.unit where organization = any (?)", (Object)
                    organizations.toArray(String[]::new));
        }
    }

    void deleteAll() {
        jdbc.update("delete from kedja.unit");
    }

    void insert(Map<String, ChainType> types) {
        types.forEach((organization, type) -> jdbc.update(
                "insert into kedja.unit (organization, chain_type) values (?, ?)", organization, type.name()));
    }
}
