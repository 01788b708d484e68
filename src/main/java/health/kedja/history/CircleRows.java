package health.kedja.history;

import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.RowCallbackHandler;

/** Reads what is in a circle, in a few statements, each with an upper bound to its answer. */
final class CircleRows {

    /** Above this, a search is not narrowed by a list: it would cost more than it spares. */
    private static final int MOST = 20_000;

    private static final Set<String> NEVER_BLOCKED = Set.of("Patient", "Consent");

    /** Of an organization, by the relation itself or by the role that it names. */
    private static final String RELATED = """
            select patient from kedja.care_relation where organization = any (?) and %1$s
            union
            select patient from kedja.care_relation join kedja.practitioner_role held on held.id = role
            where care_relation.organization is null and held.organization = any (?) and %1$s
            """;

    private static final String PERSONAL = """
            union
            select patient from kedja.care_relation where practitioner = ? and %1$s
            union
            select patient from kedja.care_relation join kedja.practitioner_role held on held.id = role
            where care_relation.practitioner is null and held.practitioner = ? and %1$s
            """;

    private static final String HOLDS = """
            (from_day is null or from_day <= ?)
            and (end_day is null or end_day + case through when 'encounter' then ? else 0 end >= ?)
            """;

    private static final String PATIENTS = """
            with recursive start (patient) as (%s), %s,
            theirs (start) as (
                select start from same left join kedja.patient_owner using (patient)
                group by start having bool_and(region is not distinct from ?))
            select distinct res_id
            from theirs join same using (start)
                join public.hfj_resource on res_type = 'Patient' and fhir_id = same.patient
            where ?::text is null or fhir_id = ?
            limit ?
            """;

    /** Those of the region who opted out, or of whom another record is not of it. */
    private static final String OUT = """
            with recursive refused (patient) as (
                select patient from kedja.consent where kind = 'register-opt-out' and %s),
            start (patient) as (
                select patient from refused
                union select patient from kedja.patient_link
                union select replaced_by from kedja.patient_link), %s,
            left_out (patient) as (
                select start from same left join kedja.patient_owner using (patient)
                group by start
                having bool_or(same.patient in (select patient from refused))
                    or not bool_and(region is not distinct from ?))
            select res_id
            from left_out join kedja.patient_owner using (patient)
                join public.hfj_resource on res_type = 'Patient' and fhir_id = left_out.patient
            where region = ?
            limit ?
            """.formatted(ReachSql.HOLDS, ReachSql.SAME);

    /** Of the resources whose patients the index does not tell: whether all of them are in the circle. */
    private static final String NAMED = """
            select record.res_id, bool_and(coalesce(region = ? and (person.res_id = any (?)) <> ?, false))
            from kedja.named_patient named
                join public.hfj_resource record on record.res_type = ? and record.fhir_id = split_part(source, '/', 2)
                left join public.hfj_resource person on person.res_type = 'Patient' and person.fhir_id = named.patient
                left join kedja.patient_owner owner on owner.patient = named.patient
            where starts_with(source, ?)
            group by record.res_id
            having bool_or(region = ?)
            limit ?
            """;

    private static final String BLOCKED = """
            with recursive start (patient) as (
                select distinct patient from kedja.consent where kind = 'block' and %s), %s,
            block (person, custodian) as materialized (
                select same.patient, custodian
                from same join kedja.consent on consent.patient = same.start
                where kind = 'block' and %s),
            asked (person, source) as (
                select person, ?::text || stored.fhir_id
                from (select distinct person from block) who
                    join kedja.patient_owner owner on owner.patient = person and region = ?
                    join public.hfj_resource patient on patient.res_type = 'Patient' and patient.fhir_id = person
                    join public.hfj_res_link link
                        on target_resource_id = patient.res_id and source_resource_type = ?
                    join public.hfj_resource stored on stored.res_id = src_resource_id
                where ? or patient.res_id = any (?)
                union
                select patient, source from kedja.named_patient
                where starts_with(source, ?) and patient in (select person from block)),
            %s
            select distinct res_id
            from hidden join public.hfj_resource on res_type = ? and fhir_id = split_part(source, '/', 2)
            limit ?
            """.formatted(ReachSql.HOLDS, ReachSql.SAME, ReachSql.HOLDS, ReachSql.HIDDEN);

