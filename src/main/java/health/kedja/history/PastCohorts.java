package health.kedja.history;

import health.kedja.fhir.ResourceEvents;
import health.kedja.history.Cohorts.Read;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/**
 * The population as the data stood at an instant: that of now, in which the resources that were received since say what
 * their versions of then said. Costs as much as has been received since. Safe to share between threads.
 */
public final class PastCohorts {

    private final CurrentCohort current;
    private final ResourceEvents resourceEvents;
    private final StoredVersions versions;

    public PastCohorts(CurrentCohort current, ResourceEvents resourceEvents, StoredVersions versions) {
        this.current = current;
        this.resourceEvents = resourceEvents;
        this.versions = versions;
    }

    /**
     * Everyone, as far as received until an instant: what was written, changed, merged or deleted later is not seen. The
     * events of then are derived by the rules of today. What has been expunged since cannot be seen; how much is in
     * {@link Population#expungedSince}.
     *
     * @param instant parts of a millisecond are not counted; one that is still to come gives the data of now
     * @throws IllegalStateException if the database cannot be read
     */
    public Population asOf(Instant instant) {
        try (CurrentCohort.Open now = current.open()) {
            Instant asked = instant.truncatedTo(ChronoUnit.MILLIS);
            Instant latest = now.snapshot().instant();
            return asked.isBefore(latest)
                    ? past(asked, now.read(), now.snapshot().connection())
                    : now.read().population(latest);
        } catch (SQLException e) {
            throw Cohorts.unreadable(e);
        }
    }

    private Population past(Instant instant, Read now, Connection connection) throws SQLException {
        Then then = Then.at(instant, connection, resourceEvents, versions);
        Set<String> all = then.merged().together(now.merged().together(then.records()));
        People people = new People(now.cohort().dictionary());
        new CopiedPeople(connection, then.merged(), then.said()).read(all, people::add);
        return new Population(
                CurrentCohort.replaced(now, all, people),
                then.units(),
                instant,
                ReceivedLater.expunged(instant, connection));
    }
}
