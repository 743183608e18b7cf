-- What belongs to memories, as `memories.moving.parts.Part` describes it. Columns of JSON are text of their own, because
-- within an object JSON's null could not be told from SQL's.

-- name: read_processed
SELECT memory_id, (SELECT row_to_json(fields)::text FROM (
        SELECT processed.id, processing_version, sentiment, processed_at, embedding_model
    ) AS fields),
    insights::text AS insights, entities::text AS entities, vector_send(embeddings) AS embedding
FROM processed_memories AS processed WHERE memory_id = ANY(%(ids)s::uuid[]) ORDER BY memory_id, processing_version

-- name: write_processed
-- An embedding that is left out takes the name of its model along.
INSERT INTO processed_memories (
    id, memory_id, project, processing_version, insights, entities, sentiment, processed_at, embedding_model, embeddings
)
SELECT coalesce(fields.id, gen_random_uuid()), given.memory_id, given.project,
    coalesce(fields.processing_version, 1), (item -> 'insights')::jsonb, (item -> 'entities')::jsonb, fields.sentiment,
    coalesce(fields.processed_at, statement_timestamp()),
    CASE WHEN embedding IS NULL AND item ->> 'embedding' IS NOT NULL THEN ''
        ELSE coalesce(fields.embedding_model, '') END,
    embedding
FROM unnest(%(ids)s::uuid[], %(projects)s::text[], %(lines)b::text[]) WITH ORDINALITY
    AS given (memory_id, project, line, line_number)
CROSS JOIN LATERAL json_array_elements(given.line::json -> 'processed') WITH ORDINALITY AS items (item, item_number)
CROSS JOIN LATERAL json_to_record(item) AS fields (
    id uuid, processing_version integer, sentiment real, processed_at timestamptz, embedding_model text
)
LEFT JOIN unnest(%(lines_with)s::bigint[], %(items_with)s::bigint[], %(embeddings)b::vector[])
    AS vectors (line_number, item_number, embedding) USING (line_number, item_number)

-- name: read_versions
SELECT memory_id, (SELECT row_to_json(fields)::text FROM (
        SELECT former.version, valid_from, valid_to, changed_by, content, context, summary, tags, project
    ) AS fields),
    metadata::text AS metadata
FROM memory_versions AS former WHERE memory_id = ANY(%(ids)s::uuid[]) ORDER BY memory_id, version

-- name: write_versions
INSERT INTO memory_versions (
    memory_id, version, valid_from, valid_to, changed_by, content, context, summary, tags, project, metadata
)
SELECT given.memory_id, fields.version, fields.valid_from, fields.valid_to, fields.changed_by, fields.content,
    fields.context, fields.summary, fields.tags, fields.project, (item -> 'metadata')::jsonb
FROM unnest(%(ids)s::uuid[], %(lines)b::text[]) AS given (memory_id, line)
CROSS JOIN LATERAL json_array_elements(given.line::json -> 'versions') AS item
CROSS JOIN LATERAL json_to_record(item) AS fields (
    version integer, valid_from timestamptz, valid_to timestamptz, changed_by text, content text, context text,
    summary text, tags text[], project text
)
