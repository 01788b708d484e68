package health.kedja.history;

import health.kedja.history.Cohorts.Read;
import health.kedja.pathway.ChainType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
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
        return now(Audience.EVERYONE);
    }

    /**
     * Those whom an audience sees, as the database stands now, without what is blocked for it. Costs little more than
     * {@link #now()}: only those of the region who have refused anything are looked at.
     *
     * @throws IllegalStateException if the database cannot be read
     */
    public Population now(Audience audience) {
        try (Open open = open()) {
            return open.seenBy(audience);
        } catch (SQLException e) {
            throw Cohorts.unreadable(e);
        }
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

        /** What an audience sees of it. */
        Population seenBy(Audience audience) throws SQLException {
            Instant instant = snapshot.instant();
            if (audience.seesEverything()) {
                return read.population(instant);
            }
            Connection connection = snapshot.connection();
            Shares theirs = read.people().of(audience);
            Set<String> refusing = read.merged().together(theirs.refusing());
            AudienceView view = AudienceView.of(audience, Optional.of(refusing), List.of(), connection);
            Shares seen = view.blocked().isEmpty() ? theirs : withoutBlocked(theirs, view, connection);
            return new Population(
                    view.counted(seen, read.merged()).cohort(), read.units(), instant, 0, view.seenBy(refusing));
        }

        /** Columns do not hold which resource said what, so those concerned are read again. */
        private Shares withoutBlocked(Shares theirs, AudienceView view, Connection connection) throws SQLException {
            Set<String> records = read.merged().together(view.blockedOf());
            SharedPeople people = new SharedPeople(theirs.dictionary());
            Sharing sharing = Sharing.of(records, connection);
            new CopiedPeople(connection, read.merged(), new Said(view.blocked(), List.of()))
                    .read(
                            records,
                            (person, events) ->
                                    people.add(sharing.of(read.merged().together(Set.of(person))), person, events));
            return theirs.replaced(persons(records, read.merged()), people.parts());
        }

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
            return Optional.of(new Read(before.people(), units, before.merged(), seen));
        }
        MergedRecords merged = changes.links() ? Tables.merged(now.connection()) : before.merged();
        Set<String> records = merged.together(before.merged().together(changes.records()));
        if (records.size() > Math.max(FEW, before.people().cohort().people() / ONE_IN)) {
            return Optional.empty();
        }
        SharedPeople people = new SharedPeople(before.people().dictionary());
        Sharing sharing = Sharing.of(records, now.connection());
        new CopiedPeople(now.connection(), merged, Said.NOTHING_ELSE)
                .read(
                        records,
                        (person, events) -> people.add(sharing.of(merged.together(Set.of(person))), person, events));
        Shares replaced = before.people().replaced(persons(records, before.merged()), people.parts());
        return Optional.of(new Read(replaced, units, merged, seen));
    }

    /** The people whom records are of. */
    static Set<String> persons(Set<String> records, MergedRecords merged) {
        return records.stream().map(merged::person).collect(Collectors.toCollection(TreeSet::new));
    }
}
