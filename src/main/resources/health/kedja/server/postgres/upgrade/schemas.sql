SELECT format('CREATE SCHEMA IF NOT EXISTS %I', nspname)
FROM pg_catalog.pg_namespace
WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'
    AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend
        WHERE classid = 'pg_catalog.pg_namespace'::regclass AND objid = pg_namespace.oid AND deptype = 'e')
UNION ALL
SELECT 'DROP SCHEMA public' WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_namespace WHERE nspname = 'public')
