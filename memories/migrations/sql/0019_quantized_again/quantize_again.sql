-- Quantizes the stored embeddings that are padded again, a thousand memories in each transaction.
DO $$
DECLARE
    after uuid := '00000000-0000-0000-0000-000000000000';
BEGIN
    LOOP
        WITH looked_at AS MATERIALIZED (
            SELECT memory_id, quantized FROM embedded_memories WHERE memory_id > after ORDER BY memory_id LIMIT 1000
        ), padded AS MATERIALIZED (
            SELECT memory_id, quantized, (
                SELECT CASE WHEN vector_norm(subvector(embeddings, :dimensions, 1)) = 0
                    THEN binary_quantized(embeddings) END
                FROM processed_memories AS processed
                WHERE processed.memory_id = looked_at.memory_id AND embeddings IS NOT NULL
                ORDER BY processing_version DESC LIMIT 1
            ) AS again FROM looked_at
        ), changed AS (
            UPDATE embedded_memories AS embedded SET quantized = padded.again
            FROM padded
            WHERE embedded.memory_id = padded.memory_id AND padded.again <> padded.quantized
                AND embedded.quantized = padded.quantized
        )
        SELECT max(memory_id::text)::uuid INTO after FROM looked_at;
        COMMIT;
        EXIT WHEN after IS NULL;
    END LOOP;
END
$$;
