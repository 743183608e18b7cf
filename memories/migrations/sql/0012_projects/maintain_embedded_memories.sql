-- Copies the scope of a memory to embedded_memories, too.
-- A store with its embedding writes both itself. Then this finds nothing to change, and changes nothing, which would
-- notify all listeners. Whoever adds a version holds a lock on the memory by its foreign key; so whoever changes or
-- removes one waits, and then sees it. Two sessions that add one at once must not wait for each other.
CREATE OR REPLACE FUNCTION maintain_embedded_memories() RETURNS trigger
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
    touched_ids uuid[];
BEGIN
    IF TG_OP = 'TRUNCATE' THEN
        DELETE FROM embedded_memories;
        UPDATE memories SET has_embedding = false WHERE has_embedding;
        RETURN NULL;
    ELSIF TG_OP = 'INSERT' THEN
        -- Chosen without a lock, then locked: what another that adds one has done meanwhile is seen below.
        SELECT array_agg(DISTINCT memory_id) INTO touched_ids FROM new_rows AS added
        WHERE embeddings IS NOT NULL AND (
            NOT EXISTS (SELECT FROM embedded_memories WHERE memory_id = added.memory_id) OR 1 < (
                SELECT count(*) FROM processed_memories
                WHERE memory_id = added.memory_id AND embeddings IS NOT NULL
            )
        );
        IF touched_ids IS NULL THEN
            RETURN NULL;
        END IF;
        PERFORM FROM memories WHERE id = ANY(touched_ids) ORDER BY id FOR NO KEY UPDATE;
    ELSIF TG_OP = 'UPDATE' THEN
        SELECT array_agg(id) INTO touched_ids FROM (
            SELECT memory.id FROM memories AS memory WHERE memory.id IN (
                SELECT memory_id FROM old_rows WHERE embeddings IS NOT NULL
                UNION ALL
                SELECT memory_id FROM new_rows WHERE embeddings IS NOT NULL
            )
            ORDER BY memory.id FOR UPDATE
        ) AS locked;
    ELSE
        SELECT array_agg(id) INTO touched_ids FROM (
            SELECT memory.id FROM memories AS memory
            WHERE memory.id IN (SELECT memory_id FROM old_rows WHERE embeddings IS NOT NULL)
            ORDER BY memory.id FOR UPDATE
        ) AS locked;
    END IF;
    IF touched_ids IS NOT NULL THEN
        WITH newest AS MATERIALIZED (
            SELECT touched.id, (
                SELECT binary_quantized(embeddings) FROM processed_memories
                WHERE memory_id = touched.id AND embeddings IS NOT NULL ORDER BY processing_version DESC LIMIT 1
            ) AS quantized FROM unnest(touched_ids) AS touched (id)
        ), gone AS (
            DELETE FROM embedded_memories USING newest
            WHERE memory_id = newest.id AND newest.quantized IS NULL
        ), known AS (
            INSERT INTO embedded_memories AS embedded
                (memory_id, created_at, quantized, tags, metadata, context_vector, summary_vector, project, superseded_at)
            SELECT id, created_at, newest.quantized, tags, metadata, context_vector, summary_vector, project, superseded_at
            FROM memories JOIN newest USING (id) WHERE newest.quantized IS NOT NULL
            ON CONFLICT (memory_id) DO UPDATE SET quantized = excluded.quantized
                WHERE embedded.quantized <> excluded.quantized
        )
        UPDATE memories AS memory SET has_embedding = newest.quantized IS NOT NULL
        FROM newest WHERE memory.id = newest.id AND memory.has_embedding <> (newest.quantized IS NOT NULL);
    END IF;
    RETURN NULL;
END
$$;
