-- The vectors of context and summary also change with the language.
DROP TRIGGER embedded_filters_update ON memories;
CREATE TRIGGER embedded_filters_update
    AFTER UPDATE OF created_at, tags, metadata, context, summary, language ON memories
    FOR EACH ROW WHEN (
        NEW.has_embedding
        AND (NEW.created_at, NEW.tags, NEW.metadata, NEW.context_vector, NEW.summary_vector)
        IS DISTINCT FROM (OLD.created_at, OLD.tags, OLD.metadata, OLD.context_vector, OLD.summary_vector)
    )
    EXECUTE FUNCTION maintain_embedded_filters();
