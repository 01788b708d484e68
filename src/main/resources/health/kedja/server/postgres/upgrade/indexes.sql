-- Indexes on tables that no constraint makes.
SELECT pg_get_indexdef(indexrelid)
FROM pg_catalog.pg_index
JOIN pg_catalog.pg_class AS c ON c.oid = indrelid
JOIN pg_catalog.pg_namespace AS n ON n.oid = relnamespace
WHERE relkind = 'r' AND indisvalid
    AND nspname !~ '^pg_' AND nspname <> 'information_schema'
    AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint
        WHERE conindid = indexrelid AND conrelid = indrelid AND contype IN ('p', 'u', 'x'))
    AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend
        WHERE classid = 'pg_catalog.pg_class'::regclass AND objid = c.oid AND deptype = 'e')
ORDER BY indexrelid
