package health.kedja.history;

import health.kedja.pathway.ChainType;
import java.util.Collection;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table {@code kedja.unit}: the units that state a type of chain. Joins the transaction of the caller. */
final class Units {

    private final JdbcTemplate jdbc;

    Units(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
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
