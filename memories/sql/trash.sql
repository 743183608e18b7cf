-- name: restore
SELECT deletion, id, content_hash FROM restore_memories(%(deletions)s::bigint[])

-- name: erase
DELETE FROM deleted_memories WHERE deletion = ANY (%(deletions)s) RETURNING deletion, id, content_hash

-- name: blocked
SELECT deletion, gone.id, gone.summary, existing.id
FROM deleted_memories AS gone JOIN LATERAL (
    SELECT id FROM memories WHERE project = gone.project AND content_hash = gone.content_hash
    UNION ALL
    SELECT id FROM memories WHERE id = gone.id
    LIMIT 1
) AS existing ON true
WHERE deletion = ANY (%(deletions)s)
ORDER BY deletion DESC

-- name: tables
SELECT name FROM kept_tables WHERE name <> 'memories' ORDER BY name

-- name: processings
-- The newest first, as JSON.
SELECT processing_version, processed_at, insights::text, entities::text, sentiment, embeddings IS NOT NULL
FROM deleted_processed_memories WHERE deletion = %(deletion)s ORDER BY processing_version DESC

-- name: actors
-- Of the last thousand deletions.
SELECT deleted_by, count(*) FROM (
    SELECT deleted_by FROM deleted_memories ORDER BY deleted_at DESC LIMIT 1000
) AS last GROUP BY deleted_by ORDER BY 2 DESC, 1 LIMIT 20
