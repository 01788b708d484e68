SELECT pg_get_indexdef(indexrelid)
FROM pg_catalog.pg_index
JOIN pg_catalog.pg_class AS c ON c.oid = indrelid
JOIN pg_catalog.pg_namespace AS n ON n.oid = relnamespace
WHERE relkind = 'm' AND nspname !~ '^pg_'
ORDER BY indexrelid