    private final JdbcTemplate jdbc;
    private final int daysAfterEncounter;
    private final int most;

    CircleRows(JdbcTemplate jdbc, int daysAfterEncounter) {
        this(jdbc, daysAfterEncounter, MOST);
    }

    CircleRows(JdbcTemplate jdbc, int daysAfterEncounter, int most) {
        this.most = most;
        this.jdbc = jdbc;
        this.daysAfterEncounter = daysAfterEncounter;
    }

    /** Empty where there is too much of anything. */
    Optional<InCircle> of(Circle circle, String type, LocalDate day) {
        boolean butFor = circle.kind() == Circle.Kind.REGISTERED;
        if (butFor && circle.only().isPresent()) {
            return Optional.empty();
        }
        long[] patients = butFor ? out(circle, day) : patients(circle, day);
        if (isTooMany(patients)) {
            return Optional.empty();
        }
        if (type.equals("Patient")) {
            return Optional.of(new InCircle(type, circle.region(), butFor, patients, new long[0], new long[0]));
        }
        List<Long> also = new ArrayList<>();
        List<Long> hidden = new ArrayList<>();
        readNamed(circle, type, butFor, patients, also, hidden);
        long[] blocked = NEVER_BLOCKED.contains(type) ? new long[0] : blocked(circle, type, butFor, patients, day);
        if (also.size() + hidden.size() > most || isTooMany(blocked)) {
            return Optional.empty();
        }
        for (long number : blocked) {
            hidden.add(number);
        }
        return Optional.of(new InCircle(type, circle.region(), butFor, patients, array(also), array(hidden)));
    }

    private boolean isTooMany(long[] numbers) {
        return numbers.length > most;
    }

    private long[] patients(Circle circle, LocalDate day) {
        boolean treated = circle.kind() == Circle.Kind.TREATED;
        String[] below = circle.below().toArray(String[]::new);
        List<Object> arguments = new ArrayList<>();
        String through = treated ? HOLDS + " and through = any (?)" : HOLDS;
        for (int part = 0; part < 2; part++) {
            arguments.add(below);
            addDay(arguments, day);
            if (treated) {
                arguments.add(StandingRows.treating());
            }
        }
        String start = RELATED.formatted(through);
        if (treated && circle.practitioner().isPresent()) {
            start += PERSONAL.formatted(HOLDS);
            for (int part = 0; part < 2; part++) {
                arguments.add(circle.practitioner().get());
                addDay(arguments, day);
            }
        }
        arguments.add(circle.region());
        arguments.add(circle.only().orElse(null));
        arguments.add(circle.only().orElse(null));
        arguments.add(most + 1);
        return numbers(PATIENTS.formatted(start, ReachSql.SAME), arguments.toArray());
    }

    private void addDay(List<Object> arguments, LocalDate day) {
        arguments.addAll(List.of(day, daysAfterEncounter, day));
    }

    private long[] out(Circle circle, LocalDate day) {
        return numbers(OUT, day, day, circle.region(), circle.region(), most + 1);
    }

    private void readNamed(
            Circle circle, String type, boolean butFor, long[] patients, List<Long> also, List<Long> hidden) {
        jdbc.query(
                NAMED,
                (RowCallbackHandler) row -> (row.getBoolean(2) ? also : hidden).add(row.getLong(1)),
                circle.region(),
                patients,
                butFor,
                type,
                type + "/",
                circle.region(),
                most + 1);
    }

    private long[] blocked(Circle circle, String type, boolean butFor, long[] patients, LocalDate day) {
        return numbers(
                BLOCKED,
                day,
                day,
                day,
                day,
                type + "/",
                circle.region(),
                type,
                butFor,
                patients,
                type + "/",
                circle.organizations().toArray(String[]::new),
                type,
                most + 1);
    }

    private long[] numbers(String sql, Object... arguments) {
        return jdbc.query(
                sql,
                (ResultSetExtractor<long[]>) (ResultSet rows) -> {
                    List<Long> numbers = new ArrayList<>();
                    while (rows.next()) {
                        numbers.add(rows.getLong(1));
                    }
                    return array(numbers);
                },
                arguments);
    }

    private static long[] array(List<Long> numbers) {
        return numbers.stream().mapToLong(Long::longValue).toArray();
    }
}
