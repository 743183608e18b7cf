-- Keeps the passages of memories without a search vector.
CREATE FUNCTION maintain_passages() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        DELETE FROM passages WHERE memory_id = NEW.id;
    END IF;
    IF NEW.search_vector IS NULL THEN
        INSERT INTO passages (memory_id, start, length, created_at, search_vector)
        SELECT NEW.id, start, length(passage), NEW.created_at,
            setweight(NEW.summary_vector, 'A') || setweight(NEW.context_vector, 'B')
                || setweight(words_vector(passage, NEW.language), 'C')
        FROM split_passages(NEW.content);
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER passages_insert AFTER INSERT ON memories
    FOR EACH ROW WHEN (NEW.search_vector IS NULL) EXECUTE FUNCTION maintain_passages();
CREATE TRIGGER passages_update AFTER UPDATE OF content, context, summary, language, created_at ON memories
    FOR EACH ROW WHEN (OLD.search_vector IS NULL OR NEW.search_vector IS NULL) EXECUTE FUNCTION maintain_passages();
