-- Triggers, whether they are switched on, rules, and extended statistics.
SELECT statement FROM (
    SELECT 1 AS turn, oid, pg_get_triggerdef(oid) AS statement
    FROM pg_catalog.pg_trigger WHERE NOT tgisinternal
    UNION ALL
    SELECT 2, oid, format('ALTER TABLE %s %s TRIGGER %I', tgrelid::regclass,
        CASE tgenabled WHEN 'D' THEN 'DISABLE' WHEN 'R' THEN 'ENABLE REPLICA' ELSE 'ENABLE ALWAYS' END, tgname)
    FROM pg_catalog.pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'O'
    UNION ALL
    SELECT 3, oid, pg_get_ruledef(oid)
    FROM pg_catalog.pg_rewrite WHERE oid >= 16384 AND rulename <> '_RETURN'
    UNION ALL
    SELECT 4, oid, pg_get_statisticsobjdef(oid) FROM pg_catalog.pg_statistic_ext
) AS statements
ORDER BY turn, oid
