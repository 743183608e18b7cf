-- How many memories each project has.
CREATE VIEW project_sizes AS
SELECT project, sum(amount)::bigint AS memories FROM (
    SELECT project, amount FROM counters WHERE kind = 'memory_count' AND project <> '*'
    UNION ALL
    SELECT project, amount FROM counter_ledger WHERE kind = 'memories'
) AS entries
GROUP BY project HAVING sum(amount) > 0;
