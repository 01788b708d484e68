-- Everything was made by the first user; what belongs to another role goes to it.
SELECT format('ALTER %s %s OWNER TO %s', kind, name, owner::regrole)
FROM (
    SELECT CASE relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' WHEN 'S' THEN 'SEQUENCE' WHEN 'c' THEN 'TYPE'
            ELSE 'TABLE' END AS kind,
        oid::regclass::text AS name, relowner AS owner
    FROM pg_catalog.pg_class AS c
    WHERE relkind IN ('r', 'v', 'm', 'S', 'c') AND oid >= 16384
        -- A sequence that belongs to a column follows its table; an object of an extension follows the extension.
        AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend
            WHERE classid = 'pg_catalog.pg_class'::regclass AND objid = c.oid
                AND (deptype = 'e' OR relkind = 'S' AND deptype IN ('a', 'i')))
    UNION ALL
    SELECT 'ROUTINE', oid::regprocedure::text, proowner FROM pg_catalog.pg_proc AS p
    WHERE oid >= 16384 AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend
        WHERE classid = 'pg_catalog.pg_proc'::regclass AND objid = p.oid AND deptype = 'e')
    UNION ALL
    SELECT 'TYPE', oid::regtype::text, typowner FROM pg_catalog.pg_type AS t
    WHERE oid >= 16384 AND typtype IN ('e', 'd') AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend
        WHERE classid = 'pg_catalog.pg_type'::regclass AND objid = t.oid AND deptype = 'e')
    UNION ALL
    SELECT 'SCHEMA', quote_ident(nspname), nspowner FROM pg_catalog.pg_namespace
    WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'
    UNION ALL
    SELECT 'LARGE OBJECT', oid::text, lomowner FROM pg_catalog.pg_largeobject_metadata
) AS objects
WHERE owner <> 10
