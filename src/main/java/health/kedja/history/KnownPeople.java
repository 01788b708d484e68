package health.kedja.history;

import health.kedja.fhir.PatientHistory;
import health.kedja.fhir.ResourceEvents;
import health.kedja.indicator.cohort.Cohort;
import health.kedja.indicator.cohort.Dictionary;
import health.kedja.pathway.Event;
import health.kedja.pathway.History;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Reads some people without reading everybody: their histories, and a cohort of them, which answers for each as the cohort
 * of everyone does; all of one moment. Safe to share between threads.
 */
public final class KnownPeople {

    private final DataSource dataSource;
    private final ResourceEvents resourceEvents;
    private final StoredVersions versions;

    public KnownPeople(DataSource dataSource, ResourceEvents resourceEvents, StoredVersions versions) {
        this.dataSource = dataSource;
        this.resourceEvents = resourceEvents;
        this.versions = versions;
    }

    /**
     * What is known of people, or was as far as received until an instant; see {@link PastCohorts#asOf}. What is blocked
     * for the audience is left out; whether it may be told of these people at all is not looked at.
     *
     * @param patients logical ids, of records that may have been replaced by others
     * @param until empty, or an instant still to come, for the data of now
     * @throws IllegalStateException if the database cannot be read
     */
    public Known of(Collection<String> patients, Optional<Instant> until, Audience audience) {
        try (Snapshot now = Snapshot.now(dataSource)) {
            Connection connection = now.connection();
            Instant instant = until.map(asked -> asked.truncatedTo(ChronoUnit.MILLIS))
                    .filter(asked -> asked.isBefore(now.instant()))
                    .orElse(now.instant());
            boolean past = instant.isBefore(now.instant());
            Then then = past
                    ? Then.at(instant, connection, resourceEvents, versions, audience)
                    : Then.now(patients, audience, connection);
            return read(patients, then, instant, past ? ReceivedLater.expunged(instant, connection) : 0, connection);
        } catch (SQLException e) {
            throw Cohorts.unreadable(e);
        }
    }

    private static Known read(
            Collection<String> patients, Then then, Instant instant, long expunged, Connection connection)
            throws SQLException {
        Map<String, List<Event>> events = new LinkedHashMap<>();
        patients.forEach(patient -> events.put(then.merged().person(patient), new ArrayList<>()));
        Dictionary dictionary = new Dictionary();
        People people = new People(dictionary);
        new CopiedPeople(connection, then.merged(), then.said())
                .read(then.merged().together(patients), (person, all) -> {
                    people.add(person, all);
                    events.get(person).addAll(all);
                });
        Map<String, List<Event>> scanners = scanners(events.values(), then, connection);
        Map<String, PatientHistory> histories = new LinkedHashMap<>();
        events.forEach((person, all) -> {
            devices(all).forEach(device -> all.addAll(scanners.getOrDefault(device, List.of())));
            histories.put(person, new PatientHistory("Patient/" + person, History.of(all), then.units()));
        });
        Cohort cohort = new Cohort(dictionary, people.parts());
        return new Known(new Population(cohort, then.units(), instant, expunged, ""), histories);
    }

    /** What the devices said of themselves that the events name. */
    private static Map<String, List<Event>> scanners(
            Collection<List<Event>> histories, Then then, Connection connection) throws SQLException {
        List<String> devices = histories.stream()
                .flatMap(events -> devices(events).stream())
                .distinct()
                .toList();
        Map<String, List<Event>> scanners = Tables.scanners(devices, connection);
        scanners.keySet().removeIf(then.said()::by);
        scanners.putAll(then.scanners());
        return scanners;
    }

    private static List<String> devices(List<Event> events) {
        return events.stream()
                .map(Event::device)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
