-- Settings kept with databases and roles, rights on databases, comments on both.
SELECT format('ALTER %s SET %I TO %s',
    CASE
        WHEN setrole <> 0 AND setdatabase <> 0 THEN format('ROLE %s IN DATABASE %I', setrole::regrole, datname)
        WHEN setrole <> 0 THEN format('ROLE %s', setrole::regrole)
        WHEN setdatabase <> 0 THEN format('DATABASE %I', datname)
        ELSE 'ROLE ALL'
    END,
    split_part(setting, '=', 1),
    -- Lists are kept with the quotes of their members.
    CASE WHEN split_part(setting, '=', 1) IN
            ('search_path', 'temp_tablespaces', 'local_preload_libraries', 'session_preload_libraries')
        THEN substr(setting, strpos(setting, '=') + 1)
        ELSE quote_literal(substr(setting, strpos(setting, '=') + 1))
    END)
FROM pg_catalog.pg_db_role_setting
LEFT JOIN pg_catalog.pg_database ON pg_database.oid = setdatabase
CROSS JOIN unnest(setconfig) AS setting
UNION ALL
SELECT format('REVOKE ALL ON DATABASE %I FROM PUBLIC', datname)
FROM pg_catalog.pg_database
WHERE datacl IS NOT NULL AND oid >= 16384
UNION ALL
SELECT format('GRANT %s ON DATABASE %I TO %s%s', privilege_type, datname,
    CASE WHEN grantee = 0 THEN 'PUBLIC' ELSE grantee::regrole::text END,
    CASE WHEN is_grantable THEN ' WITH GRANT OPTION' END)
FROM pg_catalog.pg_database, aclexplode(datacl)
WHERE oid >= 16384
UNION ALL
SELECT format('COMMENT ON DATABASE %I IS %L', datname, description)
FROM pg_catalog.pg_shdescription JOIN pg_catalog.pg_database ON oid = objoid
WHERE classoid = 'pg_catalog.pg_database'::regclass AND oid >= 16384
UNION ALL
SELECT format('COMMENT ON ROLE %I IS %L', rolname, description)
FROM pg_catalog.pg_shdescription JOIN pg_catalog.pg_authid ON oid = objoid
WHERE classoid = 'pg_catalog.pg_authid'::regclass AND oid >= 16384
