package health.kedja.history;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table {@code kedja.patient_link}: which patient records were replaced by which. */
final class PatientLinks {

    private static final String SURVIVOR = """
            with recursive up (patient, steps) as (
                select ?::text, 0
                union
                select link.replaced_by, up.steps + 1
                from up join kedja.patient_link link on link.patient = up.patient
                where up.steps < 50)
            select patient from up order by steps desc limit 1
            """;

    private static final String REPLACED = """
            with recursive down (patient) as (
                select ?::text
                union
                select link.patient from down join kedja.patient_link link on link.replaced_by = down.patient)
            select patient from down
            """;

    private final JdbcTemplate jdbc;

    PatientLinks(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The record that replaced {@code patient} in the end; {@code patient} itself when none did. */
    String survivor(String patient) {
        return jdbc.queryForObject(SURVIVOR, String.class, patient);
    }

    /** By which record each of these was replaced, those left out that were not. */
    Map<String, String> replacedBy(Collection<String> patients) {
        Map<String, String> replaced = new HashMap<>();
        jdbc.query(
                "select patient, replaced_by from kedja.patient_link where patient = any (?)",
                row -> {
                    replaced.put(row.getString(1), row.getString(2));
                },
                (Object) patients.toArray(String[]::new));
        return replaced;
    }

    /** {@code survivor} and every record it replaced, directly or not. */
    List<String> recordsOf(String survivor) {
        return jdbc.queryForList(REPLACED, String.class, survivor);
    }

    /** Forgets what these records said of being replaced. */
    void delete(Collection<String> patients) {
        if (!patients.isEmpty()) {
            jdbc.update(
                    "delete from kedja.patient_link where patient = any (?)", (Object) patients.toArray(String[]::new));
        }
    }

    void deleteAll() {
        jdbc.update("delete from kedja.patient_link");
    }

    /** @param replacedBy from a record to the one that replaced it */
    void insert(Map<String, String> replacedBy) {
        replacedBy.forEach((patient, survivor) ->
                jdbc.update("insert into kedja.patient_link (patient, replaced_by) values (?, ?)", patient, survivor));
    }
}
