package health.kedja.history;

import health.kedja.fhir.PatientHistory;
import health.kedja.pathway.ChainType;
import health.kedja.pathway.Event;
import health.kedja.pathway.History;
import health.kedja.pathway.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.RowCallbackHandler;

/**
 * Everything that is known of a patient, read in one statement and so as of one moment: the record that replaced the
 * one asked for, the events of both and of all others that it replaced, the scanners and the units that they name.
 */
final class StoredHistory implements RowCallbackHandler {

    private static final String SURVIVOR = "survivor";
    private static final String STORED = "stored";
    private static final String UNIT = "unit";
    private static final String BLOCKED = "blocked";

    private static final String RECORDS = """
            with recursive
            up (patient, steps) as (
                select ?::text, 0
                union
                select link.replaced_by, up.steps + 1
                from up join kedja.patient_link link on link.patient = up.patient
                where up.steps < 50),
            survivor (patient) as (select patient from up order by steps desc limit 1),
            down (patient) as (
                select patient from survivor
                union
                select link.patient from down join kedja.patient_link link on link.replaced_by = down.patient),
            """;

    private static final String EVENTS = """
            event as materialized (
                select kind, source, day, end_day, code, qualifier, laterality, value, encounter, device
                from kedja.event where patient = any (array(select patient from down))
            """;

    private static final String ROWS = """
            )
            select kind, source, day, end_day, code, qualifier, laterality, value, encounter, device
            from event
            union all
            select 'scanner', device, null, null, maker, manufacturer, null, null, null, null
            from kedja.scanner
            where device = any (array(select device from event where device is not null))
            union all
            select 'unit', organization, null, null, chain_type, null, null, null, null, null
            from kedja.unit
            where organization = any (array(
                select qualifier from event
                where kind in ('episode-opened', 'coordinator-assessment') and qualifier is not null))
            union all
            select 'survivor', patient, null, null, null, null, null, null, null, null
            from survivor
            """;

    private static final String IS_STORED = """
            union all
            select 'stored', fhir_id, null, null, null, null, null, null, null, null
            from public.hfj_resource
            where res_type = 'Patient' and fhir_id = ? and res_deleted_at is null
            """;

    /** Blocks are few: without one, neither units nor sources are looked at. */
    private static final String BLOCKS = """
            block (person, custodian) as materialized (
                select 1, custodian from kedja.consent
                where patient = any (array(select patient from down)) and kind = 'block' and %s),
            asked (person, source) as (
                select distinct 1, source from kedja.event where patient = any (array(select patient from down))),
            %s,
            """.formatted(ReachSql.HOLDS, ReachSql.HIDDEN);

    private static final String UNBLOCKED = """
            and (not exists (select from block) or source not in (select source from hidden))
            """;

    private static final String ANY_BLOCKED = """
            union all
            select 'blocked', null, null, null, null, null, null, null, null, null
            where exists (select from block) and exists (select from hidden)
            """;

    /** The first column says what a row is: the kind of an event, or one of the names above, which are no kinds. */
    static final String QUERY = RECORDS + EVENTS + ROWS;

    /** And whether the record asked for is there. HAPI's table: a record that says nothing leaves no row elsewhere. */
    static final String QUERY_OF_RECORD = QUERY + IS_STORED;

    /**
     * The same without what is blocked. Parameters: the patient, the day twice, the organizations of the caller, and the
     * patient again.
     */
    static final String QUERY_OF_SEEN = RECORDS + BLOCKS + EVENTS + UNBLOCKED + ROWS + ANY_BLOCKED + IS_STORED;

    private final List<Event> events = new ArrayList<>();
    private final Map<String, ChainType> units = new HashMap<>();
    private String survivor;
    private boolean stored;
    private boolean blocked;

    @Override
    public void processRow(ResultSet row) throws SQLException {
        String what = row.getString(1);
        switch (what) {
            case SURVIVOR -> survivor = row.getString(2);
            case STORED -> stored = true;
            case BLOCKED -> blocked = true;
            case UNIT -> units.put(row.getString(2), ChainType.valueOf(row.getString(5)));
            default -> events.add(event(Kind.ofToken(what), row));
        }
    }

    private static Event event(Kind kind, ResultSet row) throws SQLException {
        double value = row.getDouble(8);
        boolean none = row.wasNull();
        return new Event(
                kind,
                row.getObject(3, LocalDate.class),
                row.getObject(4, LocalDate.class),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                none ? Double.NaN : value,
                row.getString(2),
                row.getString(9),
                row.getString(10));
    }

    /** Whether the record asked for is stored and not deleted; only {@link #QUERY_OF_RECORD} tells. */
    boolean isStored() {
        return stored;
    }

    /** Whether anything was left out because it is blocked; only {@link #QUERY_OF_SEEN} tells. */
    boolean isBlocked() {
        return blocked;
    }

    PatientHistory patient() {
        return new PatientHistory("Patient/" + survivor, History.of(events), units);
    }
}
