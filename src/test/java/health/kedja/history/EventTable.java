package health.kedja.history;

import health.kedja.KedjaServerExtension;
import health.kedja.fhir.ResourceEvents;
import health.kedja.pathway.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The tables of the projection, as tests look at them: a row is one line of text. */
public final class EventTable {

    private static final String COLUMNS =
            "concat_ws('|', source, ordinal, patient, kind, day, end_day, code, qualifier, laterality, value, encounter, device)";

    private final JdbcTemplate jdbc;
    private final ResourceEvents resourceEvents;

    public EventTable(KedjaServerExtension server) {
        this(server.dataSource(), server.bean(ResourceEvents.class));
    }

    public EventTable(DataSource dataSource, ResourceEvents resourceEvents) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.resourceEvents = resourceEvents;
    }

    public JdbcTemplate jdbc() {
        return jdbc;
    }

    /** The events that a resource gave, without the resource itself: {@code patient|fracture|2024-03-01|S7200}. */
    public List<String> of(String source) {
        return jdbc.queryForList(
                "select concat_ws('|', patient, kind, day, code) from kedja.event where source = ? order by ordinal",
                String.class,
                source);
    }

    /** Everything the table says of a resource. */
    public List<String> rows(String source) {
        return jdbc.queryForList(
                "select " + COLUMNS + " from kedja.event where source = ? order by ordinal", String.class, source);
    }

    /** The kinds of event of a patient, sorted. */
    public List<String> kindsOf(String patient) {
        return jdbc.queryForList(
                "select kind from kedja.event where patient = ? order by kind collate \"C\"", String.class, patient);
    }

    /** Everything in the tables. */
    public List<String> everything() {
        List<String> rows = new ArrayList<>(jdbc.queryForList(
                "select " + COLUMNS + " from kedja.event order by source collate \"C\", ordinal", String.class));
        rows.addAll(jdbc.queryForList(
                "select patient || ' replaced by ' || replaced_by from kedja.patient_link order by 1", String.class));
        rows.addAll(jdbc.queryForList(
                "select concat_ws('|', device, manufacturer, maker) from kedja.scanner order by device collate \"C\"",
                String.class));
        rows.addAll(reach());
        return rows;
    }

    /** Everything that says whose data are whose. */
    public List<String> reach() {
        List<String> rows = new ArrayList<>();
        for (String name : List.of(
                "organization",
                "practitioner_role",
                "care_relation",
                "patient_owner",
                "consent",
                "custody",
                "named_patient")) {
            rows.addAll(jdbc.queryForList(
                    "select '" + name + " ' || to_jsonb(one)::text from kedja." + name + " one order by 1",
                    String.class));
        }
        return rows;
    }

    /** What a resource as read from the server says, in the form of {@link #rows}. */
    public List<String> expected(Resource resource) {
        String patient = resourceEvents.patient(resource).orElse(null);
        List<Event> events = patient == null ? List.of() : resourceEvents.of(resource);
        List<String> rows = new ArrayList<>();
        for (Event event : events) {
            rows.add(Stream.of(
                            event.source(),
                            rows.size(),
                            patient,
                            event.kind().token(),
                            event.day(),
                            event.end(),
                            event.code(),
                            event.qualifier(),
                            event.laterality(),
                            event.hasValue() ? number(event.value()) : null,
                            event.encounter(),
                            event.device())
                    .filter(Objects::nonNull)
                    .map(Object::toString)
                    .collect(Collectors.joining("|")));
        }
        return rows;
    }

    /** As PostgreSQL writes it: without a zero fraction. */
    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
