package health.kedja.server.access;

/**
 * The statements that find what belongs to nobody, and give it to a region. They work on temporary tables: {@code unowned}
 * holds every stored resource without an owner, {@code refers} what each of them refers to, {@code left} those of the wanted
 * ones that stay as they are.
 */
final class Ownerless {

    static final String TABLES = """
            drop table if exists pg_temp.unowned, pg_temp.refers, pg_temp.left_over;
            create temporary table unowned (
                res_id   bigint  not null primary key,
                res_type text    not null,
                id       text    not null,
                version  bigint  not null,
                wanted   boolean not null);
            create temporary table refers (res_id bigint not null, target bigint not null);
            create temporary table left_over (res_id bigint not null primary key);
            """;

    static final String DROP = "drop table if exists pg_temp.unowned, pg_temp.refers, pg_temp.left_over";

    /** Parameters: the types that can have an owner, and the system of the label. */
    static final String FIND = """
            insert into unowned
            select stored.res_id, stored.res_type, stored.fhir_id, version.pid, true
            from public.hfj_resource stored
                join public.hfj_res_ver version on version.res_id = stored.res_id and version.res_ver = stored.res_ver
            where stored.res_deleted_at is null and stored.res_type = any (?)
                and not exists (
                    select from public.hfj_history_tag tag join public.hfj_tag_def label on label.tag_id = tag.tag_id
                    where tag.res_ver_pid = version.pid and label.tag_type = 2 and label.tag_system = ?)
            """;

    /** As they are stored, in JSON without spaces; within a text, a quotation mark has a backslash. Parameter: the types. */
    static final String REFERENCES = """
            insert into refers
            select distinct unowned.res_id, target.res_id
            from unowned
                join public.hfj_res_ver version on version.pid = unowned.version
                cross join lateral regexp_matches(
                    version.res_text_vc, '"reference":\\s*"([A-Za-z]+)/([A-Za-z0-9.-]{1,64})["/]', 'g') part
                join public.hfj_resource target on target.res_type = part[1] and target.fhir_id = part[2]
            where target.res_type = any (?) and target.res_id <> unowned.res_id
            """;

    static final String PREPARE = """
            create index on refers (target);
            analyze unowned;
            analyze refers;
            """;

    /** Parameter: the types that are wanted. */
    static final String OF_TYPES = "update unowned set wanted = false where res_type <> all (?)";

    /** Parameters: the patients, three times. Whatever is about another patient too is not wanted. */
    static final String OF_PATIENTS = """
            update unowned set wanted = false
            where case
                when res_type = 'Patient' then id <> all (?)
                else not exists (
                        select from refers join public.hfj_resource patient on patient.res_id = refers.target
                        where refers.res_id = unowned.res_id and patient.res_type = 'Patient' and patient.fhir_id = any (?))
                    or exists (
                        select from refers join public.hfj_resource patient on patient.res_id = refers.target
                        where refers.res_id = unowned.res_id and patient.res_type = 'Patient' and patient.fhir_id <> all (?))
                end
            """;

    /**
     * What names something that is not the owner's and will not be, directly or by what it refers to. Parameters: the
     * organizations of the region twice, the system of the label, the owner.
     */
    static final String LEAVE = """
            insert into left_over
            with recursive outside (res_id) as (
                select unowned.res_id from unowned join public.hfj_res_ver version on version.pid = unowned.version
                where unowned.wanted and (
                    version.res_text_vc is null or unowned.res_type = 'Organization' and unowned.id <> all (?))
                union
                select unowned.res_id
                from unowned
                    join refers on refers.res_id = unowned.res_id
                    join public.hfj_resource target on target.res_id = refers.target
                    left join unowned other on other.res_id = target.res_id
                where unowned.wanted and (
                    target.res_type = 'Organization' and target.fhir_id <> all (?)
                    or not other.wanted
                    or other.res_id is null and not exists (
                        select from public.hfj_history_tag tag
                            join public.hfj_tag_def label on label.tag_id = tag.tag_id
                        where tag.res_id = target.res_id and label.tag_type = 2
                            and label.tag_system = ? and label.tag_code = ?))
                union
                select refers.res_id
                from outside
                    join refers on refers.target = outside.res_id
                    join unowned on unowned.res_id = refers.res_id
                where unowned.wanted)
            select res_id from outside
            """;

    static final String LEFT = """
            select res_type, count(*)
            from left_over join unowned on unowned.res_id = left_over.res_id
            group by res_type
            """;

    /** Parameters: the system of the label and the owner. */
    static final String LABEL = """
            select min(tag_id) from public.hfj_tag_def where tag_type = 2 and tag_system = ? and tag_code = ?
            """;

    /** Parameters: the system of the label and the owner. 2 is a security label. */
    static final String NEW_LABEL = """
            insert into public.hfj_tag_def (tag_id, tag_type, tag_system, tag_code)
            values (nextval('public.seq_tagdef_id'), 2, ?, ?)
            """;

    /**
     * Labels the next ones, as they were found: what has been written since is left for another time. Parameters: the
     * resource after which to begin, how many, the label twice, and the owner.
     */
    static final String ASSIGN = """
            with next as materialized (
                select stored.res_id, stored.res_type, stored.res_type_id, stored.fhir_id, version.pid
                from unowned
                    join public.hfj_resource stored on stored.res_id = unowned.res_id
                    join public.hfj_res_ver version
                        on version.pid = unowned.version and version.res_ver = stored.res_ver
                where unowned.wanted and unowned.res_id > ? and stored.res_deleted_at is null
                    and not exists (select from left_over where left_over.res_id = unowned.res_id)
                order by unowned.res_id limit ?
                for update of stored),
            labels as (
                insert into public.hfj_res_tag (pid, tag_id, res_id, res_type, res_type_id)
                select nextval('public.seq_restag_id'), ?, res_id, res_type, res_type_id from next
                on conflict do nothing),
            labels_of_versions as (
                insert into public.hfj_history_tag (pid, tag_id, res_ver_pid, res_id, res_type, res_type_id)
                select nextval('public.seq_historytag_id'), ?, pid, res_id, res_type, res_type_id from next
                on conflict do nothing),
            resources as (
                update public.hfj_resource stored set has_tags = true from next
                where stored.res_id = next.res_id and not stored.has_tags),
            versions as (
                update public.hfj_res_ver version set has_tags = true from next
                where version.pid = next.pid and not version.has_tags),
            patients as (
                insert into kedja.patient_owner (patient, region)
                select fhir_id, ? from next where res_type = 'Patient'
                on conflict (patient) do update set region = excluded.region)
            select res_type, count(*), max(res_id) from next group by res_type
            """;

    private Ownerless() {}
}
