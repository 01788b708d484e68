package health.kedja.history;

import health.kedja.fhir.ResourceEvents;
import health.kedja.history.Cohorts.Read;
import health.kedja.indicator.cohort.Cohort;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
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
        return asOf(instant, Optional.empty());
    }

    /**
     * Those whom an audience sees, as far as received until an instant. Who belongs to whom, refusals and which unit
     * recorded what are taken as they are now: what was refused later is not seen in the past either.
     *
     * @throws IllegalStateException if the database cannot be read
     */
    public Population asOf(Instant instant, Audience audience) {
        return asOf(instant, Optional.of(audience));
    }

    private Population asOf(Instant instant, Optional<Audience> audience) {
        try (CurrentCohort.Open now = current.open()) {
            Instant asked = instant.truncatedTo(ChronoUnit.MILLIS);
            Instant latest = now.snapshot().instant();
            Connection connection = now.snapshot().connection();
            if (asked.isBefore(latest)) {
                return past(asked, now.read(), connection, audience);
            }
            Read read = audience.isPresent() ? CurrentCohort.seen(now.read(), audience.get(), connection) : now.read();
            return read.population(latest);
        } catch (SQLException e) {
            throw Cohorts.unreadable(e);
        }
    }

    private Population past(Instant instant, Read now, Connection connection, Optional<Audience> audience)
            throws SQLException {
        Then then = Then.at(instant, connection, resourceEvents, versions, audience);
        Set<String> all = then.merged().together(now.merged().together(then.records()));
        People people = new People(now.cohort().dictionary());
        new CopiedPeople(connection, then.merged(), then.said()).read(all, people::add);
        Cohort cohort = CurrentCohort.replaced(now, all, people);
        return new Population(
                then.view().map(seen -> seen.of(cohort)).orElse(cohort),
                then.units(),
                instant,
                ReceivedLater.expunged(instant, connection));
    }
}
