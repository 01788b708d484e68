-- A query for each sequence (only the sequence itself knows whether its value was used), that writes the statement.
SELECT format($q$SELECT format('SELECT pg_catalog.setval(%%L, %%s, %%L)', %1$L, last_value, is_called) FROM %1$s$q$,
    seqrelid::regclass)
FROM pg_catalog.pg_sequence
JOIN pg_catalog.pg_class AS c ON c.oid = seqrelid
JOIN pg_catalog.pg_namespace AS n ON n.oid = relnamespace
WHERE nspname !~ '^pg_'
ORDER BY seqrelid
