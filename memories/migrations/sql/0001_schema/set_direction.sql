-- Keeps processed_memories.direction. A store with an ordinary embedding, or with none, pays for the condition only.
CREATE FUNCTION codex_processed.set_direction() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.direction := codex_processed.direction(NEW.embeddings);
    RETURN NEW;
END
$$;

CREATE TRIGGER set_direction_insert BEFORE INSERT ON codex_processed.processed_memories
    FOR EACH ROW WHEN (NEW.direction IS NOT NULL OR NOT vector_norm(NEW.embeddings) BETWEEN 1e-15 AND 1e15)
    EXECUTE FUNCTION codex_processed.set_direction();
CREATE TRIGGER set_direction_update BEFORE UPDATE OF embeddings, direction
    ON codex_processed.processed_memories
    FOR EACH ROW EXECUTE FUNCTION codex_processed.set_direction();
