package health.kedja.history;

/**
 * Statements that read what a standing is made of. Their rows: the patient, what the row is, through what, an
 * organization, a practitioner.
 */
final class StandingSql {

    /**
     * Of records that are each taken for a person's only one; a row {@code link} says of which that is not so. By far most
     * are, and what follows links cost four times as much.
     */
    private static final String BY_RECORD = """
            select patient, 'region', null, region, null from kedja.patient_owner where patient = %1$s
            union all
            select patient, 'link', null, null, null from kedja.patient_link where patient = %1$s
            union all
            select replaced_by, 'link', null, null, null from kedja.patient_link where replaced_by = %1$s
            union all
            select patient, 'relation', through,
                coalesce(relation.organization, held.organization), coalesce(relation.practitioner, held.practitioner)
            from (
                    select patient, through, organization, practitioner, role
                    from kedja.care_relation
                    where patient = %1$s
                        and (from_day is null or from_day <= ?)
                        and (end_day is null or end_day + case through when 'encounter' then ? else 0 end >= ?)
                    offset 0) relation
                left join lateral (
                    select organization, practitioner from kedja.practitioner_role where id = relation.role
                    offset 0) held on true
            union all
            select patient, kind, null, custodian, null from kedja.consent where patient = %1$s and %2$s
            """;

    static final String OF_RECORD = BY_RECORD.formatted("?::text", ReachSql.HOLDS);
    static final String OF_RECORDS = BY_RECORD.formatted("any (?::text[])", ReachSql.HOLDS);

    /**
     * Of persons with several records. PostgreSQL expects thousands of each, and would read whole tables if it were not
     * told how ({@code offset 0}).
     */
    static final String OF_MERGED = """
            with recursive start (patient) as (select unnest(?::text[])), %s
            select start, 'region', null, min(region), null
            from same left join lateral (
                select region from kedja.patient_owner where patient = same.patient offset 0) owner on true
            group by start
            having count(*) = count(region) and count(distinct region) = 1
            union all
            select distinct start, 'relation', through,
                coalesce(relation.organization, held.organization), coalesce(relation.practitioner, held.practitioner)
            from same cross join lateral (
                    select through, organization, practitioner, role
                    from kedja.care_relation
                    where patient = same.patient
                        and (from_day is null or from_day <= ?)
                        and (end_day is null or end_day + case through when 'encounter' then ? else 0 end >= ?)
                    offset 0) relation
                left join lateral (
                    select organization, practitioner from kedja.practitioner_role where id = relation.role
                    offset 0) held on true
            union all
            select start, kind, null, custodian, null
            from same cross join lateral (
                select kind, custodian from kedja.consent where patient = same.patient and %s offset 0) consent
            """.formatted(ReachSql.SAME, ReachSql.HOLDS);

    private StandingSql() {}
}
