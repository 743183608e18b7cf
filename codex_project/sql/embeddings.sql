-- name: embeddings
-- A row if there are more than so many.
SELECT FROM embedded_memories OFFSET %(most)s LIMIT 1

-- name: sample
-- The next embedding of a current memory after an id, or none.
SELECT embeddings::text, processed.embedding_model
FROM embedded_memories AS embedded JOIN processed_memories AS processed USING (memory_id)
WHERE memory_id >= %(after)s AND embedded.superseded_at IS NULL AND embeddings IS NOT NULL
    AND vector_norm(embeddings) BETWEEN 1e-15 AND 1e15
ORDER BY memory_id, processing_version DESC LIMIT 1

-- name: recall
-- Of the memories found, how many are as near as the tenth of all current ones; and how many could be.
WITH distances AS MATERIALIZED (
    SELECT embedded.memory_id, (
        SELECT coalesce(normalized, embeddings) <=> %(embedding)s::vector FROM processed_memories AS processed
        WHERE processed.memory_id = embedded.memory_id AND embeddings IS NOT NULL
        ORDER BY processing_version DESC LIMIT 1
    ) AS distance
    FROM embedded_memories AS embedded WHERE embedding_model = %(model)s AND superseded_at IS NULL
), nearest AS MATERIALIZED (
    SELECT distance FROM distances ORDER BY distance LIMIT 10
)
SELECT
    (SELECT count(*) FROM distances
     WHERE memory_id = ANY(%(ids)s::uuid[]) AND distance <= (SELECT max(distance) FROM nearest) + 1e-9),
    (SELECT count(*) FROM nearest)
