-- Sequences that are not made by an identity column.
SELECT format('CREATE %sSEQUENCE %s AS %s START WITH %s INCREMENT BY %s MINVALUE %s MAXVALUE %s CACHE %s %s',
    CASE relpersistence WHEN 'u' THEN 'UNLOGGED ' END, c.oid::regclass, format_type(seqtypid, NULL),
    seqstart, seqincrement, seqmin, seqmax, seqcache, CASE WHEN seqcycle THEN 'CYCLE' ELSE 'NO CYCLE' END)
FROM pg_catalog.pg_class AS c
JOIN pg_catalog.pg_sequence ON seqrelid = c.oid
JOIN pg_catalog.pg_namespace AS n ON n.oid = relnamespace
WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'
    AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend
        WHERE classid = 'pg_catalog.pg_class'::regclass AND objid = c.oid AND deptype IN ('e', 'i'))
ORDER BY c.oid
