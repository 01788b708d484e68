package health.kedja.history;

import health.kedja.fhir.ResourceEvents;
import health.kedja.pathway.ChainType;
import health.kedja.pathway.Event;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Resource;

/**
 * What was different at an instant from what the tables say, because resources were received since.
 *
 * @param said what those resources said then
 * @param units the type of chain of every unit that stated one then
 * @param merged which records were one person then
 * @param records those about which anything may be different
 * @param scanners what the devices among the resources said of themselves
 * @param view what the audience sees; empty where everything is seen
 */
record Then(
        Said said,
        Map<String, ChainType> units,
        MergedRecords merged,
        Set<String> records,
        Map<String, List<Event>> scanners,
        Optional<AudienceView> view) {

    private static final int BATCH = 500;
    private static final String PATIENT = "Patient/";

    /**
     * Nothing was: of the moment that the connection sees.
     *
     * @param patients of whom alone it will be asked
     */
    static Then now(Collection<String> patients, Audience audience, Connection connection) throws SQLException {
        MergedRecords merged = Tables.merged(connection);
        Optional<AudienceView> view = audience.seesEverything()
                ? Optional.empty()
                : Optional.of(AudienceView.of(audience, Optional.of(merged.together(patients)), List.of(), connection));
        Said said = view.map(seen -> new Said(seen.blocked(), List.of())).orElse(Said.NOTHING_ELSE);
        return new Then(said, Tables.units(connection), merged, Set.of(), Map.of(), view);
    }

    /** At an instant before the moment that the connection sees. */
    static Then at(
            Instant instant,
            Connection connection,
            ResourceEvents resourceEvents,
            StoredVersions versions,
            Audience audience)
            throws SQLException {
        ReceivedLater later = ReceivedLater.than(instant, connection);
        List<Statement> statements = statements(later.then(), resourceEvents, versions);
        Optional<AudienceView> view = audience.seesEverything()
                ? Optional.empty()
                : Optional.of(AudienceView.of(audience, Optional.empty(), statements, connection));
        Said said = said(later, statements, view.map(AudienceView::blocked).orElse(Set.of()));
        Map<String, String> links = Tables.links(connection);
        MergedRecords mergedNow = new MergedRecords(links);
        Map<String, ChainType> units = new HashMap<>(Tables.units(connection));
        Set<String> records = new HashSet<>(later.patients(connection));
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
        Map<String, List<Event>> scanners = new HashMap<>();
        for (Statement statement : statements) {
            if (statement.chainType() != null) {
                units.put(statement.source(), statement.chainType());
            }
            if (statement.replacedBy() != null) {
                links.put(statement.record().orElseThrow(), statement.replacedBy());
                records.add(statement.replacedBy());
            }
            if (statement.isOfDevice()) {
                scanners.put(statement.source(), statement.scanners());
            }
        }
        if (view.isPresent()) {
            // What one of them may be told of, another may not: that is known of people as they are now.
            links.entrySet()
                    .removeIf(link -> !mergedNow.person(link.getKey()).equals(mergedNow.person(link.getValue())));
        }
        return new Then(said, units, new MergedRecords(links), records, scanners, view);
    }

    private static Said said(ReceivedLater later, List<Statement> then, Set<String> blocked) {
        Set<String> sources = new HashSet<>(later.sources());
        sources.addAll(blocked);
        return new Said(
                sources,
                then.stream().filter(each -> !blocked.contains(each.source())).toList());
    }

    private static List<Statement> statements(List<Long> of, ResourceEvents resourceEvents, StoredVersions versions) {
        List<Statement> statements = new ArrayList<>(of.size());
        for (int from = 0; from < of.size(); from += BATCH) {
            for (Resource resource : versions.read(of.subList(from, Math.min(from + BATCH, of.size())))) {
                statements.add(Statement.of(resource, resourceEvents));
            }
        }
        return statements;
    }
}
