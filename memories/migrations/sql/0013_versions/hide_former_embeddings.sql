-- Memories whose newest processing has no embedding are no longer found by that of a former one.
WITH hidden AS (
    DELETE FROM embedded_memories AS embedded
    WHERE memory_id IN (SELECT memory_id FROM processed_memories GROUP BY memory_id HAVING count(*) > 1) AND (
        SELECT embeddings IS NULL FROM processed_memories
        WHERE memory_id = embedded.memory_id ORDER BY processing_version DESC LIMIT 1
    )
    RETURNING memory_id
)
UPDATE memories SET has_embedding = false FROM hidden WHERE id = memory_id;
