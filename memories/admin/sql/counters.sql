-- The sum over both tables is exact: the ledger holds what has not been added to the counters yet.

-- name: total
WITH entries AS (
    SELECT kind, key, amount FROM counters WHERE project <> '*'
    UNION ALL
    SELECT kind, key, amount FROM counter_ledger
)
SELECT coalesce(sum(amount), 0)::bigint FROM entries WHERE kind = %(kind)s

-- name: top_tags
WITH entries AS (
    SELECT kind, key, amount FROM counters WHERE project <> '*'
    UNION ALL
    SELECT kind, key, amount FROM counter_ledger
)
SELECT key, sum(amount)::bigint FROM entries
WHERE kind = 'tag' AND (%(prefix)s = '' OR starts_with(key, %(prefix)s))
GROUP BY key HAVING sum(amount) > 0 ORDER BY 2 DESC, 1 LIMIT %(limit)s

-- name: choices
-- Names are read from one to the next in the index, so that the cost is that of the names, not of the memories.
WITH RECURSIVE entries AS (
    SELECT kind, key, amount FROM counters WHERE project <> '*'
    UNION ALL
    SELECT kind, key, amount FROM counter_ledger
), tags AS (
    SELECT kind, key, sum(amount)::bigint AS amount FROM entries WHERE kind = 'tag'
    GROUP BY kind, key HAVING sum(amount) > 0 ORDER BY 3 DESC, 2 LIMIT %(tags)s
), storing AS (
    (SELECT stored_by AS name FROM memories ORDER BY stored_by LIMIT 1)
    UNION ALL
    SELECT (SELECT stored_by FROM memories WHERE stored_by > name ORDER BY stored_by LIMIT 1)
    FROM storing WHERE name IS NOT NULL
), changing AS (
    (SELECT changed_by AS name FROM memories WHERE updated_at > created_at ORDER BY changed_by LIMIT 1)
    UNION ALL
    SELECT (
        SELECT changed_by FROM memories WHERE updated_at > created_at AND changed_by > name ORDER BY changed_by LIMIT 1
    )
    FROM changing WHERE name IS NOT NULL
)
SELECT kind, key, amount FROM tags
UNION ALL
SELECT kind, key, sum(amount)::bigint FROM entries WHERE kind = 'pattern' GROUP BY kind, key HAVING sum(amount) > 0
UNION ALL
(SELECT 'stored_by', name, 0 FROM storing WHERE name <> '' LIMIT %(actors)s)
UNION ALL
(SELECT 'changed_by', name, 0 FROM changing WHERE name <> '' LIMIT %(actors)s)
UNION ALL
(SELECT 'project', project, memories FROM project_sizes ORDER BY memories DESC, project LIMIT %(projects)s)

-- name: growth
WITH entries AS (
    SELECT kind, key, amount FROM counters WHERE project <> '*'
    UNION ALL
    SELECT kind, key, amount FROM counter_ledger
)
SELECT kind, CASE kind WHEN 'memories' THEN left(key, 10) ELSE key END, sum(amount)::bigint
FROM entries
WHERE kind = 'pattern' OR (kind = 'memories' AND key >= %(since)s)
GROUP BY 1, 2 HAVING sum(amount) <> 0
