-- Queries that must answer the same on both sides: what there is, by name, and how much is in it.
SELECT format($q$SELECT 'rows of %1$s: ' || count(*) FROM ONLY %1$s$q$, c.oid::regclass)
FROM pg_catalog.pg_class AS c
JOIN pg_catalog.pg_namespace AS n ON n.oid = relnamespace
WHERE (relkind = 'r' OR relkind = 'm' AND relispopulated)
    AND nspname !~ '^pg_' AND nspname <> 'information_schema'
UNION ALL
SELECT format($q$SELECT 'sequence %1$s: ' || last_value || ' ' || is_called FROM %1$s$q$, c.oid::regclass)
FROM pg_catalog.pg_class AS c
JOIN pg_catalog.pg_namespace AS n ON n.oid = relnamespace
WHERE relkind = 'S' AND nspname !~ '^pg_'
UNION ALL
SELECT $q$
    SELECT format('relation %s %s', relkind, c.oid::regclass)
    FROM pg_catalog.pg_class AS c
    JOIN pg_catalog.pg_namespace AS n ON n.oid = relnamespace
    WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'
        AND NOT EXISTS (SELECT FROM pg_catalog.pg_index WHERE indexrelid = c.oid AND NOT indisvalid)
        AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend
        WHERE classid = 'pg_catalog.pg_class'::regclass AND objid = c.oid AND deptype = 'e')
    ORDER BY 1$q$
UNION ALL
SELECT $q$
    SELECT format('column %s.%I %s %s %s', attrelid::regclass, attname, format_type(atttypid, atttypmod), attnotnull,
        atthasdef)
    FROM pg_catalog.pg_attribute
    JOIN pg_catalog.pg_class AS c ON c.oid = attrelid
    JOIN pg_catalog.pg_namespace AS n ON n.oid = relnamespace
    WHERE relkind IN ('r', 'v', 'm', 'c') AND attnum > 0 AND NOT attisdropped
        AND nspname !~ '^pg_' AND nspname <> 'information_schema'
        AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend
        WHERE classid = 'pg_catalog.pg_class'::regclass AND objid = c.oid AND deptype = 'e')
    ORDER BY 1$q$
UNION ALL
SELECT $q$
    SELECT format('constraint %I on %s%s', conname, nullif(conrelid, 0)::regclass, nullif(contypid, 0)::regtype)
    FROM pg_catalog.pg_constraint WHERE oid >= 16384 AND contype <> 'n'
    ORDER BY 1$q$
UNION ALL
SELECT $q$
    SELECT format('trigger %I on %s %s', tgname, tgrelid::regclass, tgenabled)
    FROM pg_catalog.pg_trigger WHERE NOT tgisinternal
    ORDER BY 1$q$
UNION ALL
SELECT $q$
    SELECT 'routine ' || oid::regprocedure FROM pg_catalog.pg_proc AS p
    WHERE oid >= 16384 AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend
        WHERE classid = 'pg_catalog.pg_proc'::regclass AND objid = p.oid AND deptype = 'e')
    ORDER BY 1$q$
UNION ALL
SELECT $q$
    SELECT 'type ' || oid::regtype FROM pg_catalog.pg_type AS t
    WHERE oid >= 16384 AND typtype IN ('e', 'd') AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend
        WHERE classid = 'pg_catalog.pg_type'::regclass AND objid = t.oid AND deptype = 'e')
    ORDER BY 1$q$
UNION ALL
SELECT $q$
    SELECT format('large objects: %s, number %s', count(*), sum(oid::bigint)) FROM pg_catalog.pg_largeobject_metadata$q$
UNION ALL
SELECT $q$
    SELECT format('large object pages: %s, digest %s', count(*),
        sum(('x' || substr(md5(loid || ' ' || pageno || ' ' || md5(data)), 1, 15))::bit(60)::bigint))
    FROM pg_catalog.pg_largeobject$q$
