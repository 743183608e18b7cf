-- Quantizes the next padded embeddings again, of memories after an id; returns the last id that it has looked at.
WITH looked_at AS MATERIALIZED (
    SELECT memory_id, quantized FROM embedded_memories WHERE memory_id > %(after)s
    ORDER BY memory_id LIMIT 1000
), padded AS MATERIALIZED (
    SELECT memory_id, quantized, (
        SELECT CASE WHEN vector_norm(subvector(embeddings, :dimensions, 1)) = 0
            THEN binary_quantized(embeddings) END
        FROM processed_memories AS processed
        WHERE processed.memory_id = looked_at.memory_id AND embeddings IS NOT NULL
        ORDER BY processing_version DESC LIMIT 1
    ) AS now FROM looked_at
), changed AS (
    UPDATE embedded_memories AS embedded SET quantized = padded.now
    FROM padded
    WHERE embedded.memory_id = padded.memory_id AND padded.now <> padded.quantized
        AND embedded.quantized = padded.quantized
)
SELECT max(memory_id::text)::uuid FROM looked_at
