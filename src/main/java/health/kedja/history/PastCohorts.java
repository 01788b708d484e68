package health.kedja.history;

import health.kedja.fhir.ResourceEvents;
import health.kedja.history.Cohorts.Read;
import health.kedja.indicator.cohort.Cohort;
import health.kedja.pathway.ChainType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Resource;

/**
 * The population as the data stood at an instant: that of now, in which the resources that were received since say what
 * their versions of then said. Costs as much as has been received since. Safe to share between threads.
 */
public final class PastCohorts {

    private static final int BATCH = 500;
    private static final String PATIENT = "Patient/";

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
        ReceivedLater later = ReceivedLater.than(instant, connection);
        List<Statement> then = statements(later.then());
        Optional<AudienceView> view = audience.map(asked -> AudienceView.of(asked, connection, then));
        Set<String> blocked = view.map(AudienceView::blocked).orElse(Set.of());
        Said said = said(later, then, blocked);

        Map<String, String> links = Tables.links(connection);
        Map<String, ChainType> units = new HashMap<>(now.units());
        Set<String> records = later.patients(connection);
        records.addAll(said.patients());
        view.ifPresent(seen -> records.addAll(seen.blockedOf()));
        for (String source : later.sources()) {
            units.remove(source);
            if (source.startsWith(PATIENT)) {
                String record = source.substring(PATIENT.length());
                records.add(record);
                String replacedBy = links.remove(record);
                if (replacedBy != null) {
                    records.add(replacedBy);
                }
            }
        }
        for (Statement statement : then) {
            if (statement.chainType() != null) {
                units.put(statement.source(), statement.chainType());
            }
            if (statement.replacedBy() != null) {
                links.put(statement.record().orElseThrow(), statement.replacedBy());
                records.add(statement.replacedBy());
            }
        }
        MergedRecords merged = new MergedRecords(links);
        Set<String> all = merged.together(now.merged().together(records));
        People people = new People(now.cohort().dictionary());
        new CopiedPeople(connection, merged, said).read(all, people);
        Cohort cohort = CurrentCohort.replaced(now, all, people);
        return new Population(
                view.map(seen -> seen.of(cohort)).orElse(cohort),
                units,
                instant,
                ReceivedLater.expunged(instant, connection));
    }

    private static Said said(ReceivedLater later, List<Statement> then, Set<String> blocked) {
        Set<String> sources = new HashSet<>(later.sources());
        sources.addAll(blocked);
        return new Said(
                sources,
                then.stream().filter(said -> !blocked.contains(said.source())).toList());
    }

    private List<Statement> statements(List<Long> of) {
        List<Statement> statements = new ArrayList<>(of.size());
        for (int from = 0; from < of.size(); from += BATCH) {
            for (Resource resource : versions.read(of.subList(from, Math.min(from + BATCH, of.size())))) {
                statements.add(Statement.of(resource, resourceEvents));
            }
        }
        return statements;
    }
}
