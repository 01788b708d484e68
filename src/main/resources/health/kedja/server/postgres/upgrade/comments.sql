SELECT format('COMMENT ON %s %s IS %L',
    CASE WHEN type LIKE '% column' THEN 'COLUMN' WHEN type = 'table constraint' THEN 'CONSTRAINT' ELSE upper(type) END,
    identity, description)
FROM pg_catalog.pg_description AS d, pg_identify_object(classoid, objoid, objsubid)
WHERE objoid >= 16384
    AND classoid IN ('pg_catalog.pg_class'::regclass, 'pg_catalog.pg_proc'::regclass, 'pg_catalog.pg_type'::regclass,
        'pg_catalog.pg_namespace'::regclass, 'pg_catalog.pg_constraint'::regclass, 'pg_catalog.pg_trigger'::regclass)
    AND type <> 'domain constraint'
    AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend
        WHERE classid = classoid AND objid = objoid AND deptype = 'e')
