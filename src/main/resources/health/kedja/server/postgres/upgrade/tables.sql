-- Tables with their columns: types, defaults, generated and identity columns. Constraints come after the rows.
SELECT format('CREATE %sTABLE %s (%s)%s',
    CASE relpersistence WHEN 'u' THEN 'UNLOGGED ' END,
    c.oid::regclass,
    (SELECT string_agg(
        format('%I %s%s%s%s%s%s', attname, format_type(atttypid, atttypmod),
            CASE WHEN attstorage <> typstorage THEN ' STORAGE ' || CASE attstorage
                WHEN 'p' THEN 'PLAIN' WHEN 'e' THEN 'EXTERNAL' WHEN 'm' THEN 'MAIN' ELSE 'EXTENDED' END END,
            CASE attcompression WHEN 'p' THEN ' COMPRESSION pglz' WHEN 'l' THEN ' COMPRESSION lz4' END,
            CASE WHEN attcollation <> typcollation THEN format(' COLLATE %s', attcollation::regcollation) END,
            CASE WHEN attnotnull THEN ' NOT NULL' END,
            CASE
                WHEN attgenerated = 's' THEN format(' GENERATED ALWAYS AS (%s) STORED', pg_get_expr(adbin, adrelid))
                WHEN attgenerated = 'v' THEN format(' GENERATED ALWAYS AS (%s) VIRTUAL', pg_get_expr(adbin, adrelid))
                WHEN attidentity <> '' THEN (
                    SELECT format(' GENERATED %s AS IDENTITY (SEQUENCE NAME %s START WITH %s INCREMENT BY %s'
                            || ' MINVALUE %s MAXVALUE %s CACHE %s %s)',
                        CASE attidentity WHEN 'a' THEN 'ALWAYS' ELSE 'BY DEFAULT' END, seqrelid::regclass,
                        seqstart, seqincrement, seqmin, seqmax, seqcache,
                        CASE WHEN seqcycle THEN 'CYCLE' ELSE 'NO CYCLE' END)
                    FROM pg_catalog.pg_depend JOIN pg_catalog.pg_sequence ON seqrelid = objid
                    WHERE classid = 'pg_catalog.pg_class'::regclass AND refclassid = classid
                        AND refobjid = c.oid AND refobjsubid = attnum AND deptype = 'i')
                ELSE ' DEFAULT ' || pg_get_expr(adbin, adrelid)
            END),
        ', ' ORDER BY attnum)
    FROM pg_catalog.pg_attribute
    JOIN pg_catalog.pg_type ON pg_type.oid = atttypid
    LEFT JOIN pg_catalog.pg_attrdef ON adrelid = attrelid AND adnum = attnum
    WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped),
    (SELECT format(' WITH (%s)', string_agg(option, ', '))
    FROM (
        SELECT unnest(c.reloptions) AS option
        UNION ALL
        SELECT 'toast.' || unnest(reloptions) FROM pg_catalog.pg_class WHERE oid = c.reltoastrelid) AS options
    HAVING count(*) > 0))
FROM pg_catalog.pg_class AS c
JOIN pg_catalog.pg_namespace AS n ON n.oid = relnamespace
WHERE relkind = 'r'
    AND nspname !~ '^pg_' AND nspname <> 'information_schema'
    AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend
        WHERE classid = 'pg_catalog.pg_class'::regclass AND objid = c.oid AND deptype = 'e')
ORDER BY c.oid
