package health.kedja.access.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the trail, the latest first. Safe to share between threads. */
public final class AccessLog {

    private static final String SELECT = "select * from kedja_audit.access where true";

    /** A patient who asks by an app is found by the app, and not by who they are. */
    private static final String BY_AGENT = " and ? = any (case when fhir_user ~ '^(Patient|RelatedPerson|Person)/'"
            + " then array[client] else array[fhir_user, subject, client] end)";

    private final JdbcTemplate jdbc;

    public AccessLog(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    List<StoredAccess> find(AccessQuery query) {
        StringBuilder sql = new StringBuilder(SELECT);
        List<Object> values = new ArrayList<>();
        add(sql, values, " and id = ?", query.id());
        addPatients(sql, values, query.patients());
        add(sql, values, " and recorded >= ?", timestamp(query.from()));
        add(sql, values, " and recorded < ?", timestamp(query.until()));
        add(sql, values, BY_AGENT, query.agent());
        add(sql, values, " and interaction = ?", query.interaction());
        add(sql, values, " and outcome = ?", query.outcome());
        if (!query.organizations().isEmpty()) {
            add(
                    sql,
                    values,
                    " and string_to_array(organizations, ' ') && string_to_array(?, ' ')",
                    String.join(" ", query.organizations()));
        }
        add(sql, values, " and id < ?", query.before());
        sql.append(" order by id desc limit ?");
        values.add(query.count());
        return jdbc.query(sql.toString(), AccessLog::row, values.toArray());
    }

    /** Of one, the index gives the rows in order; of several, they are sorted. */
    private static void addPatients(StringBuilder sql, List<Object> values, Set<String> patients) {
        if (patients.size() == 1) {
            add(sql, values, " and patient = ?", patients.iterator().next());
        } else if (!patients.isEmpty()) {
            add(sql, values, " and patient = any (?)", patients.toArray(String[]::new));
        }
    }

    private static void add(StringBuilder sql, List<Object> values, String condition, Object value) {
        if (value != null) {
            sql.append(condition);
            values.add(value);
        }
    }

    private static Timestamp timestamp(Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static StoredAccess row(ResultSet row, int number) throws SQLException {
        Who who = new Who(
                row.getString("issuer"),
                row.getString("subject"),
                row.getString("client"),
                row.getString("fhir_user"),
                row.getString("roles"),
                row.getString("organizations"),
                row.getString("purpose"),
                row.getString("address"));
        Access access = new Access(
                row.getString("interaction"),
                Outcome.ofCode(row.getInt("outcome")),
                row.getString("reason"),
                row.getString("emergency"),
                row.getString("patient"),
                row.getString("resource"),
                row.getString("query"),
                row.getString("request"),
                who);
        return new StoredAccess(row.getLong("id"), row.getTimestamp("recorded").toInstant(), access);
    }
}
