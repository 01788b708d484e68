-- Enumerations, domains and row types.
SELECT CASE typtype
    WHEN 'e' THEN format('CREATE TYPE %s AS ENUM (%s)', t.oid::regtype, (
        SELECT string_agg(quote_literal(enumlabel), ', ' ORDER BY enumsortorder)
        FROM pg_catalog.pg_enum WHERE enumtypid = t.oid))
    WHEN 'd' THEN format('CREATE DOMAIN %s AS %s%s%s%s%s', t.oid::regtype,
        format_type(typbasetype, typtypmod),
        (SELECT format(' COLLATE %s', t.typcollation::regcollation)
            FROM pg_catalog.pg_type AS base
            WHERE base.oid = t.typbasetype AND base.typcollation <> t.typcollation),
        ' DEFAULT ' || typdefault,
        CASE WHEN typnotnull THEN ' NOT NULL' END,
        (SELECT string_agg(format(' CONSTRAINT %I %s', conname, pg_get_constraintdef(oid)), '' ORDER BY conname)
            FROM pg_catalog.pg_constraint WHERE contypid = t.oid AND contype = 'c'))
    ELSE format('CREATE TYPE %s AS (%s)', t.oid::regtype, (
        SELECT string_agg(format('%I %s%s', attname, format_type(atttypid, atttypmod),
            CASE WHEN attcollation <> typcollation THEN format(' COLLATE %s', attcollation::regcollation) END),
            ', ' ORDER BY attnum)
        FROM pg_catalog.pg_attribute JOIN pg_catalog.pg_type ON pg_type.oid = atttypid
        WHERE attrelid = t.typrelid AND attnum > 0 AND NOT attisdropped))
    END
FROM pg_catalog.pg_type AS t
JOIN pg_catalog.pg_namespace AS n ON n.oid = typnamespace
LEFT JOIN pg_catalog.pg_class AS c ON c.oid = typrelid
WHERE (typtype IN ('e', 'd') OR relkind = 'c')
    AND nspname !~ '^pg_' AND nspname <> 'information_schema'
    AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend
        WHERE classid = 'pg_catalog.pg_type'::regclass AND objid = t.oid AND deptype = 'e')
ORDER BY t.oid
