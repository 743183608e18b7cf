-- Copies changes of a memory's filtered columns to embedded_memories.
-- Whoever changes a memory holds its lock, for which maintain_embedded_memories waits; so neither misses the other's
-- change.
ALTER FUNCTION follow_memory() RENAME TO maintain_embedded_filters;
CREATE OR REPLACE FUNCTION maintain_embedded_filters() RETURNS trigger
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    UPDATE embedded_memories SET
        created_at = NEW.created_at, tags = NEW.tags, metadata = NEW.metadata,
        context_vector = NEW.context_vector, summary_vector = NEW.summary_vector
    WHERE memory_id = NEW.id;
    RETURN NULL;
END
$$;
ALTER TRIGGER follow_memory ON memories RENAME TO embedded_filters_update;
