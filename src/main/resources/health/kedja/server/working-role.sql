-- In the embedded database: the role that the server works with, which owns everything but the audit trail. Run as the
-- superuser before each start; does nothing where nothing is to be done.
do $$
declare
    command text;
begin
    if not exists (select from pg_roles where rolname = 'kedja_server') then
        create role kedja_server nologin createdb;
    end if;
    execute format('grant create, temporary on database %I to kedja_server', current_database());

    -- What an earlier version made as the superuser.
    for command in
        select format('alter schema %I owner to kedja_server', nspname)
        from pg_namespace
        where nspname in ('public', 'kedja') and nspowner <> 'kedja_server'::regrole
        union all
        select format('alter table %s owner to kedja_server', c.oid::regclass)
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname in ('public', 'kedja') and relkind in ('r', 'p', 'v', 'm') and relowner <> 'kedja_server'::regrole
        union all
        -- Those of a column go with its table.
        select format('alter sequence %s owner to kedja_server', c.oid::regclass)
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname in ('public', 'kedja') and relkind = 'S' and relowner <> 'kedja_server'::regrole
            and not exists (select from pg_depend d
                where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype in ('a', 'i'))
        union all
        select format('alter routine %s owner to kedja_server', p.oid::regprocedure)
        from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where n.nspname in ('public', 'kedja') and proowner <> 'kedja_server'::regrole
        union all
        select format('alter large object %s owner to kedja_server', oid)
        from pg_largeobject_metadata
        where lomowner <> 'kedja_server'::regrole
    loop
        execute command;
    end loop;
end
$$;
