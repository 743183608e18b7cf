-- name: lock
-- As strong as an update of the content needs it: whoever adds a processing holds a weaker one and waits for a stronger.
SELECT set_config('codex.actor', %(actor)s, true) FROM memories
WHERE id = %(id)s AND (%(projects)s::text[] IS NULL OR project = ANY(%(projects)s::text[])) FOR UPDATE

-- name: update
-- The trigger set_version makes the version. Without one, this sets when and by whom the memory was changed.
WITH known AS MATERIALIZED (
    SELECT id, version, updated_at, project, {content_differs} AS content_differs, {text_differs} AS text_differs,
        coalesce(updated_at <> %(if_updated_at)s::timestamptz, false) AS conflicts, ({existing_id}) AS existing_id
    FROM memories WHERE id = %(id)s AND (%(projects)s::text[] IS NULL OR project = ANY(%(projects)s::text[]))
), newest AS MATERIALIZED (
    SELECT * FROM processed_memories WHERE memory_id = %(id)s ORDER BY processing_version DESC LIMIT 1
), changes AS MATERIALIZED (
    SELECT known.id, content_differs, processing_differs
    FROM known LEFT JOIN newest ON true, LATERAL (SELECT {processing_differs} AS processing_differs) AS compared
    WHERE NOT conflicts AND existing_id IS NULL AND (text_differs OR processing_differs)
        AND (%(changeable)s::text[] IS NULL OR known.project = ANY(%(changeable)s::text[]))
), changed AS (
    UPDATE memories SET {assignments}
        updated_at = greatest(clock_timestamp(), memories.updated_at + interval '1 microsecond'),
        changed_by = current_actor()
    FROM changes WHERE memories.id = changes.id
    RETURNING memories.version, memories.updated_at
), processed AS (
    {processing}
)
SELECT coalesce(changed.version, known.version), coalesce(changed.updated_at, known.updated_at), known.project,
    conflicts, existing_id
FROM known LEFT JOIN changed ON true

-- name: other_with_content
SELECT other.id FROM memories AS other
WHERE other.project = {project} AND other.content_hash = {content_hash} AND other.id <> %(id)s

-- name: add_processing
INSERT INTO processed_memories
    (memory_id, processing_version, insights, embeddings, embedding_model, entities, sentiment)
SELECT changes.id, coalesce(newest.processing_version, 0) + 1, {insights}, {embeddings}, {embedding_model}, {entities},
    {sentiment}
FROM changes LEFT JOIN newest ON true WHERE processing_differs

-- name: former
-- A column held in a version what the first change of it from then on replaced. Versions up to the last one that belonged
-- to none of `projects` are hidden; null hides none.
SELECT id,
    coalesce((
        SELECT content FROM memory_versions WHERE memory_id = %(id)s AND version >= %(version)s AND content IS NOT NULL
        ORDER BY version LIMIT 1
    ), memories.content) AS content,
    coalesce((
        SELECT context FROM memory_versions WHERE memory_id = %(id)s AND version >= %(version)s AND context IS NOT NULL
        ORDER BY version LIMIT 1
    ), memories.context) AS context,
    coalesce((
        SELECT summary FROM memory_versions WHERE memory_id = %(id)s AND version >= %(version)s AND summary IS NOT NULL
        ORDER BY version LIMIT 1
    ), memories.summary) AS summary,
    coalesce((
        SELECT tags FROM memory_versions WHERE memory_id = %(id)s AND version >= %(version)s AND tags IS NOT NULL
        ORDER BY version LIMIT 1
    ), memories.tags) AS tags,
    coalesce((
        SELECT metadata FROM memory_versions WHERE memory_id = %(id)s AND version >= %(version)s AND metadata IS NOT NULL
        ORDER BY version LIMIT 1
    ), memories.metadata) AS metadata,
    coalesce((
        SELECT project FROM memory_versions WHERE memory_id = %(id)s AND version >= %(version)s AND project IS NOT NULL
        ORDER BY version LIMIT 1
    ), memories.project) AS project,
    created_at, former.valid_from AS updated_at, former.version, stored_by,
    coalesce((
        SELECT changed_by FROM memory_versions WHERE memory_id = %(id)s AND version < %(version)s
        ORDER BY version DESC LIMIT 1
    ), stored_by) AS changed_by
FROM memories JOIN memory_versions AS former ON memory_id = id
WHERE id = %(id)s AND former.version = %(version)s AND NOT EXISTS (
    SELECT FROM memory_versions
    WHERE memory_id = %(id)s AND version >= %(version)s AND project <> ALL(%(projects)s::text[])
)

-- name: history
-- The changes that led to the current version, the newest first. Hidden versions (`former`) are left out, except for who
-- ended the last of them, and when, which made the first that is shown.
SELECT version, valid_from, valid_to, changed_by, CASE WHEN version > hidden.last THEN array_remove(ARRAY[
        CASE WHEN content IS NOT NULL THEN 'content' END,
        CASE WHEN context IS NOT NULL THEN 'context' END,
        CASE WHEN summary IS NOT NULL THEN 'summary' END,
        CASE WHEN tags IS NOT NULL THEN 'tags' END,
        CASE WHEN metadata IS NOT NULL THEN 'metadata' END,
        CASE WHEN project IS NOT NULL THEN 'project' END
    ], NULL) ELSE '{}' END, count(*) FILTER (WHERE version > hidden.last) OVER ()
FROM memory_versions, (
    SELECT coalesce(max(version), 0) AS last FROM memory_versions
    WHERE memory_id = %(id)s AND project <> ALL(%(projects)s::text[])
) AS hidden
WHERE memory_id = %(id)s AND version BETWEEN hidden.last AND %(current)s - 1 ORDER BY version DESC LIMIT %(limit)s
