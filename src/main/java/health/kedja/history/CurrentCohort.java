package health.kedja.history;

import health.kedja.history.Cohorts.Read;
import health.kedja.indicator.cohort.Cohort;
import health.kedja.indicator.cohort.Part;
import health.kedja.pathway.ChainType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** Within this time any other server of the same database is to have looked, or reads everything anew. */
    private static final long HOUR = 3_600;
    /** After so many hours without a question the memory is given back. */
    private static final int IDLE = 24;

    private final DataSource dataSource;
    private final Cohorts cohorts;
    private Read current;
    private int hoursWithoutQuestion;

    public CurrentCohort(DataSource dataSource) {
        this.dataSource = dataSource;
        this.cohorts = new Cohorts(dataSource);
    }

    /**
     * Everyone, as the database stands now: whatever was committed before the call is in it.
     *
     * @throws IllegalStateException if the database cannot be read
     */
    public Population now() {
        try (Open open = open()) {
            return open.read().population(open.snapshot().instant());
        } catch (SQLException e) {
            throw Cohorts.unreadable(e);
        }
    }

    /**
     * Those whom an audience sees, as the database stands now, without what is blocked for it.
     *
     * @throws IllegalStateException if the database cannot be read
     */
    public Population now(Audience audience) {
        try (Open open = open()) {
            return seen(open.read(), audience, open.snapshot().connection())
                    .population(open.snapshot().instant());
        } catch (SQLException e) {
            throw Cohorts.unreadable(e);
        }
    }

    /** What an audience sees of what was read. */
    static Read seen(Read read, Audience audience, Connection connection) throws SQLException {
        AudienceView view = AudienceView.of(audience, connection, List.of());
        Set<String> records = read.merged().together(view.blockedOf());
        People people = new People(read.cohort().dictionary());
        new CopiedPeople(connection, read.merged(), new Said(view.blocked(), List.of())).read(records, people::add);
        Cohort cohort = records.isEmpty() ? read.cohort() : replaced(read, records, people);
        return new Read(view.of(cohort), read.units(), read.merged(), read.seen());
    }

    /** Everyone as of now, with the snapshot in which that is so. */
    synchronized Open open() throws SQLException {
        Snapshot now = Snapshot.now(dataSource);
        try {
            Optional<Read> refreshed = current == null ? Optional.empty() : refreshed(current, now);
            // Let go first: two populations need twice the memory.
            current = null;
            current = refreshed.isPresent() ? refreshed.get() : cohorts.read(now);
            hoursWithoutQuestion = 0;
            return new Open(current, now);
        } catch (SQLException | RuntimeException e) {
            now.close();
            throw e;
        }
    }

    /** @param snapshot in which the database stands as it was read */
    record Open(Read read, Snapshot snapshot) implements AutoCloseable {

        @Override
        public void close() throws SQLException {
            snapshot.close();
        }
    }

    /**
     * Removes notes of changes that have been read, and after a day without a question the population from memory. To be
     * called each hour.
     *
     * @throws IllegalStateException if the database cannot be reached
     */
    public void tidy() {
        tidy(HOUR);
    }

    /** @param seconds how old a note must be */
    synchronized void tidy(long seconds) {
        if (++hoursWithoutQuestion > IDLE) {
            current = null;
        }
        try {
            Changes.clean(dataSource, current == null ? seenNow() : current.seen(), seconds);
        } catch (SQLException e) {
            throw Cohorts.unreadable(e);
        }
    }

    private String seenNow() throws SQLException {
        try (Snapshot now = Snapshot.now(dataSource)) {
            return now.seen();
        }
    }

    /** Empty where everything must be read. */
    private static Optional<Read> refreshed(Read before, Snapshot now) throws SQLException {
        String seen = now.seen();
        Changes changes = Changes.since(before.seen(), now.connection());
        if (!changes.known()) {
            return Optional.empty();
        }
        Map<String, ChainType> units = Tables.units(now.connection());
        if (changes.records().isEmpty()) {
            return Optional.of(new Read(before.cohort(), units, before.merged(), seen));
        }
        MergedRecords merged = changes.links() ? Tables.merged(now.connection()) : before.merged();
        Set<String> records = merged.together(before.merged().together(changes.records()));
        if (records.size() > Math.max(FEW, before.cohort().people() / ONE_IN)) {
            return Optional.empty();
        }
        People people = new People(before.cohort().dictionary());
        new CopiedPeople(now.connection(), merged, Said.NOTHING_ELSE).read(records, people::add);
        return Optional.of(new Read(replaced(before, records, people), units, merged, seen));
    }

    /** @param records every record of people who may have changed */
    static Cohort replaced(Read before, Set<String> records, People people) {
        Set<String> gone = records.stream().map(before.merged()::person).collect(Collectors.toCollection(TreeSet::new));
        List<Part> parts = Parts.replaced(before.cohort().parts(), gone, people.parts());
        return new Cohort(before.cohort().dictionary(), parts);
    }
}
