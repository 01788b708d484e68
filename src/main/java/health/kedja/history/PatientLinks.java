package health.kedja.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** The table {@code kedja.patient_link}: which patient records were replaced by which. */
final class PatientLinks {

    private static final String SAME_PERSON = """
            with recursive same (start, patient) as (
                select patient, patient from unnest(?::text[]) patient
                union
                select same.start, next.patient
                from same cross join lateral (
                    select replaced_by from kedja.patient_link where patient = same.patient
                    union all
                    select patient from kedja.patient_link where replaced_by = same.patient) next (patient))
            select start, patient from same order by start, patient
            """;

    private static final Rows<Statement> ROWS = new Rows<>(
            "kedja.patient_link",
            List.of(
                    Rows.text("patient", said -> said.record().orElseThrow()),
                    Rows.text("replaced_by", Statement::replacedBy)));

    private final JdbcTemplate jdbc;

    PatientLinks(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
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

    /** Each of these records with every record of the same person: those it replaced, and those that replaced it. */
    Map<String, List<String>> ofSamePerson(Collection<String> patients) {
        Map<String, List<String>> records = new TreeMap<>();
        jdbc.query(
                SAME_PERSON,
                (RowCallbackHandler) row -> records.computeIfAbsent(row.getString("start"), start -> new ArrayList<>())
                        .add(row.getString("patient")),
                (Object) patients.toArray(String[]::new));
        return records;
    }

    /** The removal of what these records said of being replaced. */
    static Optional<Rows.Part> deletion(Collection<Statement> statements) {
        return Rows.delete(
                "kedja.patient_link where patient",
                statements.stream().flatMap(said -> said.record().stream()).toList());
    }

    static Optional<Rows.Part> insertion(Collection<Statement> statements) {
        return ROWS.insert(
                statements.stream().filter(said -> said.replacedBy() != null).toList());
    }
}
