-- Removes the embedding that a provider made of a memory's text when that text changes; then the memory waits for a new
-- one. What a client's embedding stands for, only the client knows.
CREATE FUNCTION forget_outdated_embeddings() RETURNS trigger
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    -- Asked first, because the triggers of a statement run even if it changes nothing.
    IF EXISTS (SELECT FROM processed_memories WHERE memory_id = NEW.id AND embedding_model <> '') THEN
        UPDATE processed_memories SET embeddings = NULL, embedding_model = ''
        WHERE memory_id = NEW.id AND embedding_model <> '';
    END IF;
    DELETE FROM embedding_claims WHERE memory_id = NEW.id;
    RETURN NULL;
END
$$;
CREATE TRIGGER outdated_embeddings AFTER UPDATE OF content, context, summary ON memories
    FOR EACH ROW WHEN (
        NEW.content IS DISTINCT FROM OLD.content OR NEW.context IS DISTINCT FROM OLD.context
        OR NEW.summary IS DISTINCT FROM OLD.summary
    )
    EXECUTE FUNCTION forget_outdated_embeddings();
