-- Roles with their (hashed) passwords, then who is a member of whom. The first user exists on both sides.
SELECT statement FROM (
    SELECT 1 AS turn, rolname AS name, format(
        'CREATE ROLE %I WITH %s %s %s %s %s %s %s CONNECTION LIMIT %s%s%s', rolname,
        CASE WHEN rolsuper THEN 'SUPERUSER' ELSE 'NOSUPERUSER' END,
        CASE WHEN rolinherit THEN 'INHERIT' ELSE 'NOINHERIT' END,
        CASE WHEN rolcreaterole THEN 'CREATEROLE' ELSE 'NOCREATEROLE' END,
        CASE WHEN rolcreatedb THEN 'CREATEDB' ELSE 'NOCREATEDB' END,
        CASE WHEN rolcanlogin THEN 'LOGIN' ELSE 'NOLOGIN' END,
        CASE WHEN rolreplication THEN 'REPLICATION' ELSE 'NOREPLICATION' END,
        CASE WHEN rolbypassrls THEN 'BYPASSRLS' ELSE 'NOBYPASSRLS' END,
        rolconnlimit,
        ' PASSWORD ' || quote_literal(rolpassword),
        ' VALID UNTIL ' || quote_literal(rolvaliduntil)) AS statement
    FROM pg_catalog.pg_authid
    WHERE oid >= 16384
    UNION ALL
    SELECT 2, member::regrole::text, format(
        'GRANT %s TO %s WITH ADMIN %s, INHERIT %s, SET %s', roleid::regrole, member::regrole,
        admin_option::text, inherit_option::text, set_option::text)
    FROM pg_catalog.pg_auth_members
    WHERE member >= 16384
) AS statements
ORDER BY turn, name
