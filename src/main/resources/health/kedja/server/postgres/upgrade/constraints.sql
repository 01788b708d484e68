-- All but foreign keys, which need the keys they refer to, and NOT NULL, which is part of the column.
SELECT format('ALTER TABLE ONLY %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(con.oid))
FROM pg_catalog.pg_constraint AS con
JOIN pg_catalog.pg_class AS c ON c.oid = conrelid
JOIN pg_catalog.pg_namespace AS n ON n.oid = relnamespace
WHERE contype IN ('p', 'u', 'x', 'c')
    AND nspname !~ '^pg_' AND nspname <> 'information_schema'
    AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend
        WHERE classid = 'pg_catalog.pg_class'::regclass AND objid = c.oid AND deptype = 'e')
ORDER BY con.oid
