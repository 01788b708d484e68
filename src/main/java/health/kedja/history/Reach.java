package health.kedja.history;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/**
 * Reads what decides whose data is whose: the tree of organizations, who has to do with which patient, what patients have
 * refused. It decides nothing itself. Safe to share between threads. Each call sees all that was committed before it;
 * what the transaction it is called in has stored it sees only after that is committed, because it is written then. The
 * tree of organizations and standings are kept in memory until they are said to have changed, and a second at the longest, for
 * what another server on the same database may have written.
 *
 * <p>All ids are logical ids ({@code anna}, not {@code Practitioner/anna}), but for sources, which are as events name them
 * ({@code Observation/123}). Errors of the database come as {@link org.springframework.dao.DataAccessException}.
 */
public final class Reach {

    private static final String REGION = """
            with recursive up (id, part_of) as (
                select id, part_of from kedja.organization where id = ?
                union
                select above.id, above.part_of from up join kedja.organization above on above.id = up.part_of)
            select id from up where part_of is null
            """;

    private static final String BELOW = """
            with recursive down (id) as (
                select unnest(?::text[])
                union
                select below.id from down join kedja.organization below on below.part_of = down.id)
            select id from down
            """;

    private static final String HIDDEN = """
            with recursive asked (person, source) as materialized (select * from unnest(?::text[], ?::text[])),
            start (patient) as (select distinct person from asked), %s,
            block (person, custodian) as materialized (
                select start, custodian
                from same cross join lateral (
                    select custodian from kedja.consent
                    where patient = same.patient and kind = 'block' and %s offset 0) consent),
            %s
            select distinct source from hidden where exists (select from block)
            """.formatted(ReachSql.SAME, ReachSql.HOLDS, ReachSql.HIDDEN);

    private static final String PATIENTS_OF = """
            with recursive start (patient) as (
                select patient from kedja.patient_link union select replaced_by from kedja.patient_link), %s
            select patient from kedja.patient_owner
            where region = ? and patient not in (select patient from start)
            union all
            select start from same left join kedja.patient_owner using (patient)
            group by start
            having bool_and(region is not distinct from ?)
            """.formatted(ReachSql.SAME);

    private static final String SAME_PERSON = """
            with recursive start (patient) as (select ?::text), %s
            select patient from same
            """.formatted(ReachSql.SAME);

    private final JdbcTemplate jdbc;
    private final int daysAfterEncounter;
    private final Kept<String, Optional<String>> regions = new Kept<>();
    private final Kept<Set<String>, Set<String>> below = new Kept<>();
    private final Kept<Asked, Standing> standings = new Kept<>();
    private final CircleRows circles;

    /** Whose standing, and when. */
    private record Asked(String patient, LocalDate day) {}

