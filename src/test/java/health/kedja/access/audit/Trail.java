package health.kedja.access.audit;

import health.kedja.history.Records;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The trail of a running server, as its database holds it. */
final class Trail {

    private final JdbcTemplate jdbc;

    Trail(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    JdbcTemplate jdbc() {
        return jdbc;
    }

    /** A new id of a request, to be sent in X-Request-ID. */
    static String newRequest() {
        return Records.newId("request");
    }

    /** What was recorded of a request: interaction, outcome, patient, resource, query; in order. */
    List<String> of(String request) {
        return jdbc.queryForList("""
                select concat_ws('|', interaction, outcome, coalesce(patient, '-'), coalesce(resource, '-'),
                    coalesce(query, '-'))
                from kedja_audit.access where request = ? order by id
                """, String.class, request);
    }

    /** A column of the rows of a request. */
    List<String> column(String column, String request) {
        return jdbc.queryForList(
                "select " + column + "::text from kedja_audit.access where request = ? order by id",
                String.class,
                request);
    }
}
