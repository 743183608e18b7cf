-- name: begin
SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY

-- name: count
SELECT count(*) FROM memories
WHERE (%(projects)s::text[] IS NULL OR project = ANY(%(projects)s::text[]))
    AND (%(tags)s::text[] IS NULL OR tags && %(tags)s::text[])
    AND (%(since)s::timestamptz IS NULL OR created_at >= %(since)s::timestamptz)
    AND (%(until)s::timestamptz IS NULL OR created_at <= %(until)s::timestamptz)

-- name: ids
-- The newest first: so a memory follows its successor, and an import finds that one stored already. With about how many
-- bytes a line has, which costs no reading of contents.
SELECT id, octet_length(content) + CASE WHEN version = 1 THEN 0 ELSE coalesce((
        SELECT sum(octet_length(former.content)) FROM memory_versions AS former WHERE memory_id = memories.id
    ), 0) END::bigint
FROM memories
WHERE (%(projects)s::text[] IS NULL OR project = ANY(%(projects)s::text[]))
    AND (%(tags)s::text[] IS NULL OR tags && %(tags)s::text[])
    AND (%(since)s::timestamptz IS NULL OR created_at >= %(since)s::timestamptz)
    AND (%(until)s::timestamptz IS NULL OR created_at <= %(until)s::timestamptz)
ORDER BY created_at DESC, id DESC

-- name: read
SELECT id, (SELECT row_to_json(fields)::text FROM (
        SELECT memories.id, project, content, content_hash, context, summary, tags, created_at, updated_at, language,
            version, stored_by, changed_by, superseded_by, superseded_at
    ) AS fields),
    metadata::text AS metadata
FROM memories WHERE id = ANY(%(ids)s::uuid[])
