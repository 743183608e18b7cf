-- Copies changes of a memory's filters to embedded_memories.
-- Whoever changes a memory holds its lock, for which mark_embedded waits; so neither misses what the other did.
CREATE FUNCTION codex_processed.follow_memory() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE codex_processed.embedded_memories SET
        created_at = NEW.created_at, tags = NEW.tags, metadata = NEW.metadata,
        context_vector = NEW.context_vector, summary_vector = NEW.summary_vector
    WHERE memory_id = NEW.id;
    RETURN NULL;
END
$$;
CREATE TRIGGER follow_memory AFTER UPDATE OF created_at, tags, metadata, context, summary ON public.memories
    FOR EACH ROW WHEN (
        NEW.has_embedding AND (NEW.created_at, NEW.tags, NEW.metadata, NEW.context, NEW.summary)
        IS DISTINCT FROM (OLD.created_at, OLD.tags, OLD.metadata, OLD.context, OLD.summary)
    )
    EXECUTE FUNCTION codex_processed.follow_memory();
