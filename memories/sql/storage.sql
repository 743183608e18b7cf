-- name: store
-- A duplicate returns no row instead of raising, which would log an error in PostgreSQL for what agents do every day.
WITH stored AS (
    INSERT INTO memories (content, content_hash, context, summary, tags, metadata, project, stored_by, changed_by)
    VALUES (
        %(content)s, %(content_hash)s, %(context)s, %(summary)s, %(tags)s, %(metadata)s, %(project)s,
        coalesce(%(actor)s, current_actor()), coalesce(%(actor)s, current_actor())
    )
    ON CONFLICT (project, content_hash) DO NOTHING
    RETURNING id
)
SELECT id FROM stored

-- name: store_processed
-- One statement, so that a memory and its processing are stored in one round trip and one transaction.
WITH stored AS (
    INSERT INTO memories (
        content, content_hash, context, summary, tags, metadata, project, stored_by, changed_by, has_embedding
    )
    VALUES (
        %(content)s, %(content_hash)s, %(context)s, %(summary)s, %(tags)s, %(metadata)s, %(project)s,
        coalesce(%(actor)s, current_actor()), coalesce(%(actor)s, current_actor()), %(embeddings)s::vector IS NOT NULL
    )
    ON CONFLICT (project, content_hash) DO NOTHING
    RETURNING id, created_at, tags, metadata, context_vector, summary_vector
), processed AS (
    INSERT INTO processed_memories (memory_id, insights, embeddings, entities, sentiment, project)
    SELECT id, %(insights)s::jsonb, %(embeddings)s::vector, %(entities)s::jsonb, %(sentiment)s::real, %(project)s
    FROM stored
), embedded AS (
    INSERT INTO embedded_memories
        (memory_id, created_at, quantized, tags, metadata, context_vector, summary_vector, project)
    SELECT id, created_at, binary_quantized(%(embeddings)s::vector), tags, metadata,
        context_vector, summary_vector, %(project)s
    FROM stored WHERE %(embeddings)s::vector IS NOT NULL
)
SELECT id FROM stored

-- name: find_by_hash
SELECT id FROM memories WHERE project = %(project)s AND content_hash = %(content_hash)s

-- name: delete
-- The trash shows who deleted.
WITH acting AS MATERIALIZED (SELECT set_config('codex.actor', %(actor)s, true))
DELETE FROM memories USING acting WHERE id = %(id)s

-- name: delete_confined
-- The project of the memory if it is one of `projects`, whether or not it could be deleted: only those of `changeable`
-- can.
WITH acting AS MATERIALIZED (SELECT set_config('codex.actor', %(actor)s, true)), deleted AS (
    DELETE FROM memories USING acting WHERE id = %(id)s AND project = ANY(%(changeable)s::text[])
)
SELECT project FROM memories WHERE id = %(id)s AND project = ANY(%(projects)s::text[])

-- name: statistics
-- The figures come from the counters that triggers maintain, so that they cost the same at a million memories. Only in
-- the hours in which the last day and the last week begin are memories counted row by row. Hours are compared as text,
-- as they are stored; the text sorts in the order of time.
WITH since AS MATERIALIZED (
    SELECT to_char((now() - interval '1 day') AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:00:00+00') AS day,
           to_char((now() - interval '7 days') AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:00:00+00') AS week
), entries AS MATERIALIZED (
    SELECT kind, project, key, amount FROM counters WHERE project <> '*'
    UNION ALL
    SELECT kind, project, key, amount FROM counter_ledger
), covered AS MATERIALIZED (
    SELECT project FROM project_sizes WHERE %(projects)s::text[] IS NULL OR project = ANY(%(projects)s::text[])
), tags AS (
    SELECT key AS tag, sum(amount)::bigint AS count FROM entries
    WHERE kind = 'tag' AND project IN (SELECT project FROM covered) GROUP BY key HAVING sum(amount) > 0
), totals AS (
    SELECT
        coalesce(sum(amount) FILTER (WHERE kind = 'memories'), 0)::bigint AS memories,
        coalesce(sum(amount) FILTER (WHERE kind = 'processed'), 0)::bigint AS processed,
        coalesce(sum(amount) FILTER (WHERE kind = 'with_embeddings'), 0)::bigint AS with_embeddings,
        coalesce(sum(amount) FILTER (WHERE kind = 'pattern'), 0)::bigint AS patterns,
        coalesce(sum(amount) FILTER (WHERE kind = 'content_bytes'), 0)::bigint AS content_bytes,
        coalesce(sum(amount) FILTER (WHERE kind = 'memories' AND key > since.day), 0)::bigint AS last_day,
        coalesce(sum(amount) FILTER (WHERE kind = 'memories' AND key > since.week), 0)::bigint AS last_week
    FROM entries, since WHERE project IN (SELECT project FROM covered)
)
SELECT
    memories,
    processed,
    with_embeddings,
    patterns,
    content_bytes,
    CASE WHEN %(is_confined)s THEN NULL ELSE pg_database_size(current_database()) END AS database_bytes,
    (SELECT count(*) FROM tags) AS distinct_tags,
    coalesce(
        (SELECT jsonb_agg(jsonb_build_object('tag', tag, 'count', count))
         FROM (SELECT tag, count FROM tags ORDER BY count DESC, tag LIMIT %(top_tags)s) AS top),
        '[]'::jsonb
    ) AS top_tags,
    (
        SELECT min(first.created_at) FROM covered CROSS JOIN LATERAL (
            SELECT created_at FROM memories WHERE project = covered.project ORDER BY created_at LIMIT 1
        ) AS first
    ) AS oldest,
    (
        SELECT max(last.created_at) FROM covered CROSS JOIN LATERAL (
            SELECT created_at FROM memories WHERE project = covered.project ORDER BY created_at DESC LIMIT 1
        ) AS last
    ) AS newest,
    last_day + (
        SELECT count(*) FROM memories
        WHERE project = ANY(ARRAY(SELECT project FROM covered)) AND created_at >= now() - interval '1 day'
          AND created_at < date_trunc('hour', now() - interval '1 day', 'UTC') + interval '1 hour'
    ) AS stored_last_day,
    last_week + (
        SELECT count(*) FROM memories
        WHERE project = ANY(ARRAY(SELECT project FROM covered)) AND created_at >= now() - interval '7 days'
          AND created_at < date_trunc('hour', now() - interval '7 days', 'UTC') + interval '1 hour'
    ) AS stored_last_week,
    now() AS computed_at
FROM totals

-- name: compact_counters
SELECT compact_counters()
