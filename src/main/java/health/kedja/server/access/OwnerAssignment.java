package health.kedja.server.access;

import ca.uhn.fhir.rest.server.exceptions.ResourceVersionConflictException;
import health.kedja.access.DataKind;
import health.kedja.history.Reach;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Gives stored resources that belong to nobody to a region, by writing its label on the current version of each. A resource
 * that names what is another's, or what belongs to nobody and stays so, is left, and so is what refers to it. Nothing
 * is written over: what has an owner keeps it, and older versions stay without one.
 */
final class OwnerAssignment {

    /** How many are labelled in one transaction. */
    private static final int BATCH = 1000;
    /** Any number that no other part of the server locks by. */
    private static final long LOCK = 0x6b65646a61L;

    private final DataSource dataSource;
    private final Reach reach;
    private final Set<String> types;

    /**
     * @param dataSource connections whose statements may read the whole population
     * @param types the resource types that are stored
     */
    OwnerAssignment(DataSource dataSource, Reach reach, Collection<String> types) {
        this.dataSource = dataSource;
        this.reach = reach;
        this.types = new TreeSet<>(types);
        this.types.removeIf(type -> DataKind.of(type) == DataKind.CONFORMANCE || DataKind.of(type) == DataKind.AUDIT);
    }

    /** How many of each type were given to the region, and how many were left. */
    record Outcome(Map<String, Long> assigned, Map<String, Long> left) {}

    /** The types of which resources can have an owner. */
    Set<String> types() {
        return types;
    }

    /** Whether an Organization is stored and at the top of its tree. */
    boolean isRegion(String organization) {
        return reach.region(organization).filter(organization::equals).isPresent();
    }

    /**
     * Gives what has no owner to a region.
     *
     * @param wanted only of these types; empty for all
     * @param patients only what is about these, as logical ids; empty for everything
     * @throws ResourceVersionConflictException if another request is doing that
     */
    Outcome assign(String region, Set<String> wanted, Set<String> patients) {
        Outcome outcome = new JdbcTemplate(dataSource).execute((ConnectionCallback<Outcome>) connection ->
                assign(new JdbcTemplate(new SingleConnectionDataSource(connection, true)), region, wanted, patients));
        return Objects.requireNonNull(outcome);
    }

    /** @param jdbc on one connection, which has the temporary tables and the lock */
    private Outcome assign(JdbcTemplate jdbc, String region, Set<String> wanted, Set<String> patients) {
        if (!Boolean.TRUE.equals(jdbc.queryForObject("select pg_try_advisory_lock(?)", Boolean.class, LOCK))) {
            String problem = "Owners are being assigned by another request. Wait until that is done, and ask again.";
            throw new ResourceVersionConflictException(problem, Refused.outcome(IssueType.CONFLICT, problem));
        }
        try {
            find(jdbc, region, wanted, patients);
            Map<String, Long> assigned = label(jdbc, region);
            return new Outcome(assigned, left(jdbc));
        } finally {
            jdbc.execute(Ownerless.DROP);
            jdbc.queryForObject("select pg_advisory_unlock(?)", Boolean.class, LOCK);
        }
    }

    private void find(JdbcTemplate jdbc, String region, Set<String> wanted, Set<String> patients) {
        jdbc.execute(Ownerless.TABLES);
        Object all = array(types);
        jdbc.update(Ownerless.FIND, all, Labels.OWNER);
        jdbc.update(Ownerless.REFERENCES, all);
        jdbc.execute(Ownerless.PREPARE);
        if (!wanted.isEmpty()) {
            jdbc.update(Ownerless.OF_TYPES, (Object) array(wanted));
        }
        if (!patients.isEmpty()) {
            jdbc.update(Ownerless.OF_PATIENTS, array(patients), array(patients), array(patients));
        }
        Object organizations = array(reach.below(Set.of(region)));
        jdbc.update(Ownerless.LEAVE, organizations, organizations, Labels.OWNER, region);
    }

    private static Map<String, Long> label(JdbcTemplate jdbc, String region) {
        long label = labelOf(jdbc, region);
        Map<String, Long> assigned = new TreeMap<>();
        long[] last = {Long.MIN_VALUE};
        long before;
        do {
            before = last[0];
            jdbc.query(
                    Ownerless.ASSIGN,
                    (RowCallbackHandler) row -> {
                        assigned.merge(row.getString(1), row.getLong(2), Long::sum);
                        last[0] = Math.max(last[0], row.getLong(3));
                    },
                    before,
                    BATCH,
                    label,
                    label,
                    region);
        } while (last[0] > before);
        return assigned;
    }

    private static long labelOf(JdbcTemplate jdbc, String region) {
        Long known = jdbc.queryForObject(Ownerless.LABEL, Long.class, Labels.OWNER, region);
        if (known != null) {
            return known;
        }
        jdbc.update(Ownerless.NEW_LABEL, Labels.OWNER, region);
        return labelOf(jdbc, region);
    }

    private static Map<String, Long> left(JdbcTemplate jdbc) {
        Map<String, Long> left = new TreeMap<>();
        jdbc.query(Ownerless.LEFT, (RowCallbackHandler) row -> left.put(row.getString(1), row.getLong(2)));
        return left;
    }

    private static String[] array(Collection<String> values) {
        return values.toArray(String[]::new);
    }
}
