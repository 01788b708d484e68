package health.kedja.history;

import health.kedja.fhir.Belongings;
import health.kedja.fhir.ResourceEvents;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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

    private static final List<String> TABLES = List.of("event", "patient_link", "unit", "scanner");

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
        List<Statement> others = new ArrayList<>();
        for (List<Resource> batch : resources) {
            List<Statement> statements = batch.stream()
                    .map(resource -> Statement.of(resource, resourceEvents))
                    .toList();
            rows.insert(statements);
            reach.insert(statements);
            statements.stream().filter(Rebuild::saysMore).forEach(others::add);
        }
        return transaction.execute(status -> {
            TABLES.forEach(table -> jdbc.update("delete from kedja." + table));
            long events = jdbc.update("insert into kedja.event select * from kedja.event_rebuild");
            Rows.run(
                    jdbc,
                    Stream.of(PatientLinks.insertion(others), Units.insertion(others), Scanners.insertion(others))
                            .flatMap(Optional::stream)
                            .toList());
            new ReachRows(jdbc).replaceByThoseAside();
            jdbc.execute("drop table kedja.event_rebuild");
            return events;
        });
    }

    /** Than events of a patient and whose data are whose. */
    private static boolean saysMore(Statement statement) {
        return statement.replacedBy() != null
                || statement.chainType() != null
                || !statement.scanners().isEmpty();
    }
}