    /** @param daysAfterEncounter for how many days after its end an encounter still is a relation, 0 or more */
    public Reach(DataSource dataSource, int daysAfterEncounter) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.daysAfterEncounter = daysAfterEncounter;
        this.circles = new CircleRows(jdbc, daysAfterEncounter);
    }

    /**
     * The region of an organization: the one at the top of the tree it is in, or itself. Empty when it is not stored, when
     * one above it is not, or when following {@code partOf} comes round in a circle: such an organization is in no region.
     */
    public Optional<String> region(String organization) {
        return regions.get(organization, this::readRegion);
    }

    private Optional<String> readRegion(String organization) {
        return jdbc.queryForList(REGION, String.class, organization).stream().findFirst();
    }

    /** These organizations, and all that are part of them, directly or not. Those that are not stored stay in the set. */
    public Set<String> below(Collection<String> organizations) {
        return below.get(Set.copyOf(organizations), this::readBelow);
    }

    private Set<String> readBelow(Set<String> organizations) {
        return Collections.unmodifiableSet(set(BELOW, (Object) array(organizations)));
    }

    /** Forgets the tree of organizations: one of them was written. */
    void organizationsChanged() {
        regions.forget();
        below.forget();
    }

    /** Forgets who has to do with whom: what is stored was changed, by whatever way, and that is committed. */
    public void standingsChanged() {
        standings.forget();
    }

    /**
     * The standing of each of these patients on a day, those that are not kept in one statement. A patient of whom nothing
     * is known has one that says nothing.
     *
     * @param patients logical ids of records, replaced ones too
     */
    public Map<String, Standing> standing(Collection<String> patients, LocalDate day) {
        Map<Asked, Standing> known = standings.get(
                patients.stream().map(patient -> new Asked(patient, day)).toList(), asked -> readStandings(asked, day));
        Map<String, Standing> byPatient = new LinkedHashMap<>();
        known.forEach((asked, standing) -> byPatient.put(asked.patient(), standing));
        return byPatient;
    }

    private Map<Asked, Standing> readStandings(Set<Asked> asked, LocalDate day) {
        Map<Asked, Standing> standings = new LinkedHashMap<>();
        readStandings(asked.stream().map(Asked::patient).toList(), day)
                .forEach((patient, standing) -> standings.put(new Asked(patient, day), standing));
        return standings;
    }

    private Map<String, Standing> readStandings(List<String> patients, LocalDate day) {
        Map<String, StandingRows> found = new LinkedHashMap<>();
        patients.forEach(patient -> found.put(patient, new StandingRows()));
        if (found.size() == 1) {
            String patient = found.keySet().iterator().next();
            ask(StandingSql.OF_RECORD, found, day, patient, patient, patient, patient, patient);
        } else if (!found.isEmpty()) {
            String[] all = array(found.keySet());
            ask(StandingSql.OF_RECORDS, found, day, all, all, all, all, all);
        }
        Map<String, StandingRows> merged = new LinkedHashMap<>();
        found.forEach((patient, rows) -> {
            if (rows.isOneOfSeveral()) {
                merged.put(patient, new StandingRows());
            }
        });
        if (!merged.isEmpty()) {
            jdbc.query(
                    StandingSql.OF_MERGED,
                    (RowCallbackHandler) row -> merged.get(row.getString(1)).add(row),
                    array(merged.keySet()),
                    day,
                    daysAfterEncounter,
                    day,
                    day,
                    day);
        }
        found.putAll(merged);
        Map<String, Standing> standings = new LinkedHashMap<>();
        found.forEach((patient, rows) -> standings.put(patient, rows.standing()));
        return standings;
    }

    @SuppressWarnings("java:S107") // As many places as the statement has.
    private void ask(
            String sql,
            Map<String, StandingRows> found,
            LocalDate day,
            Object owned,
            Object replaced,
            Object replacing,
            Object related,
            Object refusing) {
        jdbc.query(
                sql,
                (RowCallbackHandler) row -> found.get(row.getString(1)).add(row),
                owned,
                replaced,
                replacing,
                related,
                day,
                daysAfterEncounter,
                day,
                refusing,
                day,
                day);
    }

    /**
     * Which of these resources are blocked, on a day, for a caller of these organizations: recorded by a unit whose records
     * the patient has blocked, while none of the organizations is that unit or below it. A resource of which the unit is not
     * known counts as recorded by the blocked unit. A Patient or Consent is never blocked.
     *
     * <p>Costs little where no patient has a block; see {@link Standing#hasBlock} to spare the call.
     *
     * @param sources stored resources, such as {@code Observation/123}, each with the patient it is about
     * @param organizations those of the caller, without the ones below them
     */
    public Set<String> hidden(Map<String, String> sources, Collection<String> organizations, LocalDate day) {
        if (sources.isEmpty()) {
            return Set.of();
        }
        List<Map.Entry<String, String>> asked = List.copyOf(sources.entrySet());
        return set(
                HIDDEN,
                array(asked.stream().map(Map.Entry::getValue).toList()),
                array(asked.stream().map(Map.Entry::getKey).toList()),
                day,
                day,
                array(organizations));
    }

    /** The patient records of everyone who belongs to a region, as {@link Standing#region} says. */
    public Set<String> patientsOf(String region) {
        return set(PATIENTS_OF, region, region);
    }

    /** The records of the person that a patient record is of: itself, those it replaced, and those that replaced it. */
    public Set<String> recordsOfPerson(String patient) {
        return set(SAME_PERSON, patient);
    }

    /**
     * What of a type is in a circle on a day, for a search to be narrowed by, in at most three statements; empty where any
     * list of it were too long to narrow by (more than 20,000).
     */
    public Optional<InCircle> inCircle(Circle circle, String type, LocalDate day) {
        return circles.of(circle, type, day);
    }

    private Set<String> set(String sql, Object... arguments) {
        Set<String> found = new HashSet<>();
        jdbc.query(sql, (RowCallbackHandler) row -> found.add(row.getString(1)), arguments);
        return found;
    }

    private static String[] array(Collection<String> values) {
        return values.toArray(String[]::new);
    }
}
