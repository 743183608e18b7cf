-- name: restore
SELECT deletion, id, content_hash FROM restore_memories(%(deletions)s::bigint[])

-- name: erase
DELETE FROM deleted_memories WHERE deletion = ANY (%(deletions)s) RETURNING deletion, id, content_hash

-- name: blocked
SELECT deletion, gone.id, gone.summary, existing.id
FROM deleted_memories AS gone JOIN LATERAL (
    SELECT id FROM memories WHERE content_hash = gone.content_hash
    UNION ALL
    SELECT id FROM memories WHERE id = gone.id
    LIMIT 1
) AS existing ON true
WHERE deletion = ANY (%(deletions)s)
ORDER BY deletion DESC

-- name: tables
SELECT name FROM kept_tables WHERE name <> 'memories' ORDER BY name
