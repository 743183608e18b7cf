-- Keeps memories.has_embedding and embedded_memories, by the newest processing that has an embedding.
-- A store with its embedding writes both itself; then this finds nothing to change, and changes nothing, which would
-- wake all that listen for changes. Whoever adds a version holds a lock on the memory by its foreign key; so whoever
-- changes or removes one waits, and then sees it. Two that add one at once must not wait for each other's.
CREATE FUNCTION codex_processed.mark_embedded() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    touched_ids uuid[];
BEGIN
    IF TG_OP = 'TRUNCATE' THEN
        DELETE FROM codex_processed.embedded_memories;
        UPDATE public.memories SET has_embedding = false WHERE has_embedding;
        RETURN NULL;
    ELSIF TG_OP = 'INSERT' THEN
        -- Chosen without a lock, then locked: what another that adds one has done meanwhile is seen below.
        SELECT array_agg(DISTINCT memory_id) INTO touched_ids FROM new_rows AS added
        WHERE embeddings IS NOT NULL AND (
            NOT EXISTS (SELECT FROM codex_processed.embedded_memories WHERE memory_id = added.memory_id) OR 1 < (
                SELECT count(*) FROM codex_processed.processed_memories
                WHERE memory_id = added.memory_id AND embeddings IS NOT NULL
            )
        );
        IF touched_ids IS NULL THEN
            RETURN NULL;
        END IF;
        PERFORM FROM public.memories WHERE id = ANY(touched_ids) ORDER BY id FOR NO KEY UPDATE;
    ELSIF TG_OP = 'UPDATE' THEN
        SELECT array_agg(id) INTO touched_ids FROM (
            SELECT memory.id FROM public.memories AS memory WHERE memory.id IN (
                SELECT memory_id FROM old_rows WHERE embeddings IS NOT NULL
                UNION ALL
                SELECT memory_id FROM new_rows WHERE embeddings IS NOT NULL
            )
            ORDER BY memory.id FOR UPDATE
        ) AS locked;
    ELSE
        SELECT array_agg(id) INTO touched_ids FROM (
            SELECT memory.id FROM public.memories AS memory
            WHERE memory.id IN (SELECT memory_id FROM old_rows WHERE embeddings IS NOT NULL)
            ORDER BY memory.id FOR UPDATE
        ) AS locked;
    END IF;
    IF touched_ids IS NOT NULL THEN
        WITH newest AS MATERIALIZED (
            SELECT touched.id, (
SELECT codex_processed.quantized(embeddings) FROM codex_processed.processed_memories
WHERE memory_id = touched.id AND embeddings IS NOT NULL ORDER BY processing_version DESC LIMIT 1
) AS signs FROM unnest(touched_ids) AS touched (id)
        ), gone AS (
            DELETE FROM codex_processed.embedded_memories USING newest
            WHERE memory_id = newest.id AND newest.signs IS NULL
        ), known AS (
            INSERT INTO codex_processed.embedded_memories AS embedded
                (memory_id, created_at, signs, tags, metadata, context_vector, summary_vector)
            SELECT id, created_at, newest.signs, tags, metadata, context_vector, summary_vector
            FROM public.memories JOIN newest USING (id) WHERE newest.signs IS NOT NULL
            ON CONFLICT (memory_id) DO UPDATE SET signs = excluded.signs WHERE embedded.signs <> excluded.signs
        )
        UPDATE public.memories AS memory SET has_embedding = newest.signs IS NOT NULL
        FROM newest WHERE memory.id = newest.id AND memory.has_embedding <> (newest.signs IS NOT NULL);
    END IF;
    RETURN NULL;
END
$$;

CREATE TRIGGER mark_embedded_insert AFTER INSERT ON codex_processed.processed_memories
    REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.mark_embedded();
CREATE TRIGGER mark_embedded_update AFTER UPDATE ON codex_processed.processed_memories
    REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.mark_embedded();
CREATE TRIGGER mark_embedded_delete AFTER DELETE ON codex_processed.processed_memories
    REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.mark_embedded();
CREATE TRIGGER mark_embedded_truncate AFTER TRUNCATE ON codex_processed.processed_memories
    FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.mark_embedded();
