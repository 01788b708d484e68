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
        return asOf(instant, Audience.EVERYONE);
    }

    /**
     * Those whom an audience sees, as far as received until an instant. Who belongs to whom, refusals and which unit
     * recorded what are taken as they are now: what was refused later is not seen in the past either. Records that were
     * one person then and no longer are, are not seen together.
     *
     * @throws IllegalStateException if the database cannot be read
     */
    public Population asOf(Instant instant, Audience audience) {
        try (CurrentCohort.Open now = current.open()) {
            Instant asked = instant.truncatedTo(ChronoUnit.MILLIS);
            return asked.isBefore(now.snapshot().instant())
                    ? past(asked, now.read(), now.snapshot().connection(), audience)
                    : now.seenBy(audience);
        } catch (SQLException e) {
            throw Cohorts.unreadable(e);
        }
    }

    private Population past(Instant instant, Read now, Connection connection, Audience audience) throws SQLException {
        Then then = Then.at(instant, connection, resourceEvents, versions, audience);
        Set<String> all = then.merged().together(now.merged().together(then.records()));
        Sharing sharing = Sharing.of(now.merged().together(all), connection);
        SharedPeople people = new SharedPeople(now.people().dictionary());
        new CopiedPeople(connection, then.merged(), then.said()).read(all, (person, events) -> {
            Share share = sharing.of(now.merged().together(Set.of(person)));
            if (audience.isOf(share)) {
                people.add(share, person, events);
            }
        });
        Shares theirs = now.people().of(audience);
        Set<String> refusing = now.merged().together(theirs.refusing());
        Shares shares = theirs.replaced(CurrentCohort.persons(all, now.merged()), people.parts());
        return new Population(
                then.view()
                        .map(seen -> seen.counted(shares, now.merged()))
                        .orElse(shares)
                        .cohort(),
                then.units(),
                instant,
                ReceivedLater.expunged(instant, connection),
                then.view().map(seen -> seen.seenBy(refusing)).orElse(""));
    }
}
