package health.kedja.history;

import health.kedja.fhir.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What an audience sees of a population, as one snapshot of the database tells. */
final class AudienceView {

    private static final String REFUSALS =
            "select patient, kind, custodian from kedja.consent where " + ReachSql.HOLDS + " %s";
    private static final String AMONG = "and patient = any (?)";

    /** What is blocked of these, of events that are there and of resources that are named beside. */
    private static final String BLOCKED = """
            with recursive start (patient) as (select unnest(?::text[])), %s,
            block (person, custodian) as materialized (
                select same.patient, custodian
                from same cross join lateral (
                    select custodian from kedja.consent
                    where patient = same.start and kind = 'block' and %s offset 0) consent),
            asked (person, source) as (
                select patient, source from kedja.event where patient = any (array(select patient from same))
                union
                select patient, source from unnest(?::text[], ?::text[]) beside (patient, source)
                where patient = any (array(select patient from same))),
            %s
            select distinct person, source from hidden
            """.formatted(ReachSql.SAME, ReachSql.HOLDS, ReachSql.HIDDEN);

    private final Audience audience;
    private final JdbcTemplate jdbc;
    private final List<Row> inForce = new ArrayList<>();
    private final Set<String> optedOut = new HashSet<>();
    private final Set<String> people = new HashSet<>();
    private final Set<String> sources = new HashSet<>();

    /** A refusal that makes a difference to the audience. */
    private record Row(String patient, String kind, String custodian) {}

    private AudienceView(Audience audience, Connection connection) {
        this.audience = audience;
        this.jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
    }

    /**
     * Reads it.
     *
     * @param among every record of those who may have refused anything; empty to look at all there are
     * @param beside resources whose events are not in the table as they are to be counted
     */
    static AudienceView of(
            Audience audience, Optional<Set<String>> among, Collection<Statement> beside, Connection connection) {
        AudienceView view = new AudienceView(audience, connection);
        if (among.isEmpty() || !among.get().isEmpty()) {
            view.readRefusals(among);
            view.readBlocked(beside);
        }
        return view;
    }

    private void readRefusals(Optional<Set<String>> among) {
        List<Object> arguments = new ArrayList<>(List.of(audience.day(), audience.day()));
        among.ifPresent(records -> arguments.add(records.toArray(String[]::new)));
        jdbc.query(
                REFUSALS.formatted(among.isPresent() ? AMONG : ""),
                (RowCallbackHandler) row -> {
                    Row refusal = new Row(row.getString(1), row.getString(2), row.getString(3));
                    if (refusal.kind().equals(Refusal.Kind.REGISTER_OPT_OUT.token())) {
                        if (audience.withoutOptedOut()) {
                            inForce.add(refusal);
                            optedOut.add(refusal.patient());
                        }
                    } else if (audience.organizations().isPresent()) {
                        inForce.add(refusal);
                    }
                },
                arguments.toArray());
    }

    private void readBlocked(Collection<Statement> beside) {
        String[] blocking = inForce.stream()
                .filter(refusal -> refusal.kind().equals(Refusal.Kind.BLOCK.token()))
                .map(Row::patient)
                .distinct()
                .toArray(String[]::new);
        if (blocking.length == 0) {
            return;
        }
        List<Statement> about =
                beside.stream().filter(said -> said.patient() != null).toList();
        jdbc.query(
                BLOCKED,
                (RowCallbackHandler) row -> {
                    people.add(row.getString(1));
                    sources.add(row.getString(2));
                },
                blocking,
                audience.day(),
                audience.day(),
                about.stream().map(Statement::patient).toArray(String[]::new),
                about.stream().map(Statement::source).toArray(String[]::new),
                audience.organizations().orElseThrow().toArray(String[]::new));
    }

    /** The records of people of whom something is blocked. */
    Set<String> blockedOf() {
        return people;
    }

    /** The resources that are blocked. */
    Set<String> blocked() {
        return sources;
    }

    /** Those who are counted. */
    Shares counted(Shares shares, MergedRecords merged) {
        return optedOut.isEmpty()
                ? shares
                : shares.without(person -> !Collections.disjoint(merged.together(Set.of(person)), optedOut));
    }

    /**
     * A hash of whose view this is, and of the refusals of these people that were honoured.
     *
     * @param records theirs
     */
    String seenBy(Set<String> records) {
        List<String> all = new ArrayList<>();
        all.add(audience.region().orElse("") + " " + audience.withoutOptedOut());
        all.add(audience.organizations().map(TreeSet::new).toString());
        inForce.stream()
                .filter(refusal -> records.contains(refusal.patient()))
                .map(Row::toString)
                .sorted()
                .distinct()
                .forEach(all::add);
        try {
            byte[] text = String.join("\n", all).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
