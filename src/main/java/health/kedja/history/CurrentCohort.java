package health.kedja.history;

import health.kedja.history.Cohorts.Read;
import health.kedja.indicator.cohort.Cohort;
import health.kedja.indicator.cohort.Part;
import health.kedja.pathway.ChainType;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * The population as the database stands at each question: read whole at the first, and at later ones only as far as
 * transactions have changed it since. Safe to share between threads; those who ask at the same time wait for each other.
 */
public final class CurrentCohort {

    /** Above this share of all people it is quicker to read everything. */
    private static final int ONE_IN = 20;
    /** Below this number of records it never is. */
    private static final int FEW = 5_000;

    private static final long HOUR = 3_600;

    private final DataSource dataSource;
    private final Cohorts cohorts;
    private Read current;
    private int refreshes;

    public CurrentCohort(DataSource dataSource) {
        this.dataSource = dataSource;
        this.cohorts = new Cohorts(dataSource);
    }

    /**
     * Everyone, as the database stands now: whatever was committed before the call is in it.
     *
     * @throws IllegalStateException if the database cannot be read
     */
    public synchronized Population now() {
        try {
            current = current == null ? cohorts.read() : refreshed(current);
            if (refreshes++ % 100 == 0) {
                Changes.clean(dataSource, current.seen(), HOUR);
            }
            return current.population();
        } catch (SQLException e) {
            throw Cohorts.unreadable(e);
        }
    }

    private Read refreshed(Read before) throws SQLException {
        try (Snapshot now = Snapshot.now(dataSource)) {
            String seen = now.seen();
            if (seen.equals(before.seen())) {
                return before;
            }
            Changes changes = Changes.since(before.seen(), now.connection());
            if (changes.known()) {
                Map<String, ChainType> units = Tables.units(now.connection());
                if (changes.records().isEmpty()) {
                    return new Read(before.cohort(), units, before.merged(), seen);
                }
                MergedRecords merged = changes.links() ? Tables.merged(now.connection()) : before.merged();
                Set<String> records = merged.together(before.merged().together(changes.records()));
                if (records.size() <= Math.max(FEW, before.cohort().people() / ONE_IN)) {
                    return new Read(cohort(before, records, merged, now), units, merged, seen);
                }
            }
        }
        return cohorts.read();
    }

    private static Cohort cohort(Read before, Set<String> records, MergedRecords merged, Snapshot now)
            throws SQLException {
        People people = new People(before.cohort().dictionary());
        new CopiedPeople(now.connection(), merged).read(records, people);
        Set<String> gone = records.stream().map(before.merged()::person).collect(Collectors.toCollection(TreeSet::new));
        List<Part> parts = Parts.replaced(before.cohort().parts(), gone, people.parts());
        return new Cohort(before.cohort().dictionary(), parts);
    }
}
