package health.kedja.history;

import java.util.Collection;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table {@code kedja.patient_link}: which patient records were replaced by which. */
final class PatientLinks {

    private final JdbcTemplate jdbc;

    PatientLinks(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
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
