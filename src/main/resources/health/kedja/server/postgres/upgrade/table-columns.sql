-- Every table with the columns that hold something of their own, as COPY names them.
SELECT c.oid::regclass || coalesce((
    SELECT format(' (%s)', string_agg(quote_ident(attname), ', ' ORDER BY attnum))
    FROM pg_catalog.pg_attribute
    WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = ''), '')
FROM pg_catalog.pg_class AS c
JOIN pg_catalog.pg_namespace AS n ON n.oid = relnamespace
WHERE relkind = 'r'
    AND nspname !~ '^pg_' AND nspname <> 'information_schema'
    AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend
        WHERE classid = 'pg_catalog.pg_class'::regclass AND objid = c.oid AND deptype = 'e')
ORDER BY c.oid
