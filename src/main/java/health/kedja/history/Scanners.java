package health.kedja.history;

import health.kedja.pathway.Event;
import health.kedja.pathway.Kind;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table {@code kedja.scanner}: the makers of the devices that events name. */
final class Scanners {

    private static final String INSERT = """
            insert into kedja.scanner (device, manufacturer, maker) select * from unnest(?::text[], ?::text[], ?::text[])
            """;

    private final JdbcTemplate jdbc;

    Scanners(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Forgets what these devices said of themselves. */
    void delete(Collection<String> devices) {
        if (!devices.isEmpty()) {
            jdbc.update("delete from kedja.scanner where device = any (?)", (Object) devices.toArray(String[]::new));
        }
    }

    void deleteAll() {
        jdbc.update("delete from kedja.scanner");
    }

    /** @param scanners events of the kind {@link Kind#SCANNER} */
    void insert(List<Event> scanners) {
        if (!scanners.isEmpty()) {
            jdbc.update(
                    INSERT,
                    scanners.stream().map(Event::source).toArray(String[]::new),
                    scanners.stream().map(Event::qualifier).toArray(String[]::new),
                    scanners.stream().map(Event::code).toArray(String[]::new));
        }
    }
}
