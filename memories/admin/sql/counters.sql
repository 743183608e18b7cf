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
WITH entries AS (
    SELECT kind, key, amount FROM counters WHERE project <> '*'
    UNION ALL
    SELECT kind, key, amount FROM counter_ledger
), tags AS (
    SELECT kind, key, sum(amount)::bigint AS amount FROM entries WHERE kind = 'tag'
    GROUP BY kind, key HAVING sum(amount) > 0 ORDER BY 3 DESC, 2 LIMIT %(tags)s
)
SELECT kind, key, amount FROM tags
UNION ALL
SELECT kind, key, sum(amount)::bigint FROM entries WHERE kind = 'pattern' GROUP BY kind, key HAVING sum(amount) > 0

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
