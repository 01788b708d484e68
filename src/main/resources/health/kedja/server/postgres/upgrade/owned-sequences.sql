-- Sequences that go when their column goes.
SELECT format('ALTER SEQUENCE %s OWNED BY %s.%I', objid::regclass, refobjid::regclass, attname)
FROM pg_catalog.pg_depend
JOIN pg_catalog.pg_sequence ON seqrelid = objid
JOIN pg_catalog.pg_attribute ON attrelid = refobjid AND attnum = refobjsubid
WHERE classid = 'pg_catalog.pg_class'::regclass AND refclassid = classid AND deptype = 'a'
