-- Views, and materialised views with what they show.
SELECT CASE relkind
    WHEN 'v' THEN format('CREATE VIEW %s (%s)%s AS %s', c.oid::regclass, (
            SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum)
            FROM pg_catalog.pg_attribute WHERE attrelid = c.oid AND attnum > 0),
        ' WITH (' || array_to_string(reloptions, ', ') || ')', pg_get_viewdef(c.oid))
    ELSE format('CREATE MATERIALIZED VIEW %s%s AS %s WITH %s', c.oid::regclass,
        ' WITH (' || array_to_string(reloptions, ', ') || ')', rtrim(pg_get_viewdef(c.oid), ';'),
        CASE WHEN relispopulated THEN 'DATA' ELSE 'NO DATA' END)
    END
FROM pg_catalog.pg_class AS c
JOIN pg_catalog.pg_namespace AS n ON n.oid = relnamespace
WHERE relkind IN ('v', 'm')
    AND nspname !~ '^pg_' AND nspname <> 'information_schema'
    AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend
        WHERE classid = 'pg_catalog.pg_class'::regclass AND objid = c.oid AND deptype = 'e')
ORDER BY c.oid
