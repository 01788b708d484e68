package health.kedja.history;

import health.kedja.indicator.cohort.Cohort;
import health.kedja.indicator.cohort.Part;
import java.sql.Connection;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What an audience sees of a population, as one snapshot of the database tells. */
final class AudienceView {

    /** What is blocked of all who have a block, of events that are there and of resources that are named beside. */
    private static final String BLOCKED = """
            with recursive start (patient) as (
                select distinct patient from kedja.consent where kind = 'block' and %s), %s,
            block (person, custodian) as materialized (
                select same.patient, custodian
                from same join kedja.consent on consent.patient = same.start
                where kind = 'block' and %s),
            asked (person, source) as (
                select patient, source from kedja.event where patient = any (array(select patient from same))
                union
                select patient, source from unnest(?::text[], ?::text[]) beside (patient, source)
                where patient = any (array(select patient from same))),
            %s
            select distinct person, source from hidden
            """.formatted(ReachSql.HOLDS, ReachSql.SAME, ReachSql.HOLDS, ReachSql.HIDDEN);

    private final Audience audience;
    private final Reach reach;
    private final JdbcTemplate jdbc;
    private final Set<String> people = new HashSet<>();
    private final Set<String> sources = new HashSet<>();

    private AudienceView(Audience audience, Connection connection) {
        SingleConnectionDataSource snapshot = new SingleConnectionDataSource(connection, true);
        this.audience = audience;
        this.jdbc = new JdbcTemplate(snapshot);
        this.reach = new Reach(snapshot, 0);
    }

    /** @param beside resources whose events are not in the table as they are to be counted */
    static AudienceView of(Audience audience, Connection connection, Collection<Statement> beside) {
        AudienceView view = new AudienceView(audience, connection);
        audience.organizations().ifPresent(organizations -> view.readBlocked(organizations, beside));
        return view;
    }

    private void readBlocked(Set<String> organizations, Collection<Statement> beside) {
        List<Statement> about =
                beside.stream().filter(said -> said.patient() != null).toList();
        jdbc.query(
                BLOCKED,
                (RowCallbackHandler) row -> {
                    people.add(row.getString(1));
                    sources.add(row.getString(2));
                },
                audience.day(),
                audience.day(),
                audience.day(),
                audience.day(),
                about.stream().map(Statement::patient).toArray(String[]::new),
                about.stream().map(Statement::source).toArray(String[]::new),
                organizations.toArray(String[]::new));
    }

    /** The records of people of whom something is blocked. */
    Set<String> blockedOf() {
        return people;
    }

    /** The resources that are blocked. */
    Set<String> blocked() {
        return sources;
    }

    /** The people who are counted. */
    Cohort of(Cohort cohort) {
        Predicate<String> counted = person -> true;
        if (audience.region().isPresent()) {
            counted = reach.patientsOf(audience.region().get())::contains;
        }
        if (audience.withoutOptedOut()) {
            Set<String> optedOut = reach.optedOut(audience.day());
            counted = counted.and(person -> !optedOut.contains(person));
        }
        Predicate<String> in = counted;
        List<Part> parts = cohort.parts().stream()
                .map(part -> PartCopy.only(in, part))
                .filter(part -> part.people() > 0)
                .toList();
        return new Cohort(cohort.dictionary(), parts);
    }
}
