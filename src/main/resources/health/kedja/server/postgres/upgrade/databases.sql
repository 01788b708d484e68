-- Databases beyond those every server has. Encoding and collation are those of the new server.
SELECT format('CREATE DATABASE %I OWNER %I CONNECTION LIMIT %s', datname, pg_get_userbyid(datdba), datconnlimit)
FROM pg_catalog.pg_database
WHERE oid >= 16384
ORDER BY datname
