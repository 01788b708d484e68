package health.kedja.history;

import health.kedja.fhir.Belongings;
import health.kedja.fhir.ResourceEvents;
import health.kedja.pathway.ChainType;
import health.kedja.pathway.Event;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Derives every event anew, and whose data are whose, from the stored resources. What was there stays until the whole is ready, so that a rebuild
 * that is cut off changes nothing. Nothing else may write meanwhile.
 */
public final class Rebuild {

    private final ResourceEvents resourceEvents;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    public Rebuild(DataSource dataSource, PlatformTransactionManager transactions, ResourceEvents resourceEvents) {
        this.resourceEvents = resourceEvents;
        this.jdbc = new JdbcTemplate(dataSource);
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The types of resource that say something. */
    public static Set<String> types() {
        Set<String> types = typesOfHistory();
        types.addAll(Belongings.types());
        return types;
    }

    /** Those of events, and the units that run chains. */
    static Set<String> typesOfHistory() {
        Set<String> types = new HashSet<>(ResourceEvents.types());
        types.add("Organization");
        return types;
    }

    /**
     * Rebuilds.
     *
     * @param resources every stored resource that is not deleted, in batches
     * @return the number of events
     */
    public long run(Iterable<List<Resource>> resources) {
        jdbc.execute("drop table if exists kedja.event_rebuild");
        jdbc.execute("create table kedja.event_rebuild (like kedja.event including defaults)");
        EventRows rows = new EventRows(jdbc, "kedja.event_rebuild");
        ReachRows reach = ReachRows.aside(jdbc);
        Map<String, String> replacedBy = new LinkedHashMap<>();
        Map<String, ChainType> types = new LinkedHashMap<>();
        List<Event> devices = new ArrayList<>();
        for (List<Resource> batch : resources) {
            List<Statement> statements = batch.stream()
                    .map(resource -> Statement.of(resource, resourceEvents))
                    .toList();
            rows.insert(statements);
            reach.insert(statements);
            for (Statement statement : statements) {
                if (statement.chainType() != null) {
                    types.put(statement.source(), statement.chainType());
                }
                devices.addAll(statement.scanners());
                if (statement.replacedBy() != null) {
                    replacedBy.put(statement.record().orElseThrow(), statement.replacedBy());
                }
            }
        }
        return transaction.execute(status -> {
            EventRows current = new EventRows(jdbc);
            current.deleteAll();
            long events = jdbc.update("insert into kedja.event select * from kedja.event_rebuild");
            PatientLinks links = new PatientLinks(jdbc);
            links.deleteAll();
            links.insert(replacedBy);
            Units units = new Units(jdbc);
            units.deleteAll();
            units.insert(types);
            Scanners scanners = new Scanners(jdbc);
            scanners.deleteAll();
            scanners.insert(devices);
            new ReachRows(jdbc).replaceByThoseAside();
            jdbc.execute("drop table kedja.event_rebuild");
            return events;
        });
    }
}
