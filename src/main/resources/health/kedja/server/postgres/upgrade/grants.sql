-- Rights that are not the usual ones: first none, then those that were given.
WITH object AS (
    SELECT CASE relkind WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END AS kind, c.oid::regclass::text AS name,
        relacl AS rights, relowner AS owner
    FROM pg_catalog.pg_class AS c
    WHERE relkind IN ('r', 'v', 'm', 'S') AND c.oid >= 16384
    UNION ALL
    SELECT 'ROUTINE', oid::regprocedure::text, proacl, proowner FROM pg_catalog.pg_proc WHERE oid >= 16384
    UNION ALL
    SELECT CASE typtype WHEN 'd' THEN 'DOMAIN' ELSE 'TYPE' END, oid::regtype::text, typacl, typowner
    FROM pg_catalog.pg_type WHERE oid >= 16384
    UNION ALL
    SELECT 'SCHEMA', quote_ident(nspname), nspacl, nspowner FROM pg_catalog.pg_namespace
    WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'
    UNION ALL
    SELECT 'LARGE OBJECT', oid::text, lomacl, lomowner FROM pg_catalog.pg_largeobject_metadata
)
SELECT statement FROM (
    SELECT 1 AS turn, format('REVOKE ALL ON %s %s FROM PUBLIC, %s', kind, name, owner::regrole) AS statement
    FROM object WHERE rights IS NOT NULL
    UNION ALL
    SELECT 2, format('GRANT %s ON %s %s TO %s%s', privilege_type, kind, name,
        CASE WHEN grantee = 0 THEN 'PUBLIC' ELSE grantee::regrole::text END,
        CASE WHEN is_grantable THEN ' WITH GRANT OPTION' END)
    FROM object, aclexplode(rights)
    UNION ALL
    SELECT 3, format('GRANT %s (%I) ON TABLE %s TO %s%s', privilege_type, attname, attrelid::regclass,
        CASE WHEN grantee = 0 THEN 'PUBLIC' ELSE grantee::regrole::text END,
        CASE WHEN is_grantable THEN ' WITH GRANT OPTION' END)
    FROM pg_catalog.pg_attribute, aclexplode(attacl)
    WHERE attrelid >= 16384 AND NOT attisdropped
) AS statements
ORDER BY turn
