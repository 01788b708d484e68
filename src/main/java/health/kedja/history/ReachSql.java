package health.kedja.history;

/** Parts of statements ({@code with recursive}) that several reads have in common. */
final class ReachSql {

    /** Whether a row of a table that has these columns holds on a day; two parameters, both that day. */
    static final String HOLDS = "(from_day is null or from_day <= ?) and (end_day is null or end_day >= ?)";

    /** Every record of the person that each record in "start" is of: {@code same (start, patient)}. */
    static final String SAME = """
            same (start, patient) as (
                select patient, patient from start
                union
                select same.start, next.patient
                from same cross join lateral (
                    select replaced_by from kedja.patient_link where patient = same.patient
                    union all
                    select patient from kedja.patient_link where replaced_by = same.patient) next (patient))
            """;

    /** The unit that recorded a resource: two columns, from rows of "asked" (source). */
    static final String UNIT = """
            coalesce(own.custodian, own_role.organization, contact.custodian, contact_role.organization)
            """;

    static final String JOIN_UNIT = """
            left join lateral (
                select custodian, role, encounter from kedja.custody where source = asked.source offset 0) own on true
            left join lateral (
                select organization from kedja.practitioner_role where id = own.role offset 0) own_role on true
            left join lateral (
                select custodian, role from kedja.custody where source = own.encounter offset 0) contact on true
            left join lateral (
                select organization from kedja.practitioner_role where id = contact.role offset 0) contact_role on true
            """;

    /**
     * The sources that are blocked for a caller: {@code hidden (person, source)}, from {@code asked (person, source)} and
     * {@code block (person, custodian)}. One parameter: the organizations of the caller.
     *
     * <p>The caller is inside a unit who is of it or of one below it. The blocked unit holds what it and those below it
     * recorded, and what no one can tell the unit of.
     */
    static final String HIDDEN = """
            caller (organization) as (
                select unnest(?::text[])
                union
                select part_of from caller join kedja.organization on id = caller.organization where part_of is not null),
            record (person, source, unit) as (
                select asked.person, asked.source, %s from asked %s
                where split_part(asked.source, '/', 1) not in ('Patient', 'Consent')),
            above (unit, organization) as (
                select unit, unit from record where unit is not null
                union
                select above.unit, part_of from above join kedja.organization on id = above.organization
                where part_of is not null),
            hidden (person, source) as (
                select record.person, record.source from record join block on block.person = record.person
                where case
                    when block.custodian is null
                        then record.unit is null or record.unit not in (select organization from caller)
                    else block.custodian not in (select organization from caller)
                        and (record.unit is null or (record.unit, block.custodian) in (select unit, organization from above))
                    end)
            """.formatted(UNIT, JOIN_UNIT);

    private ReachSql() {}
}
