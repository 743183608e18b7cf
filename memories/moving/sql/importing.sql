-- name: known
-- The memories that have the id, or the content, of given ones.
SELECT number, by_id.id, by_id.project = given.project AND by_id.content_hash = given.content_hash, by_id.superseded_by,
    by_content.id
FROM unnest(%(ids)s::uuid[], %(projects)s::text[], %(hashes)s::text[]) WITH ORDINALITY
    AS given (id, project, content_hash, number)
LEFT JOIN LATERAL (
    SELECT id, project, content_hash, superseded_by FROM memories WHERE id = given.id LIMIT 1
) AS by_id ON true
LEFT JOIN LATERAL (
    SELECT id FROM memories WHERE project = given.project AND content_hash = given.content_hash LIMIT 1
) AS by_content ON true
WHERE by_id.id IS NOT NULL OR by_content.id IS NOT NULL

-- name: same
-- Which lines say what the memories with their ids say. metadata is compared as text: as jsonb, 1.0 equals 1.
SELECT number
FROM unnest(%(ids)s::uuid[], %(lines)b::text[]) WITH ORDINALITY AS given (id, line, number)
CROSS JOIN LATERAL (SELECT context, summary, tags, metadata FROM memories WHERE id = given.id LIMIT 1) AS known
CROSS JOIN LATERAL json_to_record(given.line::json) AS fields (context text, summary text, tags text[])
WHERE known.context = fields.context AND known.summary = fields.summary
    AND known.tags = coalesce(fields.tags, '{}')
    AND known.metadata::text = coalesce((given.line::json -> 'metadata')::jsonb, '{}')::text

-- name: successors
-- Locked, so that none is deleted before it has its predecessor.
SELECT id, project FROM memories WHERE id = ANY(%(ids)s::uuid[]) ORDER BY id FOR KEY SHARE

-- name: insert
-- PostgreSQL reads the values from the line, so that none is converted on the way. A language that this server does not
-- know is detected anew.
INSERT INTO memories (
    id, project, content, content_hash, context, summary, tags, metadata, created_at, updated_at, language, version,
    stored_by, changed_by, superseded_by, superseded_at, has_embedding
)
SELECT given.id, given.project, fields.content, given.content_hash, fields.context, fields.summary,
    coalesce(fields.tags, '{}'), coalesce((given.line::json -> 'metadata')::jsonb, '{}'), times.created_at,
    coalesce(fields.updated_at, times.created_at),
    CASE WHEN EXISTS (SELECT FROM pg_catalog.pg_ts_config WHERE cfgname = 'words_' || fields.language)
        THEN fields.language ELSE '' END,
    coalesce(fields.version, 1), coalesce(fields.stored_by, current_actor()),
    coalesce(fields.changed_by, fields.stored_by, current_actor()), given.successor,
    CASE WHEN given.successor IS NOT NULL
        THEN coalesce(fields.superseded_at, fields.updated_at, statement_timestamp()) END,
    given.has_embedding
FROM unnest(
    %(ids)s::uuid[], %(projects)s::text[], %(hashes)s::text[], %(successors)s::uuid[], %(embedded)s::boolean[],
    %(lines)b::text[]
) WITH ORDINALITY AS given (id, project, content_hash, successor, has_embedding, line, number)
CROSS JOIN LATERAL json_to_record(given.line::json) AS fields (
    content text, context text, summary text, tags text[], created_at timestamptz, updated_at timestamptz,
    language text, version integer, stored_by text, changed_by text, superseded_at timestamptz
)
CROSS JOIN LATERAL (SELECT coalesce(fields.created_at, statement_timestamp()) AS created_at) AS times
ORDER BY number
ON CONFLICT DO NOTHING
RETURNING id

-- name: link
-- Unless it would close a circle.
WITH RECURSIVE reached AS (
    SELECT id, superseded_by FROM memories WHERE id = %(successor)s
    UNION
    SELECT next.id, next.superseded_by FROM reached JOIN memories AS next ON next.id = reached.superseded_by
)
UPDATE memories SET
    superseded_by = %(successor)s, superseded_at = coalesce(%(superseded_at)s::timestamptz, statement_timestamp())
FROM memories AS successor
WHERE memories.id = %(id)s AND memories.superseded_by IS NULL
    AND successor.id = %(successor)s AND successor.project = memories.project
    AND NOT EXISTS (SELECT FROM reached WHERE reached.id = %(id)s)

-- name: keep_time
-- Changes nothing for which there is a new time.
UPDATE memories SET updated_at = %(updated_at)s::timestamptz WHERE id = %(id)s
